import { useMemo } from 'react';
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
