import type { Api } from '../../../shared/src/api/client';
import { packingCheckSchema } from '../../../shared/src/api/parse-on-the-way';
import { parseAs } from '../../../shared/src/api/parse';
import type { PackedThing, NewPackingCheck } from '../../../shared/src/api/types';

/**
 * The list of things, kept on the phone so that it is there without a network. It says nothing about
 * anybody. What is ticked is kept by the server only, and only for the day.
 */
const KEPT_AS = 'achterwacht-packing-list';

export async function readList(api: Api): Promise<readonly PackedThing[]> {
  const answer = await api.call({
    method: 'GET',
    path: '/me/packing-check',
    schema: packingCheckSchema,
  });
  if (answer.kind !== 'ok') return keptList();
  const untouched = answer.value.things.map((thing) => ({ ...thing, ticked: false }));
  localStorage.setItem(KEPT_AS, JSON.stringify({ ...answer.value, things: untouched }));
  return answer.value.things;
}

/** Whether the server has taken it. */
export async function saveCheck(api: Api, check: NewPackingCheck): Promise<boolean> {
  const answer = await api.call({
    method: 'PUT',
    path: '/me/packing-check',
    body: check,
    schema: packingCheckSchema,
  });
  return answer.kind === 'ok' || answer.kind === 'unreadable';
}

function keptList(): readonly PackedThing[] {
  const kept = parseAs(packingCheckSchema, localStorage.getItem(KEPT_AS) ?? '');
  return kept.ok ? kept.value.things : [];
}
