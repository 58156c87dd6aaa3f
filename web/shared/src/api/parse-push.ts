import * as v from 'valibot';
import type { Schema } from './parse';

/** A notice as it arrives through web push. It never names a client or an address. */
export interface PushNotice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** Where a tap leads: a path on our own origin. */
  readonly link: string | null;
  readonly actions: readonly { readonly name: string; readonly label: string }[];
  /** A newer notice of the same topic takes the place of the older. */
  readonly topic: string | null;
  readonly urgency: 'alarm' | 'normal';
}

export const pushNoticeSchema: Schema<PushNotice> = v.object({
  id: v.string(),
  kind: v.fallback(v.string(), 'notice'),
  title: v.string(),
  text: v.fallback(v.string(), ''),
  link: v.fallback(v.nullable(v.string()), null),
  actions: v.fallback(v.array(v.object({ name: v.string(), label: v.string() })), []),
  topic: v.fallback(v.nullable(v.string()), null),
  // What we cannot read is treated as the worse case.
  urgency: v.fallback(v.picklist(['alarm', 'normal']), 'alarm'),
});
