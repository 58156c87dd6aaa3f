import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import {
  cautionSchema,
  cautionsSchema,
  foundAddressesSchema,
  knownPlaceSchema,
  knownPlacesSchema,
  lookedUpAddressSchema,
  silenceEvidenceSchema,
} from '../../../shared/src/api/parse-places';
import type {
  Address,
  Caution,
  Cautions,
  FoundAddresses,
  KnownPlace,
  KnownPlaces,
  LookedUpAddress,
  NewCaution,
  PlaceChange,
  SilenceEvidence,
} from '../../../shared/src/api/types';

/** What can be done to a caution; each act is a sub-resource of it. */
export type CautionAct =
  | { readonly kind: 'confirmations' }
  | { readonly kind: 'letters'; readonly sentOn: string }
  | { readonly kind: 'letters'; readonly notSentBecause: string }
  | { readonly kind: 'replies'; readonly text: string; readonly receivedOn: string }
  | { readonly kind: 'reviews' }
  | { readonly kind: 'renewals'; readonly endsOn: string; readonly reason: string }
  | { readonly kind: 'endings'; readonly reason: string };

/** Everything the pages about addresses ask of the server. */
export interface PlaceApi {
  searchPlaces(text: string): Promise<ApiAnswer<KnownPlaces>>;
  searchAddresses(text: string): Promise<ApiAnswer<FoundAddresses>>;
  lookUp(id: string): Promise<ApiAnswer<LookedUpAddress>>;
  add(address: Address): Promise<ApiAnswer<KnownPlace>>;
  place(id: string): Promise<ApiAnswer<KnownPlace>>;
  change(id: string, change: PlaceChange): Promise<ApiAnswer<KnownPlace>>;
  cautions(placeId: string): Promise<ApiAnswer<Cautions>>;
  toDecide(): Promise<ApiAnswer<Cautions>>;
  propose(placeId: string, caution: NewCaution): Promise<ApiAnswer<Caution>>;
  act(cautionId: string, act: CautionAct): Promise<ApiAnswer<Caution>>;
  silenceEvidence(alarmId: string): Promise<ApiAnswer<SilenceEvidence>>;
}

export function placeApi(api: Api): PlaceApi {
  const get = { method: 'GET' } as const;
  const post = { method: 'POST' } as const;
  const ask = { method: 'POST', asks: true } as const;
  return {
    searchPlaces: (text) =>
      api.call({ ...ask, path: '/place-searches', body: { text }, schema: knownPlacesSchema }),
    searchAddresses: (text) =>
      api.call({
        ...ask,
        path: '/address-searches',
        body: { text },
        schema: foundAddressesSchema,
      }),
    lookUp: (id) =>
      api.call({ ...ask, path: '/address-lookups', body: { id }, schema: lookedUpAddressSchema }),
    add: (address) =>
      api.call({ ...post, path: '/places', body: { address }, schema: knownPlaceSchema }),
    place: (id) => api.call({ ...get, path: `/places/${id}`, schema: knownPlaceSchema }),
    change: (id, body) =>
      api.call({ method: 'PUT', path: `/places/${id}`, body, schema: knownPlaceSchema }),
    cautions: (id) => api.call({ ...get, path: `/places/${id}/cautions`, schema: cautionsSchema }),
    toDecide: () => api.call({ ...get, path: '/cautions', schema: cautionsSchema }),
    propose: (id, body) =>
      api.call({
        ...post,
        path: `/places/${id}/cautions`,
        body,
        schema: cautionSchema,
      }),
    silenceEvidence: (id) =>
      api.call({ ...get, path: `/alarms/${id}/silence-evidence`, schema: silenceEvidenceSchema }),
    act: (id, act) => {
      const { kind, ...body } = act;
      return api.call({
        ...post,
        path: `/cautions/${id}/${kind}`,
        ...(kind === 'reviews' ? {} : { body }),
        schema: cautionSchema,
      });
    },
  };
}
