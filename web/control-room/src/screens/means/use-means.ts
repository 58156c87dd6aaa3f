import { useMemo } from 'react';
import { useLanguage } from '../../../../shared/src/components';
import { meansApi, type MeansApi } from '../../shell/means-api';
import { meansTexts, type MeansTexts } from '../../text/means';
import { useSeat } from '../room-context';

export function useMeansTexts(): MeansTexts {
  return meansTexts[useLanguage().language];
}

export function useMeansApi(): MeansApi {
  const { api } = useSeat();
  return useMemo(() => meansApi(api), [api]);
}

export function filled(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
