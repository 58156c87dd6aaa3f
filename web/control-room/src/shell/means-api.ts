import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf, type Whole } from '../../../shared/src/api/pages';
import { anything, pageLinksSchema, type Schema } from '../../../shared/src/api/parse';
import {
  deviceHistorySchema,
  deviceSchema,
  devicesSchema,
  transportSchema,
  transportsSchema,
} from '../../../shared/src/api/parse-means';
import {
  drillSchema,
  drillsSchema,
  drillSummariesSchema,
} from '../../../shared/src/api/parse-drills';
import type {
  Device,
  DeviceHistory,
  Devices,
  Drill,
  DrillEnding,
  Drills,
  DrillSummaries,
  NewDevice,
  NewDrillPlan,
  PageLinks,
  Transport,
  Transports,
  TransportTerms,
} from '../../../shared/src/api/types';
import type { Named } from './people-api';

const namedPageSchema: Schema<{ items: Named[]; _links: PageLinks }> = v.object({
  items: v.array(v.object({ id: v.string(), name: v.string() })),
  _links: pageLinksSchema,
});

/** What is done to a device; each act is a sub-resource of it. */
export type DeviceAct =
  | { readonly kind: 'hand-outs'; readonly personId?: string; readonly workplaceId?: string }
  | {
      readonly kind: 'tests';
      readonly works: boolean;
      readonly workplaceId: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'batteries'; readonly percent: number }
  | { readonly kind: 'removals'; readonly reason: string };

/** Everything the pages about devices and transport ask of the server. */
export interface MeansApi {
  devices(): Promise<ApiAnswer<Whole<Devices>>>;
  device(id: string): Promise<ApiAnswer<DeviceHistory>>;
  save(id: string | null, device: NewDevice): Promise<ApiAnswer<Device>>;
  act(id: string, act: DeviceAct): Promise<ApiAnswer<Device>>;
  transports(): Promise<ApiAnswer<Whole<Transports>>>;
  agree(id: string | null, terms: TransportTerms): Promise<ApiAnswer<Transport>>;
  endTransport(id: string): Promise<ApiAnswer<unknown>>;
  drills(): Promise<ApiAnswer<Whole<Drills>>>;
  summaries(): Promise<ApiAnswer<Whole<DrillSummaries>>>;
  planDrill(plan: NewDrillPlan): Promise<ApiAnswer<Drill>>;
  cancelDrill(id: string): Promise<ApiAnswer<unknown>>;
  drillActs(id: string): {
    arrive(): Promise<ApiAnswer<Drill>>;
    end(found: DrillEnding): Promise<ApiAnswer<Drill>>;
  };
  setRhythm(workplaceId: string, everyMonths: number): Promise<ApiAnswer<unknown>>;
  workplaces(): Promise<ApiAnswer<{ readonly items: readonly Named[] }>>;
}

export function meansApi(api: Api): MeansApi {
  const get = { method: 'GET' } as const;
  const post = { method: 'POST' } as const;
  const save = (path: string, id: string | null) =>
    id === null ? { ...post, path } : { method: 'PUT' as const, path: `${path}/${id}` };
  return {
    devices: () => allPages(api, '/devices', devicesSchema, idOf),
    device: (id) => api.call({ ...get, path: `/devices/${id}`, schema: deviceHistorySchema }),
    save: (id, device) => api.call({ ...save('/devices', id), schema: deviceSchema, body: device }),
    act: (id, { kind, ...body }) =>
      api.call({
        ...post,
        path: `/devices/${id}/${kind}`,
        schema: deviceSchema,
        body,
      }),
    transports: () => allPages(api, '/transports', transportsSchema, idOf),
    agree: (id, terms) =>
      api.call({ ...save('/transports', id), schema: transportSchema, body: terms }),
    endTransport: (id) =>
      api.call({ method: 'DELETE', path: `/transports/${id}`, schema: anything }),
    drills: () => allPages(api, '/drills', drillsSchema, idOf),
    summaries: () =>
      allPages(api, '/drill-summaries', drillSummariesSchema, ({ workplaceId }) => workplaceId),
    planDrill: (plan) =>
      api.call({ ...post, path: '/drill-plans', schema: drillSchema, body: plan }),
    cancelDrill: (id) => api.call({ method: 'DELETE', path: `/drills/${id}`, schema: anything }),
    drillActs: (id) => ({
      arrive: () =>
        api.call({
          ...post,
          path: `/drills/${id}/arrivals`,
          schema: drillSchema,
          body: {},
        }),
      end: (found) =>
        api.call({
          ...post,
          path: `/drills/${id}/endings`,
          schema: drillSchema,
          body: found,
        }),
    }),
    setRhythm: (id, everyMonths) =>
      api.call({
        method: 'PUT',
        path: `/workplaces/${id}/drill-rhythm`,
        schema: anything,
        body: { everyMonths },
      }),
    workplaces: () => allPages(api, '/workplaces', namedPageSchema, idOf),
  };
}
