import type { Alarm, Assurance, Board, BoardEvent, Watch } from './model';

/** What this screen knows of the board, and up to which position of the stream. */
export interface BoardState {
  readonly position: string;
  readonly watches: ReadonlyMap<string, Watch>;
  readonly alarms: ReadonlyMap<string, Alarm>;
  /** Versions of what was closed: a late, older event must not bring it back to life. */
  readonly closed: ReadonlyMap<string, number>;
  readonly assurance: Assurance;
}

/** A snapshot replaces everything: it is the truth at its position. */
export function fromSnapshot(board: Board): BoardState {
  return {
    position: board.position,
    watches: new Map(board.watches.filter(isOpen).map((watch) => [watch.id, watch])),
    alarms: new Map(board.alarms.filter(isOpen).map((alarm) => [alarm.id, alarm])),
    closed: new Map(),
    assurance: board.assurance,
  };
}

/** One event of the stream; what is older than what we know is ignored, the position moves on. */
export function applyEvent(state: BoardState, event: BoardEvent, position: string): BoardState {
  const withWatch = event.watch ? applyWatch(state, event.watch) : state;
  const withAlarm = event.alarm ? applyAlarm(withWatch, event.alarm) : withWatch;
  return position === '' ? withAlarm : { ...withAlarm, position };
}

/** An alarm as the server answered an act of ours, or as the stream brought it. */
export function applyAlarm(state: BoardState, alarm: Alarm): BoardState {
  const next = put(state.alarms, state.closed, alarm);
  return next === null ? state : { ...state, alarms: next.open, closed: next.closed };
}

/** What the server says about its watching; the same state again when only its clock moved on. */
export function applyAssurance(state: BoardState, assurance: Assurance): BoardState {
  const { watching, since, reason, outage } = state.assurance;
  const isSame =
    watching === assurance.watching &&
    since === assurance.since &&
    reason === assurance.reason &&
    outage?.from === assurance.outage?.from &&
    outage?.until === assurance.outage?.until;
  return isSame ? state : { ...state, assurance };
}

function applyWatch(state: BoardState, watch: Watch): BoardState {
  const next = put(state.watches, state.closed, watch);
  return next === null ? state : { ...state, watches: next.open, closed: next.closed };
}

interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

function isOpen(thing: Versioned): boolean {
  return thing.state !== 'closed';
}

function put<T extends Versioned>(
  open: ReadonlyMap<string, T>,
  closed: ReadonlyMap<string, number>,
  thing: T,
): { open: ReadonlyMap<string, T>; closed: ReadonlyMap<string, number> } | null {
  const known = open.get(thing.id)?.version ?? closed.get(thing.id) ?? -1;
  if (thing.version <= known) {
    return null;
  }
  const nextOpen = new Map(open);
  const nextClosed = new Map(closed);
  if (isOpen(thing)) {
    nextOpen.set(thing.id, thing);
    nextClosed.delete(thing.id);
  } else {
    nextOpen.delete(thing.id);
    nextClosed.set(thing.id, thing.version);
  }
  return { open: nextOpen, closed: nextClosed };
}
