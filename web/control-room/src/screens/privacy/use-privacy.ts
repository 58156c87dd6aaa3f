import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RetentionRule } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import { privacyApi, type PrivacyApi } from '../../shell/privacy-api';
import { privacyTexts, type PrivacyTexts } from '../../text/privacy';
import { useSeat } from '../room-context';

export function usePrivacyTexts(): PrivacyTexts {
  return privacyTexts[useLanguage().language];
}

export function usePrivacyApi(): PrivacyApi {
  const { api } = useSeat();
  return useMemo(() => privacyApi(api), [api]);
}

export interface RuleList {
  readonly rules: readonly RetentionRule[] | null;
  readonly failed: boolean;
  readonly refresh: () => Promise<void>;
}

/** How long what is kept. */
export function useRules(): RuleList {
  const api = usePrivacyApi();
  const [rules, setRules] = useState<readonly RetentionRule[] | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await api.rules();
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') setRules(answer.value.items);
  }, [api]);
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    return () => clearTimeout(first);
  }, [refresh]);
  return { rules, failed, refresh };
}
