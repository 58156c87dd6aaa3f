import { useCallback, useState, type ReactNode } from 'react';
import { Button, Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import type { DeviceHistory } from '../../../../shared/src/api/types';
import { isTestLate, nameOfDevice } from '../../core/devices';
import { mayAnswerForOthers } from '../../core/rights';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { dueText, momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { DeviceActDialog, type DeviceChange } from './DeviceActDialog';
import { DeviceForm } from './DeviceForm';
import { useMeansApi, useMeansTexts } from './use-means';
import './means.css';

const CHANGES: readonly DeviceChange[] = ['handOut', 'test', 'battery', 'remove'];

/** One personal alarm with its tests and everybody who had it. */
export default function DevicePage({ deviceId }: { readonly deviceId: string }) {
  const t = useMeansTexts();
  const api = useMeansApi();
  const one = useLoaded(useCallback(() => api.device(deviceId), [api, deviceId]));
  useTitle(t.devices);
  return (
    <div className="aw-means">
      <a className="aw-means__link" href={hashOf({ page: 'devices' })}>
        {t.device.back}
      </a>
      <Loading of={one} unknown={t.notFound} />
      {one.value === null ? null : <Known history={one.value} onChanged={one.again} />}
    </div>
  );
}

interface KnownProps {
  readonly history: DeviceHistory;
  readonly onChanged: () => Promise<void>;
}

function Known({ history, onChanged }: KnownProps) {
  const t = useMeansTexts().device;
  const { me } = useSeat();
  const { device } = history;
  const [change, setChange] = useState<DeviceChange | 'edit' | null>(null);
  const mayChange = mayAnswerForOthers(me.roles) && device.removedAt === null;
  const close = () => setChange(null);
  const done = () => {
    close();
    void onChanged();
  };
  return (
    <>
      <Heading level={1} focusOnShow>
        {t.kinds[device.kind]} {nameOfDevice(device)}
      </Heading>
      <Facts history={history} />
      {mayChange ? (
        <div className="aw-row">
          {CHANGES.map((one) => (
            <Button key={one} onClick={() => setChange(one)}>
              {t.acts[one]}
            </Button>
          ))}
          <Button onClick={() => setChange('edit')}>{t.edit}</Button>
        </div>
      ) : null}
      <Heading level={2}>{t.tests}</Heading>
      <Tests history={history} />
      <Heading level={2}>{t.holders}</Heading>
      <Holders history={history} />
      {change === 'edit' ? <DeviceForm known={device} onClose={close} onSaved={done} /> : null}
      {change === null || change === 'edit' ? null : (
        <DeviceActDialog device={device} change={change} onClose={close} onDone={done} />
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ history }: { readonly history: DeviceHistory }) {
  const t = useMeansTexts().device;
  const { language } = useLanguage();
  const { room } = useSeat();
  const { device } = history;
  const { holder, battery, lastTest, testDueAt } = device;
  const late = isTestLate(device, room.serverNowMs());
  return (
    <dl className="aw-means__facts">
      <Fact name={t.holder}>
        {holder === null
          ? t.withTeam(device.teamName)
          : `${holder.name}, ${t.since(momentText(holder.since, language))}`}
      </Fact>
      <Fact name={t.lastTest}>
        {lastTest === null
          ? t.never
          : t.tested(
              lastTest.works ? t.works : t.fails,
              lastTest.byName,
              momentText(lastTest.at, language, 'long'),
            )}
      </Fact>
      {testDueAt === null ? null : (
        <Fact name={late ? t.late : t.due}>{dueText(testDueAt, language, 'long')}</Fact>
      )}
      <Fact name={t.battery}>
        {battery === null
          ? t.batteryUnknown
          : t.batteryText(battery.percent, momentText(battery.at, language))}
      </Fact>
      <Fact name={t.team}>{device.teamName}</Fact>
      {device.note === null ? null : <Fact name={t.note}>{device.note}</Fact>}
      {device.removedAt === null ? null : (
        <Fact name={t.removed}>{momentText(device.removedAt, language, 'long')}</Fact>
      )}
    </dl>
  );
}

function Tests({ history }: { readonly history: DeviceHistory }) {
  const t = useMeansTexts().device;
  const { language } = useLanguage();
  if (history.tests.length === 0) return <p className="utrecht-paragraph">{t.noTests}</p>;
  return (
    <ul className="aw-means__list">
      {history.tests.map((test) => (
        <li key={test.at + test.byName} className="aw-means__part">
          <span className={test.works ? undefined : 'aw-means__wrong'}>
            {t.tested(
              test.works ? t.works : t.fails,
              test.byName,
              momentText(test.at, language, 'long'),
            )}
            {test.workplaceName === null ? '' : `, ${t.testedAt(test.workplaceName)}`}
          </span>
          {test.note === null ? null : <span className="aw-quiet">{test.note}</span>}
        </li>
      ))}
    </ul>
  );
}

function Holders({ history }: { readonly history: DeviceHistory }) {
  const t = useMeansTexts().device;
  const { language } = useLanguage();
  if (history.holders.length === 0) return <p className="utrecht-paragraph">{t.noHolders}</p>;
  return (
    <ul className="aw-means__list">
      {history.holders.map((holder) => {
        const from = momentText(holder.since, language);
        return (
          <li key={holder.since + holder.name}>
            {holder.name},{' '}
            {holder.until === null
              ? t.fromOn(from)
              : t.until(from, momentText(holder.until, language))}
          </li>
        );
      })}
    </ul>
  );
}
