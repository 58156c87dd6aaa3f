import { useCallback, useEffect, useState } from 'react';
import {
  Button,
  Heading,
  TextField,
  useLanguage,
  useSharedText,
} from '../../../shared/src/components';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { deviceSchema, devicesSchema } from '../../../shared/src/api/parse-means';
import type { Device } from '../../../shared/src/api/types';
import { useApp, go, useNow, useText } from './app-context';
import { useTransports, Way } from './GoHome';
import './visits.css';

/** What I call for help with, tested with one tap, and how I get there and home today. */
export function Means() {
  const text = useText();
  const shared = useSharedText();
  const { shown } = useApp();
  const today = useTransports().filter((transport) => transport.today);
  const { watch } = shown.phone;
  const before = watch === null || watch.state === 'closed' ? () => undefined : null;
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.means.title}
      </Heading>
      <Heading level={2}>{text.means.devices}</Heading>
      <Devices />
      <Heading level={2}>{text.means.transport}</Heading>
      {today.length === 0 ? <p className="utrecht-paragraph">{text.means.noTransport}</p> : null}
      <ul className="aw-visits">
        {today.flatMap((transport) => [
          ...(transport.terms.outAt
            ? [<Way key={`${transport.id}-out`} transport={transport} way="out" before={before} />]
            : []),
          ...(transport.terms.homeAt
            ? [
                <Way
                  key={`${transport.id}-home`}
                  transport={transport}
                  way="home"
                  before={before}
                />,
              ]
            : []),
        ])}
      </ul>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

function Devices() {
  const { shell } = useApp();
  const text = useText().means;
  const [devices, setDevices] = useState<readonly Device[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [said, say] = useState('');
  const load = useCallback(async () => {
    const answer = await allPages(shell.api, '/me/devices', devicesSchema, idOf);
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') setDevices(answer.value.items);
  }, [shell]);
  useEffect(() => {
    const timer = setTimeout(() => void load(), 0);
    return () => clearTimeout(timer);
  }, [load]);
  const send = async (device: Device, what: string, body: unknown, words: string) => {
    const answer = await shell.api.call({
      method: 'POST',
      path: `/devices/${device.id}/${what}`,
      schema: deviceSchema,
      idempotencyKey: shell.newWatchId(),
      body,
    });
    say(answer.kind === 'ok' ? words : text.offline);
    await load();
  };
  return (
    <>
      <p role="status" className="aw-said">
        {said}
      </p>
      {failed && devices === null ? <p className="utrecht-paragraph">{text.offline}</p> : null}
      {devices === null && !failed ? <p className="utrecht-paragraph">{text.loading}</p> : null}
      {devices?.length === 0 ? <p className="utrecht-paragraph">{text.noDevices}</p> : null}
      <ul className="aw-visits">
        {(devices ?? []).map((device) => (
          <OneDevice key={device.id} device={device} send={send} />
        ))}
      </ul>
    </>
  );
}

interface OneDeviceProps {
  readonly device: Device;
  readonly send: (device: Device, what: string, body: unknown, words: string) => Promise<void>;
}

function OneDevice({ device, send }: OneDeviceProps) {
  const t = useText().means;
  const { language } = useLanguage();
  const now = useNow();
  const [percent, setPercent] = useState('');
  const [wrong, setWrong] = useState(false);
  const { lastTest, testDueAt, battery } = device;
  const name = [t.kinds[device.kind], device.maker ?? '', device.number ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const day = (moment: string) =>
    new Date(moment).toLocaleDateString(language, {
      day: 'numeric',
      month: 'short',
      timeZone: 'Europe/Amsterdam',
    });
  const note = () => {
    const level = Number(percent);
    const isWrong = percent.trim() === '' || !Number.isInteger(level) || level < 0 || level > 100;
    setWrong(isWrong);
    if (isWrong) return;
    setPercent('');
    void send(device, 'batteries', { percent: level }, t.saved);
  };
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{name}</strong>
        <span>
          {lastTest === null
            ? t.never
            : t.lastTest(lastTest.works ? t.ok : t.broken, day(lastTest.at))}
        </span>
        {testDueAt === null ? null : (
          <span className={Date.parse(testDueAt) <= now ? 'aw-visits__risk' : undefined}>
            {Date.parse(testDueAt) <= now ? t.late(day(testDueAt)) : t.due(day(testDueAt))}
          </span>
        )}
        {battery === null ? null : <span>{t.batteryKnown(battery.percent, day(battery.at))}</span>}
      </div>
      <div className="aw-pair">
        <Button
          look="ok"
          aria-label={t.worksThis(name)}
          onClick={() => void send(device, 'tests', { works: true }, t.saved)}
        >
          {t.works}
        </Button>
        <Button
          aria-label={t.failsThis(name)}
          onClick={() => void send(device, 'tests', { works: false }, t.told)}
        >
          {t.fails}
        </Button>
      </div>
      <TextField
        label={t.batteryOf(name)}
        error={wrong ? t.batteryWrong : null}
        inputMode="numeric"
        value={percent}
        onChange={(event) => setPercent(event.target.value)}
      />
      <Button onClick={note}>{t.batterySave}</Button>
    </li>
  );
}
