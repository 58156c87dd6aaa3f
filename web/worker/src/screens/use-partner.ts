import { useEffect, useState } from 'react';
import {
  companionSettingSchema,
  preparationSchema,
} from '../../../shared/src/api/parse-preparation';
import type { WorkerWatch } from '../../../shared/src/api/types';
import { partnerOf, stageOf, type Stage } from '../core/partner';
import { useApp } from './app-context';

/** The other of the two, and nothing else of the visit. */
export interface Partner {
  readonly name: string;
  readonly stage: Stage;
  readonly arrivedAt: string | null;
}

/** Asked as often as the watch itself is, and no more once it is known that nobody comes along. */
const LOOK_AGAIN_MS = 15_000;

/** Null for whoever goes alone, and as long as nothing was heard. */
export function usePartner({ id, visitId, version }: WorkerWatch): Partner | null {
  const { shell } = useApp();
  const [partner, setPartner] = useState<Partner | null>(null);
  useEffect(() => {
    if (visitId === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let wanted = true;
    const { api } = shell;
    const heard = async (): Promise<Partner | null | undefined> => {
      const [visit, setting] = await Promise.all([
        api.call({
          method: 'GET',
          path: `/visits/${visitId}/preparation`,
          schema: preparationSchema,
        }),
        api.call({ method: 'GET', path: '/companion-setting', schema: companionSettingSchema }),
      ]);
      if (visit.kind !== 'ok' || setting.kind !== 'ok') return undefined;
      const goer = partnerOf(visit.value, id);
      if (goer === null) return null;
      const stage = stageOf(goer, setting.value.companionTold);
      return { name: goer.name, stage, arrivedAt: goer.arrivedAt ?? null };
    };
    const look = async (): Promise<void> => {
      const found = document.visibilityState === 'visible' ? await heard() : undefined;
      if (!wanted) return;
      if (found !== undefined) setPartner(found);
      if (found !== null) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
    };
  }, [shell, id, visitId, version]);
  return partner;
}
