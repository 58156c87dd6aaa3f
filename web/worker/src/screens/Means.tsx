import { useCallback, useState } from 'react';
import {
  Button,
  Heading,
  TextField,
  useLanguage,
  useLoaded,
  useSharedText,
} from '../../../shared/src/components';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { deviceSchema, devicesSchema } from '../../../shared/src/api/parse-means';
import type { Device } from '../../../shared/src/api/types';
import { notDone } from '../text';
import { useApp, go, useNow, useText } from './app-context';
import { useTransports, Way } from './GoHome';
import { Loading } from './LoadFault';
import './visits.css';

/** What I call for help with, tested with one tap, and how I get there and home today. */
export function Means() {
  const text = useText();
  const shared = useSharedText();
  const { shown } = useApp();
  const transports = useTransports();
  const today = transports.value?.items.filter((transport) => transport.today) ?? [];
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
      <Loading of={transports} missing={text.means.transportMissing} />
      {transports.value !== null && today.length === 0 ? (
        <p className="utrecht-paragraph">{text.means.noTransport}</p>
      ) : null}
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
  const { means: text } = useText();
  const ask = useCallback(() => allPages(shell.api, '/me/devices', devicesSchema, idOf), [shell]);
  const devices = useLoaded(ask);
  return (
    <>
      <Loading of={devices} missing={text.devicesMissing} />
      {devices.value?.items.length === 0 ? (
        <p className="utrecht-paragraph">{text.noDevices}</p>
      ) : null}
      <ul className="aw-visits">
        {(devices.value?.items ?? []).map((device) => (
          <OneDevice key={device.id} device={device} onTold={devices.again} />
        ))}
      </ul>
    </>
  );
}

interface OneDeviceProps {
  readonly device: Device;
  readonly onTold: () => Promise<void>;
}

function OneDevice({ device, onTold }: OneDeviceProps) {
  const { shell } = useApp();
  const text = useText();
  const t = text.means;
  const { language } = useLanguage();
  const now = useNow();
  const [said, say] = useState('');
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
  const send = async (what: string, body: unknown, words: string): Promise<boolean> => {
    const answer = await shell.api.call({
      method: 'POST',
      path: `/devices/${device.id}/${what}`,
      schema: deviceSchema,
      body,
    });
    say(answer.kind === 'ok' ? words : notDone(text, answer));
    await onTold();
    return answer.kind === 'ok';
  };
  const note = async (): Promise<void> => {
    const level = Number(percent);
    const isWrong = percent.trim() === '' || !Number.isInteger(level) || level < 0 || level > 100;
    setWrong(isWrong);
    if (isWrong) return;
    if (await send('batteries', { percent: level }, t.saved)) setPercent('');
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
          onClick={() => void send('tests', { works: true }, t.saved)}
        >
          {t.works}
        </Button>
        <Button
          aria-label={t.failsThis(name)}
          onClick={() => void send('tests', { works: false }, t.told)}
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
      <Button onClick={() => void note()}>{t.batterySave}</Button>
      <p role="status" className="aw-said">
        {said}
      </p>
    </li>
  );
}
