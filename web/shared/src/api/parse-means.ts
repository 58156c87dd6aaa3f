import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import type { Device, DeviceHistory, Devices, Transport, Transports } from './types';

export const DEVICE_KINDS = ['app', 'gps-tracker', 'button', 'other'] as const;
export const TRANSPORT_MEANS = [
  'own-car',
  'company-car',
  'colleague',
  'taxi',
  'public-transport',
] as const;

const text = v.nullable(v.string());

const holder = v.object({
  personId: text,
  workplaceId: text,
  name: v.string(),
  since: moment,
  until: v.nullable(moment),
});

const test = v.object({
  works: v.boolean(),
  workplaceId: text,
  workplaceName: text,
  note: text,
  byName: v.string(),
  at: moment,
});

export const deviceSchema: Schema<Device> = v.object({
  id: v.string(),
  kind: v.picklist(DEVICE_KINDS),
  maker: text,
  number: text,
  note: text,
  teamId: v.string(),
  teamName: v.string(),
  testEveryDays: v.number(),
  holder: v.nullable(holder),
  battery: v.nullable(v.object({ percent: v.number(), at: moment })),
  lastTest: v.nullable(test),
  testDueAt: v.nullable(moment),
  broken: v.boolean(),
  removedAt: v.nullable(moment),
});

export const devicesSchema: Schema<Devices> = v.object({
  items: v.array(deviceSchema),
  _links: pageLinksSchema,
});

export const deviceHistorySchema: Schema<DeviceHistory> = v.object({
  device: deviceSchema,
  tests: v.array(test),
  holders: v.array(holder),
});

export const transportSchema: Schema<Transport> = v.object({
  id: v.string(),
  terms: v.object({
    teamId: v.string(),
    personId: text,
    workplaceId: text,
    means: v.picklist(TRANSPORT_MEANS),
    carrier: text,
    phone: text,
    outAt: text,
    homeAt: text,
    travelMinutes: v.number(),
    days: v.array(v.number()),
    note: text,
  }),
  teamName: v.string(),
  personName: text,
  workplaceName: text,
  today: v.boolean(),
});

export const transportsSchema: Schema<Transports> = v.object({
  items: v.array(transportSchema),
  _links: pageLinksSchema,
});
