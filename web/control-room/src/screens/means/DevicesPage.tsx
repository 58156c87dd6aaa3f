import { useState } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Device } from '../../../../shared/src/api/types';
import {
  DEVICE_FILTERS,
  devicesShown,
  isBatteryLow,
  isTestLate,
  nameOfDevice,
  type DeviceFilter,
} from '../../core/devices';
import { mayAnswerForOthers } from '../../core/rights';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { dueText, momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { DeviceForm } from './DeviceForm';
import { MeansTabs } from './MeansTabs';
import { useMeansApi, useMeansTexts } from './use-means';
import './means.css';

/** Every personal alarm: who has it, whether it works, when it is tested next. */
export default function DevicesPage() {
  const t = useMeansTexts();
  const api = useMeansApi();
  const { me, room } = useSeat();
  const [filter, setFilter] = useState<DeviceFilter>('all');
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const list = useLoaded(api.devices);
  useTitle(t.devices);
  const devices = list.value?.items ?? null;
  const shown = devicesShown(devices ?? [], filter, typed, room.serverNowMs());
  return (
    <div className="aw-means">
      <MeansTabs current="devices" />
      <div className="aw-means__top">
        <Heading level={1} focusOnShow>
          {t.devices}
        </Heading>
        {mayAnswerForOthers(me.roles) ? (
          <Button look="primary" onClick={() => setAdding(true)}>
            {t.device.add}
          </Button>
        ) : null}
      </div>
      <p className="utrecht-paragraph">{t.device.intro}</p>
      <Loading of={list} />
      {devices?.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.device.emptyTitle}</p>
          <p className="utrecht-paragraph">{t.device.emptyText}</p>
        </div>
      ) : null}
      {devices === null || devices.length === 0 ? null : (
        <>
          <div className="aw-means__search">
            <TextField
              label={t.device.search}
              hint={t.device.searchHint}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <ChipsField
              label={t.device.filter}
              choices={DEVICE_FILTERS.map((value) => ({ value, label: t.device.filters[value] }))}
              value={filter}
              onChange={setFilter}
            />
          </div>
          {shown.length === 0 ? (
            <p className="utrecht-paragraph" role="status">
              {t.device.noneFound}
            </p>
          ) : null}
          <LongList className="aw-means__list" items={shown}>
            {(device) => <Line key={device.id} device={device} nowMs={room.serverNowMs()} />}
          </LongList>
          <IsMore of={list.value} />
          {mayAnswerForOthers(me.roles) ? (
            <a className="aw-means__link" href="/api/v1/device-table" download>
              {t.device.table}
            </a>
          ) : null}
        </>
      )}
      {adding ? (
        <DeviceForm
          known={null}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            void list.again();
          }}
        />
      ) : null}
    </div>
  );
}

function Line({ device, nowMs }: { readonly device: Device; readonly nowMs: number }) {
  const { device: t, open } = useMeansTexts();
  const { language } = useLanguage();
  const { lastTest, battery, holder } = device;
  const late = isTestLate(device, nowMs);
  const name = `${t.kinds[device.kind]} ${nameOfDevice(device)}`.trim();
  const wrong = device.removedAt === null && (device.broken || late);
  return (
    <li className={wrong ? 'aw-means__one aw-means__one--wrong' : 'aw-means__one'}>
      <div className="aw-means__part">
        <strong>{t.kinds[device.kind]}</strong>
        <span>{nameOfDevice(device)}</span>
        {device.removedAt === null ? null : <span className="aw-quiet">{t.removed}</span>}
      </div>
      <div className="aw-means__part">
        <span>{holder === null ? t.withTeam(device.teamName) : holder.name}</span>
        {holder === null ? null : (
          <span className="aw-quiet">{t.since(momentText(holder.since, language))}</span>
        )}
      </div>
      <div className="aw-means__part">
        {lastTest === null ? (
          <span>{t.never}</span>
        ) : (
          <span className={lastTest.works ? undefined : 'aw-means__wrong'}>
            {lastTest.works ? t.works : t.fails}, {momentText(lastTest.at, language)}
          </span>
        )}
        {device.testDueAt === null ? null : (
          <span className={late ? 'aw-means__wrong' : 'aw-quiet'}>
            {late ? t.late : t.due}: {dueText(device.testDueAt, language)}
          </span>
        )}
        {battery === null ? null : (
          <span className={isBatteryLow(device) ? 'aw-means__wrong' : 'aw-quiet'}>
            {t.battery}: {t.batteryText(battery.percent, momentText(battery.at, language))}
          </span>
        )}
      </div>
      <a
        className="aw-means__link"
        href={hashOf({ page: 'device', deviceId: device.id })}
        aria-label={t.openThis(name)}
      >
        {open}
      </a>
    </li>
  );
}
