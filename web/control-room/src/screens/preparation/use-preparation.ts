import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import type { MeasureCode, Preparation } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import {
  newMeasureKey,
  preparationApi,
  type Colleague,
  type MeasureOrder,
  type PreparationApi,
} from '../../shell/preparation-api';
import { preparationTexts, type PreparationTexts } from '../../text/preparation';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

export function usePreparationTexts(): PreparationTexts {
  return preparationTexts[useLanguage().language];
}

export function usePreparationApi(): PreparationApi {
  const { api } = useSeat();
  return useMemo(() => preparationApi(api), [api]);
}

/** What went wrong, in words, and the field of the form that it is about. */
export interface ActFault {
  readonly field: string | null;
  readonly text: string;
}

export interface PreparationDesk {
  readonly preparation: Preparation | null;
  /** Why there is nothing to show. */
  readonly fault: string | null;
  readonly look: () => Promise<void>;
  /** Null when it was done. */
  readonly act: (measure: MeasureCode, order: MeasureOrder) => Promise<ActFault | null>;
}

/** One preparation; the screen shows only what the server says of it. */
export function usePreparation(visitId: string): PreparationDesk {
  const api = usePreparationApi();
  const t = usePreparationTexts();
  const texts = useTexts();
  const [preparation, setPreparation] = useState<Preparation | null>(null);
  const [answer, setAnswer] = useState<ApiAnswer<unknown> | null>(null);
  const key = useRef<{ readonly what: string; readonly key: string } | null>(null);

  const take = useCallback((found: ApiAnswer<Preparation>): void => {
    setAnswer(found);
    if (found.kind === 'ok') setPreparation(found.value);
  }, []);
  const look = useCallback(async () => take(await api.look(visitId)), [api, visitId, take]);

  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    return () => clearTimeout(first);
  }, [look]);

  /** The same act again, after a broken line, counts once. */
  const keyFor = (what: unknown): string => {
    const text = JSON.stringify(what);
    if (key.current?.what !== text) key.current = { what: text, key: newMeasureKey() };
    return key.current.key;
  };

  const isUnknown = answer?.kind === 'problem' && answer.status === 404;
  return {
    preparation,
    fault: answer === null || answer.kind === 'ok' ? null : isUnknown ? t.notFound : t.failed,
    look,
    act: async (measure, order) => {
      const done = await api.act(visitId, measure, order, keyFor({ measure, order }));
      if (done.kind === 'ok') {
        key.current = null;
        take(done);
        return null;
      }
      return faultOf(done, t, faultText(done, texts));
    },
  };
}

function faultOf(answer: ApiAnswer<unknown>, t: PreparationTexts, otherwise: string): ActFault {
  if (answer.kind !== 'problem') {
    return { field: null, text: otherwise };
  }
  const code = codeOf(answer.problem);
  const words = Object.entries(t.refused).find(([name]) => name === code)?.[1];
  const field = fieldOf(code, answer.problem.errors?.[0]?.location ?? '');
  return { field, text: words ?? (field === null ? otherwise : t.faults.words) };
}

/** The field of the form that a refusal is about. */
function fieldOf(code: string, location: string): string | null {
  if (code === 'from-the-future') return 'moment';
  if (code === 'does-not-fit-visit') return 'callAt';
  const name = location.split('/')[1] ?? '';
  return name === '' || name === 'kind' ? null : name;
}

/** Whom one may ask: whoever comes along is a worker, whoever stands by can act on an alarm. */
export function useColleagues(measure: MeasureCode, workerId: string): readonly Colleague[] {
  const api = usePreparationApi();
  const [all, setAll] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let wanted = true;
    void api.colleagues().then((answer) => {
      if (wanted && answer.kind === 'ok') setAll(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [api]);
  const fits = ({ roles }: Colleague): boolean =>
    measure === 'DUO'
      ? roles.includes('worker')
      : roles.includes('standby') || roles.includes('supervisor');
  return all.filter((one) => one.id !== workerId && fits(one));
}
