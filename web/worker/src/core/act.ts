import type {
  CodeGiven,
  Debrief,
  Departure,
  Ending,
  Extension,
  Leg,
  LegReached,
  Made,
  NewIncident,
  NewProtocolReceipt,
  NewSignal,
  NewWatch,
  Panic,
  Position,
  PositionReport,
  Sign,
} from '../../../shared/src/api/types';

/** What the worker can do. The id of the watch is the phone's own when the start is still waiting. */
export type Act =
  | { readonly kind: 'start'; readonly watchId: string; readonly watch: NewWatch }
  | { readonly kind: 'sign-of-life'; readonly watchId: string }
  | { readonly kind: 'extend'; readonly watchId: string; readonly minutes: number }
  | {
      readonly kind: 'leg';
      readonly watchId: string;
      readonly leg: Leg;
      readonly expectedAtMs: number | null;
    }
  | { readonly kind: 'depart'; readonly watchId: string }
  | { readonly kind: 'panic'; readonly watchId: string | null }
  | {
      readonly kind: 'end';
      readonly watchId: string;
      readonly how: Ending['how'];
      readonly where: Ending['where'];
      readonly code: string | null;
    }
  | { readonly kind: 'give-code'; readonly watchId: string; readonly code: string }
  | { readonly kind: 'debrief'; readonly watchId: string; readonly answer: Debrief['answer'] }
  | { readonly kind: 'position'; readonly watchId: string }
  /** What somebody noticed. It goes by itself: no act of a watch waits for it. */
  | { readonly kind: 'signal'; readonly watchId: null; readonly signal: Omit<NewSignal, 'made'> }
  /** What happened; it goes by itself too. */
  | {
      readonly kind: 'incident';
      readonly watchId: null;
      readonly incident: Omit<NewIncident, 'made'>;
    }
  /** This version of the protocol was read and understood. */
  | { readonly kind: 'read-protocol'; readonly watchId: null; readonly version: number };

export type ActKind = Act['kind'];

/** What the phone knows of the moment itself. Anything may be unknown: an act never waits for it. */
export interface Stamp {
  readonly madeAtMs: number;
  /** Phone clock minus server clock, when last compared. */
  readonly clockOffsetMs: number | null;
  readonly batteryPercent: number | null;
  readonly position: Position | null;
}

/** What a panic says about its sender when no session speaks for him. */
export interface SenderHints {
  readonly personName: string | null;
  readonly organisationId: string | null;
  readonly watchKey: string | null;
}

type Body =
  | NewWatch
  | Sign
  | Extension
  | LegReached
  | Departure
  | Panic
  | Ending
  | CodeGiven
  | Debrief
  | PositionReport
  | NewSignal
  | NewIncident
  | NewProtocolReceipt;

/** The body of the request. It is made once: the same key must always come with the same body. */
export function bodyOf(act: Act, stamp: Stamp, hints: SenderHints): Body {
  const made = madeOf(stamp);
  switch (act.kind) {
    case 'start':
      return { ...act.watch, id: act.watchId, made };
    case 'sign-of-life':
    case 'depart':
    case 'position':
      return { made };
    case 'extend':
      return { minutes: act.minutes, made };
    case 'leg':
      return {
        leg: act.leg,
        expectedAt: act.expectedAtMs === null ? null : isoOf(act.expectedAtMs),
        made,
      };
    case 'panic':
      return {
        watchId: act.watchId,
        watchKey: hints.watchKey,
        personHint: hints.personName,
        organisationHint: hints.organisationId,
        silent: false,
        made,
      };
    case 'end':
      return { how: act.how, where: act.where, code: act.code, made };
    case 'give-code':
      return { code: act.code, made };
    case 'debrief':
      return { answer: act.answer, made };
    case 'signal':
      return { ...act.signal, made };
    case 'incident':
      return { ...act.incident, made };
    case 'read-protocol':
      return { version: act.version, made };
  }
}

/** Where the act goes, below `/api/v1`. A panic of a watch the server may not know goes without it. */
export function pathOf(kind: ActKind, watchId: string | null): string {
  if (kind === 'start') return '/watches';
  if (kind === 'signal') return '/signals';
  if (kind === 'incident') return '/incidents';
  if (kind === 'read-protocol') return '/protocol/receipts';
  if (watchId === null) return '/panics';
  return `/watches/${watchId}/${COLLECTION[kind]}`;
}

type OfWatch = Exclude<ActKind, 'start' | 'signal' | 'incident' | 'read-protocol'>;

const COLLECTION: Readonly<Record<OfWatch, string>> = {
  'sign-of-life': 'signs-of-life',
  extend: 'extensions',
  leg: 'legs',
  depart: 'departures',
  panic: 'panics',
  end: 'endings',
  'give-code': 'safe-codes',
  debrief: 'debriefs',
  position: 'positions',
};

/** An act that carries a code lives in memory only: a code is never written to the phone. */
export function carriesCode(act: Act): boolean {
  return act.kind === 'give-code' || (act.kind === 'end' && act.code !== null);
}

/** Acts the server never refuses for want of a session; they may overtake what waits for one. */
export function needsNoSession(kind: ActKind): boolean {
  return kind === 'sign-of-life' || kind === 'depart' || kind === 'panic';
}

function madeOf(stamp: Stamp): Made {
  return {
    madeAt: isoOf(stamp.madeAtMs),
    ...(stamp.clockOffsetMs === null ? {} : { clockOffsetMillis: Math.round(stamp.clockOffsetMs) }),
    ...(stamp.batteryPercent === null ? {} : { batteryPercent: stamp.batteryPercent }),
    ...(stamp.position === null ? {} : { position: stamp.position }),
  };
}

export function isoOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
