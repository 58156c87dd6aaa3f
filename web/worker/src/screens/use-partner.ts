import { useCallback } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import {
  companionSettingSchema,
  preparationSchema,
} from '../../../shared/src/api/parse-preparation';
import type { CompanionSetting, Preparation, WorkerWatch } from '../../../shared/src/api/types';
import { both, useEvery, useLoaded, type Loaded } from '../../../shared/src/components';
import { partnerOf, stageOf, type Stage } from '../core/partner';
import { useApp } from './app-context';
import { useAgainAt } from './use-kept';

/** The other of the two, and nothing else of the visit. */
export interface Partner {
  readonly name: string;
  readonly stage: Stage;
  readonly arrivedAt: string | null;
}

/** `partner` is null for whoever goes alone. */
export interface Company {
  readonly partner: Partner | null;
}

/** Asked as often as the watch itself is, and no more once it is known that nobody comes along. */
const LOOK_AGAIN_MS = 15_000;

/** Who comes along. Nothing is asked under a watch without an appointment. */
export function usePartner({ id, visitId, version }: WorkerWatch): Loaded<Company> {
  const { shell } = useApp();
  const ask = useCallback(async (): Promise<ApiAnswer<Company>> => {
    const { api } = shell;
    const known = await both(
      api.call({
        method: 'GET',
        path: `/visits/${visitId}/preparation`,
        schema: preparationSchema,
      }),
      api.call({ method: 'GET', path: '/companion-setting', schema: companionSettingSchema }),
    );
    return known.kind === 'ok' ? { ...known, value: companyOf(id, ...known.value) } : known;
  }, [shell, id, visitId]);
  const company = useLoaded(visitId === null ? null : ask);
  useAgainAt(version, company.again);
  useEvery(company.value?.partner === null ? null : LOOK_AGAIN_MS, company.again);
  return company;
}

function companyOf(id: string, visit: Preparation, setting: CompanionSetting): Company {
  const goer = partnerOf(visit, id);
  if (goer === null) return { partner: null };
  const { name, arrivedAt = null } = goer;
  return { partner: { name, arrivedAt, stage: stageOf(goer, setting.companionTold) } };
}
