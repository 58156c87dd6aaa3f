import { useCallback, useMemo } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Incident } from '../../../../shared/src/api/types';
import { useLanguage, useLoaded, type Loaded } from '../../../../shared/src/components';
import {
  incidentApi,
  type IncidentAct,
  type IncidentApi,
  type IncidentPart,
  type IncidentPut,
} from '../../shell/incident-api';
import { incidentTexts, type IncidentTexts } from '../../text/incidents';
import { useSeat, useTexts } from '../room-context';
import { refusedOf, type Refused } from '../use-act';

export function useIncidentTexts(): IncidentTexts {
  return incidentTexts[useLanguage().language];
}

export function useIncidentApi(): IncidentApi {
  const { api } = useSeat();
  return useMemo(() => incidentApi(api), [api]);
}

/** An act answers null when it was done. */
export interface OneIncident {
  readonly loaded: Loaded<Incident>;
  readonly act: (act: IncidentAct) => Promise<Refused | null>;
  readonly put: (put: IncidentPut) => Promise<Refused | null>;
  readonly remove: (path: IncidentPart) => Promise<Refused | null>;
}

/** One incident; looking at it is journalled, so it is asked for once. */
export function useIncident(incidentId: string): OneIncident {
  const api = useIncidentApi();
  const texts = useTexts();
  const loaded = useLoaded(useCallback(() => api.incident(incidentId), [api, incidentId]));
  const taken = (done: ApiAnswer<Incident>): Refused | null => {
    if (done.kind !== 'ok') return refusedOf(done, texts);
    loaded.set(done.value);
    return null;
  };
  return {
    loaded,
    act: async (act) => taken(await api.act(incidentId, act)),
    put: async (put) => taken(await api.put(incidentId, put)),
    remove: async (path) => taken(await api.remove(incidentId, path)),
  };
}

/** A day as people read it. */
export function useSayDay(): (day: string) => string {
  const { language } = useLanguage();
  return (day) =>
    new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(`${day}T00:00:00Z`));
}
