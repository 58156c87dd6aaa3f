import { useCallback, useMemo, useState } from 'react';
import { useLanguage, useLoaded, useSettled, type Loaded } from '../../../../shared/src/components';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import type { AddressSuggestion, KnownPlaces } from '../../../../shared/src/api/types';
import { placeApi, type PlaceApi } from '../../shell/place-api';
import { placeTexts, type PlaceTexts } from '../../text/places';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

/** Long enough that a word is finished, short enough to feel at once; kind to the register. */
const PAUSE_MS = 250;
const SHORTEST = 3;

export function usePlaceTexts(): PlaceTexts {
  return placeTexts[useLanguage().language];
}

export function usePlaceApi(): PlaceApi {
  const { api } = useSeat();
  return useMemo(() => placeApi(api), [api]);
}

export interface Found {
  readonly text: string;
  /** A no is no empty list: the address may well be known. */
  readonly known: ApiAnswer<KnownPlaces>;
  readonly suggested: readonly AddressSuggestion[];
  readonly registerThere: boolean;
}

/** What fits `typed`, asked when whoever types pauses. */
export function useFound(typed: string): Loaded<Found> {
  const places = usePlaceApi();
  const text = useSettled(typed.trim(), PAUSE_MS);
  const isShort = text.length < SHORTEST || typed.trim().length < SHORTEST;
  const ask = useCallback(async (): Promise<ApiAnswer<Found>> => {
    const [known, suggested] = await Promise.all([
      places.searchPlaces(text),
      places.searchAddresses(text),
    ]);
    const value = {
      text,
      known,
      suggested: suggested.kind === 'ok' ? suggested.value.items : [],
      registerThere: suggested.kind === 'ok' && suggested.value.available,
    };
    return { kind: 'ok', status: 200, value };
  }, [places, text]);
  const found = useLoaded(isShort ? null : ask);
  return isShort ? { ...found, value: null } : found;
}

/** One request under way and what went wrong with it, in words. */
export interface Request {
  readonly busy: boolean;
  readonly fault: string | null;
  readonly run: <T>(asking: Promise<ApiAnswer<T>>) => Promise<T | null>;
}

export function useRequest(): Request {
  const t = useTexts();
  const words = usePlaceTexts();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  return {
    busy,
    fault,
    run: async (asking) => {
      setBusy(true);
      setFault(null);
      const answer = await asking;
      setBusy(false);
      if (answer.kind === 'ok') {
        return answer.value;
      }
      const refused = answer.kind === 'problem' ? refusal(codeOf(answer.problem), words) : null;
      setFault(refused ?? faultText(answer, t));
      return null;
    },
  };
}

function refusal(code: string, words: PlaceTexts): string | null {
  const known = Object.entries(words.refused).find(([name]) => name === code);
  return known === undefined ? null : known[1];
}
