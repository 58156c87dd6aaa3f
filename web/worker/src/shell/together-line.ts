import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { parseAs, type Schema } from '../../../shared/src/api/parse';
import {
  agreementSchema,
  agreementsSchema,
  protocolSchema,
} from '../../../shared/src/api/parse-meetings';
import type { Agreement, ProtocolInForce } from '../../../shared/src/api/types';

/** What was asked or was kept, and which of the two. */
export interface Kept<T> {
  readonly value: T | null;
  readonly fresh: boolean;
}

const PROTOCOL_AS = 'achterwacht-protocol';
const AGREEMENTS_AS = 'achterwacht-agreements';
const keptAgreementsSchema: Schema<{ readonly items: readonly Agreement[] }> = v.object({
  items: v.array(agreementSchema),
});

/** The protocol in force, with when its reader read it. */
export async function readProtocol(api: Api): Promise<Kept<ProtocolInForce>> {
  const asked = api.call({ method: 'GET', path: '/protocol', schema: protocolSchema });
  return readOrKept(asked, PROTOCOL_AS, protocolSchema);
}

/** The working agreements of the own team. */
export async function readAgreements(api: Api): Promise<Kept<readonly Agreement[]>> {
  const asked = allPages(api, '/agreements', agreementsSchema, idOf);
  const { value, fresh } = await readOrKept(asked, AGREEMENTS_AS, keptAgreementsSchema);
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
  asked: Promise<ApiAnswer<T>>,
  keptAs: string,
  schema: Schema<T>,
): Promise<Kept<T>> {
  const answer = await asked;
  if (answer.kind !== 'ok') return { value: kept(keptAs, schema), fresh: false };
  localStorage.setItem(keptAs, JSON.stringify(answer.value));
  return { value: answer.value, fresh: true };
}

function kept<T>(keptAs: string, schema: Schema<T>): T | null {
  const known = parseAs(schema, localStorage.getItem(keptAs) ?? '');
  return known.ok ? known.value : null;
}
