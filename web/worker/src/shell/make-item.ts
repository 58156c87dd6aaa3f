import { uuidv7 } from '../../../shared/src/core/ids';
import { bodyOf, carriesCode, pathOf, type Act, type SenderHints, type Stamp } from '../core/act';
import type { Item } from '../core/outbox';
import type { Phone } from '../core/phone';

/** A new id, sortable by the moment it was made. */
export function newId(nowMs: number): string {
  return uuidv7(nowMs, crypto.getRandomValues(new Uint8Array(10)));
}

/** Makes an act into something that can be sent, once and for all. */
export function makeItem(act: Act, stamp: Stamp, phone: Phone, watchKey: string | null): Item {
  const hints: SenderHints = {
    personName: phone.me?.name ?? null,
    organisationId: phone.me?.organisationId ?? null,
    watchKey,
  };
  return {
    id: newId(stamp.madeAtMs),
    seq: 1 + Math.max(0, ...phone.outbox.items.map((item) => item.seq)),
    kind: act.kind,
    watchId: act.watchId,
    path: pathOf(act.kind, placeable(act, phone) ? act.watchId : null),
    body: bodyOf(act, stamp, hints),
    madeAtMs: stamp.madeAtMs,
    secret: carriesCode(act),
    attempts: 0,
    notBeforeMs: 0,
    held: false,
  };
}

/** A call for help under a watch that the server may not know yet must not depend on that watch. */
function placeable(act: Act, phone: Phone): boolean {
  return act.kind !== 'panic' || (phone.watch !== null && phone.watch.id === act.watchId);
}
