import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { useLanguage } from '../../../../shared/src/components';
import { meansApi, type MeansApi, type Named } from '../../shell/means-api';
import { meansTexts, type MeansTexts } from '../../text/means';
import { useSeat, useTexts } from '../room-context';

export function useMeansTexts(): MeansTexts {
  return meansTexts[useLanguage().language];
}

export function useMeansApi(): MeansApi {
  const { api } = useSeat();
  return useMemo(() => meansApi(api), [api]);
}

export interface Loaded<T> {
  readonly value: T | null;
  readonly failed: boolean;
  readonly unknown: boolean;
  readonly refresh: () => Promise<void>;
}

/** Something of the server, read when the page opens and when asked again. */
export function useLoaded<T>(read: () => Promise<ApiAnswer<T>>): Loaded<T> {
  const [answer, setAnswer] = useState<ApiAnswer<T> | null>(null);
  const [value, setValue] = useState<T | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    const read_ = await read();
    setAnswer(read_);
    if (read_.kind === 'ok') setValue(read_.value);
  }, [read]);
  useEffect(() => {
    const timer = setTimeout(() => void refresh(), 0);
    return () => clearTimeout(timer);
  }, [refresh]);
  return {
    value,
    failed: answer !== null && answer.kind !== 'ok',
    unknown: answer?.kind === 'problem' && answer.status === 404,
    refresh,
  };
}

export interface Choices {
  readonly people: readonly Named[];
  readonly teams: readonly Named[];
  readonly workplaces: readonly Named[];
}

const NONE: Choices = { people: [], teams: [], workplaces: [] };

/** Whom and what a form can choose from. */
export function useChoices(): Choices {
  const api = useMeansApi();
  const [choices, setChoices] = useState<Choices>(NONE);
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.all([api.people(), api.teams(), api.workplaces()]).then(
        ([people, teams, workplaces]) =>
          setChoices({
            people: people.kind === 'ok' ? people.value.items : [],
            teams: teams.kind === 'ok' ? teams.value.items : [],
            workplaces: workplaces.kind === 'ok' ? workplaces.value.items : [],
          }),
      );
    }, 0);
    return () => clearTimeout(timer);
  }, [api]);
  return choices;
}

export function useTitle(title: string): void {
  const texts = useTexts();
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
    return () => {
      document.title = texts.app.room;
    };
  }, [title, texts]);
}

export function toChoices(all: readonly Named[]) {
  return all.map(({ id, name }) => ({ value: id, label: name }));
}

export function filled(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
