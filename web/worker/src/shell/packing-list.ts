import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { packingCheckSchema } from '../../../shared/src/api/parse-on-the-way';
import type { NewPackingCheck, PackingCheck } from '../../../shared/src/api/types';
import { shelf } from './kept';

/**
 * The list of things, kept on the phone so that it is there without a network. It says nothing about
 * anybody. What is ticked is kept by the server only, and only for the day.
 */
export const keptList = shelf('achterwacht-packing-list', packingCheckSchema);

export async function readList(api: Api): Promise<ApiAnswer<PackingCheck>> {
  const answer = await api.call({
    method: 'GET',
    path: '/me/packing-check',
    schema: packingCheckSchema,
  });
  if (answer.kind === 'ok') {
    const untouched = answer.value.things.map((thing) => ({ ...thing, ticked: false }));
    keptList.put({ ...answer.value, things: untouched });
  }
  return answer;
}

export async function saveCheck(api: Api, check: NewPackingCheck): Promise<ApiAnswer<unknown>> {
  return api.call({
    method: 'PUT',
    path: '/me/packing-check',
    body: check,
    schema: packingCheckSchema,
  });
}
