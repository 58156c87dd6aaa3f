import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { parseAs, type Schema } from '../../../shared/src/api/parse';
import { workplaceCardSchema } from '../../../shared/src/api/parse-drills';
import type { WorkplaceCard } from '../../../shared/src/api/types';

/**
 * Workplaces that were opened before stay on the phone: the way out must be there without a network.
 * A card says nothing about anybody.
 */
const KEPT_AS = 'achterwacht-workplaces';
const MOST = 20;

const keptSchema: Schema<{ items: WorkplaceCard[] }> = v.object({
  items: v.array(workplaceCardSchema),
});

export async function readCard(api: Api, id: string): Promise<ApiAnswer<WorkplaceCard>> {
  const answer = await api.call({
    method: 'GET',
    path: `/workplaces/${id}/card`,
    schema: workplaceCardSchema,
  });
  if (answer.kind === 'ok') {
    const others = kept().filter((card) => card.id !== id);
    const items = [{ ...answer.value, drill: null }, ...others].slice(0, MOST);
    localStorage.setItem(KEPT_AS, JSON.stringify({ items }));
  }
  return answer;
}

/** As it was when it was last opened here; null when it never was. */
export function keptCard(id: string): WorkplaceCard | null {
  return kept().find((card) => card.id === id) ?? null;
}

function kept(): readonly WorkplaceCard[] {
  const read = parseAs(keptSchema, localStorage.getItem(KEPT_AS) ?? '');
  return read.ok ? read.value.items : [];
}
