import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type {
  AcceptedProposal,
  CalendarAcceptance,
  CalendarProposal,
} from '../../../shared/src/api/types';
import { useApp } from './app-context';
import type { CalendarParts } from './use-calendars';

/** How long an answer can be taken back; until then "no visit" is not sent. */
const UNDO_MS = 20_000;

/** What was last done. */
export type Notice =
  | { readonly kind: 'planned'; readonly proposal: CalendarProposal; readonly visitId: string }
  | { readonly kind: 'cancelled'; readonly proposal: CalendarProposal; readonly visitId: string }
  | { readonly kind: 'restored'; readonly proposal: CalendarProposal }
  | { readonly kind: 'dismissed' | 'kept'; readonly proposals: readonly CalendarProposal[] }
  | { readonly kind: 'all'; readonly done: number }
  | { readonly kind: 'all-stopped'; readonly done: number; readonly total: number }
  | { readonly kind: 'gone' | 'not-done' | 'not-sent' };

export interface Decisions {
  readonly open: readonly CalendarProposal[];
  readonly notice: Notice | null;
  /** How far planning them all is; null when that is not going on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly accept: (
    proposal: CalendarProposal,
    as: CalendarAcceptance,
  ) => Promise<ApiAnswer<AcceptedProposal>>;
  readonly dismiss: (proposals: readonly CalendarProposal[]) => void;
  readonly undo: () => Promise<void>;
  readonly acceptAll: (proposals: readonly CalendarProposal[]) => Promise<void>;
}

/** The worker's answers to proposals, each of which can be taken back for a while. */
export function useDecisions({ line, proposals, again }: CalendarParts): Decisions {
  const { shell } = useApp();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<Notice | null>(null);
  const [progress, setProgress] = useState<Decisions['progress']>(null);
  const held = useRef<readonly CalendarProposal[]>([]);

  // What the server no longer proposes may come back, when its appointment has changed.
  const [listed, setListed] = useState(proposals);
  if (listed !== proposals) {
    setListed(proposals);
    const ids = new Set(proposals.map(({ id }) => id));
    setAnswered(new Set([...answered].filter((id) => ids.has(id))));
  }

  const mark = useCallback(
    (ids: readonly string[]) => setAnswered((before) => new Set([...before, ...ids])),
    [],
  );
  const unmark = useCallback(
    (ids: readonly string[]) =>
      setAnswered((before) => new Set([...before].filter((id) => !ids.includes(id)))),
    [],
  );
  const look = useCallback(() => {
    void again();
    void shell.refresh();
  }, [again, shell]);

  // The server cannot take a "no" back, so it hears it only when the worker no longer can.
  const sendHeld = useCallback(async () => {
    const wanted = held.current;
    held.current = [];
    for (const { id } of wanted) {
      const answer = await line.dismiss(id);
      if (answer.kind !== 'ok' && !isDecided(answer)) {
        unmark([id]);
        setNotice({ kind: 'not-sent' });
      }
    }
  }, [line, unmark]);
  useEffect(() => {
    const send = (): void => void sendHeld();
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [sendHeld]);
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => {
      void sendHeld();
      setNotice(null);
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, sendHeld]);

  const accept: Decisions['accept'] = async (proposal, as) => {
    void sendHeld();
    const answer = await line.accept(proposal.id, as);
    if (answer.kind === 'ok') {
      mark([proposal.id]);
      setNotice({ kind: 'planned', proposal, visitId: answer.value.visitId });
    } else if (answer.kind !== 'problem') {
      setNotice({ kind: 'not-sent' });
    } else if (isDecided(answer)) {
      setNotice({ kind: 'gone' });
    } else if (answer.status !== 400) {
      setNotice({ kind: 'not-done' });
    }
    look();
    return answer;
  };

  const dismiss: Decisions['dismiss'] = (wanted) => {
    void sendHeld();
    held.current = wanted;
    mark(wanted.map(({ id }) => id));
    setNotice({ kind: 'dismissed', proposals: wanted });
  };

  const settle = async (asked: Promise<ApiAnswer<unknown>>, then: Notice): Promise<void> => {
    const answer = await asked;
    const refused: Notice = { kind: answer.kind === 'problem' ? 'not-done' : 'not-sent' };
    setNotice(answer.kind === 'ok' ? then : refused);
    look();
  };
  const undo = async (): Promise<void> => {
    if (notice?.kind === 'dismissed') {
      held.current = [];
      unmark(notice.proposals.map(({ id }) => id));
      setNotice({ kind: 'kept', proposals: notice.proposals });
    } else if (notice?.kind === 'planned') {
      await settle(line.cancel(notice.visitId), { ...notice, kind: 'cancelled' });
    } else if (notice?.kind === 'cancelled') {
      const { proposal } = notice;
      await settle(line.restore(notice.visitId), { kind: 'restored', proposal });
    }
  };

  const acceptAll: Decisions['acceptAll'] = async (wanted) => {
    void sendHeld();
    const total = wanted.length;
    let done = 0;
    let stopped = false;
    for (const proposal of wanted) {
      setProgress({ done, total });
      const answer = await line.accept(proposal.id, {});
      if (answer.kind === 'ok') {
        done += 1;
        mark([proposal.id]);
      } else if (!isDecided(answer)) {
        stopped = true;
        break;
      }
    }
    setProgress(null);
    setNotice(stopped ? { kind: 'all-stopped', done, total } : { kind: 'all', done });
    look();
  };

  const open = proposals.filter(({ id }) => !answered.has(id));
  return { open, notice, progress, accept, dismiss, undo, acceptAll };
}

/** The proposal was answered before, or its appointment is gone. */
export function isDecided(answer: ApiAnswer<unknown>): boolean {
  return answer.kind === 'problem' && (answer.status === 404 || answer.status === 409);
}
