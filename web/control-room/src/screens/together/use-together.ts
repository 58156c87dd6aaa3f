import { useMemo } from 'react';
import { useLanguage } from '../../../../shared/src/components';
import { meetingApi, type MeetingApi } from '../../shell/meeting-api';
import { togetherTexts, type TogetherTexts } from '../../text/together';
import { useSeat } from '../room-context';

export function useTogetherTexts(): TogetherTexts {
  return togetherTexts[useLanguage().language];
}

export function useMeetingApi(): MeetingApi {
  const { api } = useSeat();
  return useMemo(() => meetingApi(api), [api]);
}
