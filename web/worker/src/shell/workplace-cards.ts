import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import type { Schema } from '../../../shared/src/api/parse';
import { workplaceCardSchema } from '../../../shared/src/api/parse-drills';
import type { WorkplaceCard } from '../../../shared/src/api/types';
import { keeping, keptAtSchema, shelf, type Shelf } from './kept';

const MOST = 20;

interface Cards {
  readonly items: readonly (WorkplaceCard & { readonly keptAtMs: number | null })[];
}

const cardsSchema: Schema<Cards> = v.object({
  items: v.array(v.intersect([workplaceCardSchema, keptAtSchema])),
});

/**
 * Workplaces that were opened before stay on the phone: the way out must be there without a network.
 * A card says nothing about anybody.
 */
const cards = shelf('achterwacht-workplaces', cardsSchema);

/** The card of one workplace, as it was when it was last opened here. */
export function keptCard(id: string): Pick<Shelf<WorkplaceCard>, 'read' | 'put'> {
  return {
    read: () => {
      const card = all().find((one) => one.id === id);
      return card === undefined ? null : { value: card, keptAtMs: card.keptAtMs };
    },
    put: (card) => {
      const others = all().filter((one) => one.id !== id);
      const opened = { ...card, drill: null, keptAtMs: Date.now() };
      cards.put({ items: [opened, ...others].slice(0, MOST) });
    },
  };
}

export async function readCard(api: Api, id: string): Promise<ApiAnswer<WorkplaceCard>> {
  const path = `/workplaces/${id}/card`;
  return keeping(keptCard(id), api.call({ method: 'GET', path, schema: workplaceCardSchema }));
}

function all(): Cards['items'] {
  return cards.read()?.value.items ?? [];
}
