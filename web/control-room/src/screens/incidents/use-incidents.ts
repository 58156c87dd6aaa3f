import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Whole } from '../../../../shared/src/api/pages';
import type { Incident, Incidents } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import {
  incidentApi,
  type IncidentAct,
  type IncidentApi,
  type IncidentFilter,
  type IncidentPart,
  type IncidentPut,
} from '../../shell/incident-api';
import type { Colleague } from '../../shell/preparation-api';
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

export interface IncidentList {
  readonly lines: Whole<Incidents> | null;
  readonly failed: boolean;
  readonly refresh: () => Promise<void>;
}

export function useIncidentList(filter: IncidentFilter): IncidentList {
  const api = useIncidentApi();
  const [lines, setLines] = useState<Whole<Incidents> | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await api.list(filter);
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') setLines(answer.value);
  }, [api, filter]);
  useEffect(() => {
    const timer = setTimeout(() => void refresh(), 0);
    return () => clearTimeout(timer);
  }, [refresh]);
  return { lines, failed, refresh };
}

/** An act answers null when it was done. */
export interface OneIncident {
  readonly incident: Incident | null;
  readonly fault: string | null;
  readonly act: (act: IncidentAct) => Promise<Refused | null>;
  readonly put: (put: IncidentPut) => Promise<Refused | null>;
  readonly remove: (path: IncidentPart) => Promise<Refused | null>;
}

/** One incident; looking at it is journalled, so it is asked for once. */
export function useIncident(incidentId: string): OneIncident {
  const api = useIncidentApi();
  const t = useIncidentTexts();
  const texts = useTexts();
  const [incident, setIncident] = useState<Incident | null>(null);
  const [answer, setAnswer] = useState<ApiAnswer<unknown> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      void api.incident(incidentId).then((found) => {
        setAnswer(found);
        if (found.kind === 'ok') setIncident(found.value);
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [api, incidentId]);
  const taken = (done: ApiAnswer<Incident>): Refused | null => {
    if (done.kind === 'ok') {
      setIncident(done.value);
      return null;
    }
    return refusedOf(done, texts);
  };
  const isUnknown = answer?.kind === 'problem' && (answer.status === 404 || answer.status === 403);
  return {
    incident,
    fault: answer === null || answer.kind === 'ok' ? null : isUnknown ? t.page.notFound : t.failed,
    act: async (act) => taken(await api.act(incidentId, act)),
    put: async (put) => taken(await api.put(incidentId, put)),
    remove: async (path) => taken(await api.remove(incidentId, path)),
  };
}

/** The colleagues of the organisation, by name. */
export function useColleagues(): readonly Colleague[] {
  const api = useIncidentApi();
  const [all, setAll] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      void api.colleagues().then((answer) => {
        if (answer.kind === 'ok') setAll(answer.value.items);
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [api]);
  return all;
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
