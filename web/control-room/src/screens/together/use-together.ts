import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { useLanguage } from '../../../../shared/src/components';
import { meetingApi, type MeetingApi } from '../../shell/meeting-api';
import { togetherTexts, type TogetherTexts } from '../../text/together';
import { useSeat, useTexts } from '../room-context';

export function useTogetherTexts(): TogetherTexts {
  return togetherTexts[useLanguage().language];
}

export function useMeetingApi(): MeetingApi {
  const { api } = useSeat();
  return useMemo(() => meetingApi(api), [api]);
}

export interface Loaded<T> {
  readonly value: T | null;
  readonly failed: boolean;
  /** The status of a problem; null when there is none. */
  readonly status: number | null;
  readonly load: () => Promise<void>;
  readonly set: (value: T) => void;
}

/** Something asked when the page opens, and again on demand; `ask` must stay the same function. */
export function useLoaded<T>(ask: () => Promise<ApiAnswer<T>>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [answer, setAnswer] = useState<ApiAnswer<T> | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const heard = await ask();
    setAnswer(heard);
    if (heard.kind === 'ok') setValue(heard.value);
  }, [ask]);
  useEffect(() => {
    const timer = setTimeout(() => void load(), 0);
    return () => clearTimeout(timer);
  }, [load]);
  return {
    value,
    failed: answer !== null && answer.kind !== 'ok',
    status: answer?.kind === 'problem' ? answer.status : null,
    load,
    set: setValue,
  };
}

/** The name in the tab of the browser, for as long as the page is shown. */
export function useTitle(title: string): void {
  const texts = useTexts();
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
    return () => {
      document.title = texts.app.room;
    };
  }, [title, texts]);
}
