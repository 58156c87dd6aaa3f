import type { Api } from '../../../shared/src/api/client';
import { parseAs, type Schema } from '../../../shared/src/api/parse';
import { agreementsSchema, protocolSchema } from '../../../shared/src/api/parse-meetings';
import type { Agreement, ProtocolInForce } from '../../../shared/src/api/types';

/** What was asked or was kept, and which of the two. */
export interface Kept<T> {
  readonly value: T | null;
  readonly fresh: boolean;
}

const PROTOCOL_AS = 'achterwacht-protocol';
const AGREEMENTS_AS = 'achterwacht-agreements';

/** The protocol in force, with when its reader read it. */
export async function readProtocol(api: Api): Promise<Kept<ProtocolInForce>> {
  return readOrKept(api, '/protocol', PROTOCOL_AS, protocolSchema);
}

/** The working agreements of the own team. */
export async function readAgreements(api: Api): Promise<Kept<readonly Agreement[]>> {
  const { value, fresh } = await readOrKept(api, '/agreements', AGREEMENTS_AS, agreementsSchema);
  return { value: value?.items ?? null, fresh };
}

/** They say who read what and who answers for what: they go with whoever signs out. */
export function forgetTogether(): void {
  localStorage.removeItem(AGREEMENTS_AS);
  localStorage.removeItem(PROTOCOL_AS);
}

/** As it was kept, without asking. */
export function keptProtocol(): ProtocolInForce | null {
  return kept(PROTOCOL_AS, protocolSchema);
}

async function readOrKept<T>(
  api: Api,
  path: string,
  keptAs: string,
  schema: Schema<T>,
): Promise<Kept<T>> {
  const answer = await api.call({ method: 'GET', path, schema });
  if (answer.kind !== 'ok') return { value: kept(keptAs, schema), fresh: false };
  localStorage.setItem(keptAs, JSON.stringify(answer.value));
  return { value: answer.value, fresh: true };
}

function kept<T>(keptAs: string, schema: Schema<T>): T | null {
  const known = parseAs(schema, localStorage.getItem(keptAs) ?? '');
  return known.ok ? known.value : null;
}
