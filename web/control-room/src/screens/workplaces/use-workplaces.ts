import { useCallback, useMemo, useState } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { useLanguage } from '../../../../shared/src/components';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import { workplaceApi, type WorkplaceApi } from '../../shell/workplace-api';
import { workplaceTexts, type WorkplaceTexts } from '../../text/workplaces';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

export function useWorkplaceTexts(): WorkplaceTexts {
  return workplaceTexts[useLanguage().language];
}

export function useWorkplaceApi(): WorkplaceApi {
  const { api } = useSeat();
  return useMemo(() => workplaceApi(api), [api]);
}

/** A day, or the day of a moment, as said: "maandag 23 november 2026". */
export function useDay(): (dayOrMoment: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (text) => {
      const day = text.length > 10 ? dayOf(Date.parse(text)) : text;
      return `${sayDay(day, language, 'long')} ${day.slice(0, 4)}`;
    },
    [language],
  );
}

/** One act under way; what is wrong with a field stands under its name, as `name` or `before/effect`. */
export interface Asking {
  readonly busy: boolean;
  readonly fault: string | null;
  readonly codes: ReadonlyMap<string, string>;
  readonly run: <T>(asking: Promise<ApiAnswer<T>>) => Promise<T | null>;
}

export function useAsking(): Asking {
  const t = useTexts();
  const words = useWorkplaceTexts();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    busy,
    fault,
    codes,
    run: async (asking) => {
      setBusy(true);
      setFault(null);
      setCodes(new Map());
      const answer = await asking;
      setBusy(false);
      if (answer.kind === 'ok') return answer.value;
      const errors = answer.kind === 'problem' ? (answer.problem.errors ?? []) : [];
      const named = errors.filter(({ location }) => location.length > 1);
      setCodes(new Map(named.map(({ location, code }) => [location.slice(1), code])));
      if (answer.kind === 'problem' && codeOf(answer.problem) === 'changed-meanwhile') {
        setFault(words.faults.meanwhile);
      } else if (named.length === 0) {
        setFault(faultText(answer, t));
      }
      return null;
    },
  };
}

/** A workplace as it was read, and what to do when an act changed it. */
export interface Shown {
  readonly workplace: LoneWorkplace;
  readonly mayChange: boolean;
  readonly onChanged: (workplace: LoneWorkplace) => void;
  /** Something about it changed that shows elsewhere on the page too. */
  readonly onTouched: () => void;
}
