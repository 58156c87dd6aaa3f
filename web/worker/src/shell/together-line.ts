import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf } from '../../../shared/src/api/pages';
import type { Schema } from '../../../shared/src/api/parse';
import {
  agreementSchema,
  agreementsSchema,
  protocolSchema,
} from '../../../shared/src/api/parse-meetings';
import type { Agreement, ProtocolInForce } from '../../../shared/src/api/types';
import { keeping, shelf } from './kept';

interface OwnAgreements {
  readonly items: readonly Agreement[];
}

const ownAgreementsSchema: Schema<OwnAgreements> = v.object({ items: v.array(agreementSchema) });

export const keptProtocol = shelf('achterwacht-protocol', protocolSchema);
export const keptAgreements = shelf('achterwacht-agreements', ownAgreementsSchema);

/** The protocol in force, with when its reader read it. */
export async function readProtocol(api: Api): Promise<ApiAnswer<ProtocolInForce>> {
  return keeping(
    keptProtocol,
    api.call({ method: 'GET', path: '/protocol', schema: protocolSchema }),
  );
}

/** The working agreements of the own team. */
export async function readAgreements(api: Api): Promise<ApiAnswer<OwnAgreements>> {
  return keeping(keptAgreements, allPages(api, '/agreements', agreementsSchema, idOf));
}

/** They say who read what and who answers for what: they go with whoever signs out. */
export function forgetTogether(): void {
  keptAgreements.clear();
  keptProtocol.clear();
}
