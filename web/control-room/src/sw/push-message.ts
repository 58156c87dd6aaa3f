import * as v from 'valibot';

/** A notice as the server pushes it. It holds nothing about a client: it may be seen by anybody. */
export type PushMessage = v.InferOutput<typeof pushMessageSchema>;

const pushMessageSchema = v.object({
  id: v.string(),
  kind: v.fallback(v.string(), 'notice'),
  language: v.fallback(v.picklist(['nl', 'en']), 'nl'),
  title: v.string(),
  text: v.fallback(v.string(), ''),
  link: v.fallback(v.string(), '/control-room/'),
  actions: v.fallback(v.array(v.object({ name: v.string(), label: v.string() })), []),
  topic: v.fallback(v.nullable(v.string()), null),
  urgency: v.fallback(v.picklist(['normal', 'alarm']), 'alarm'),
});

/** What cannot be read is shown as a call all the same: somebody wanted to reach this person. */
const UNREADABLE: PushMessage = {
  id: 'unreadable',
  kind: 'notice',
  language: 'nl',
  title: 'Achterwacht',
  text: 'Er is een bericht. Open het bord. / There is a message. Open the board.',
  link: '/control-room/',
  actions: [],
  topic: null,
  urgency: 'alarm',
};

export function readPush(text: string): PushMessage {
  try {
    const parsed = v.safeParse(pushMessageSchema, JSON.parse(text));
    return parsed.success ? parsed.output : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
