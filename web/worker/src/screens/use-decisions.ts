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
  | { readonly kind: 'restored' | 'dismissed' | 'kept'; readonly proposal: CalendarProposal }
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
  readonly dismiss: (proposal: CalendarProposal) => void;
  readonly undo: () => Promise<void>;
  readonly acceptAll: (proposals: readonly CalendarProposal[]) => Promise<void>;
}

/** The worker's answers to proposals, each of which can be taken back for a while. */
export function useDecisions({ line, proposals, load }: CalendarParts): Decisions {
  const { shell } = useApp();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [notice, setNotice] = useState<Notice | null>(null);
  const [progress, setProgress] = useState<Decisions['progress']>(null);
  const held = useRef<CalendarProposal | null>(null);

  // What the server no longer proposes may come back, when its appointment has changed.
  const [listed, setListed] = useState(proposals);
  if (listed !== proposals) {
    setListed(proposals);
    const ids = new Set(proposals.map(({ id }) => id));
    setAnswered(new Set([...answered].filter((id) => ids.has(id))));
  }

  const mark = useCallback((id: string) => setAnswered((before) => new Set(before).add(id)), []);
  const unmark = useCallback(
    (id: string) => setAnswered((before) => new Set([...before].filter((one) => one !== id))),
    [],
  );
  const look = useCallback(() => {
    void load();
    void shell.refresh();
  }, [load, shell]);

  // The server cannot take a "no" back, so it hears it only when the worker no longer can.
  const sendHeld = useCallback(() => {
    const proposal = held.current;
    held.current = null;
    if (proposal === null) return;
    void line.dismiss(proposal.id).then((answer) => {
      if (answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404)) return;
      unmark(proposal.id);
      setNotice({ kind: 'not-sent' });
    });
  }, [line, unmark]);
  useEffect(() => {
    window.addEventListener('pagehide', sendHeld);
    return () => {
      window.removeEventListener('pagehide', sendHeld);
      sendHeld();
    };
  }, [sendHeld]);
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(() => {
      sendHeld();
      setNotice(null);
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, sendHeld]);

  const accept: Decisions['accept'] = async (proposal, as) => {
    sendHeld();
    const answer = await line.accept(proposal.id, as);
    if (answer.kind === 'ok') {
      mark(proposal.id);
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

  const dismiss = (proposal: CalendarProposal): void => {
    sendHeld();
    held.current = proposal;
    mark(proposal.id);
    setNotice({ kind: 'dismissed', proposal });
  };

  const settle = async (asked: Promise<ApiAnswer<unknown>>, then: Notice): Promise<void> => {
    const answer = await asked;
    const refused: Notice = { kind: answer.kind === 'problem' ? 'not-done' : 'not-sent' };
    setNotice(answer.kind === 'ok' ? then : refused);
    look();
  };
  const undo = async (): Promise<void> => {
    if (notice?.kind === 'dismissed') {
      held.current = null;
      unmark(notice.proposal.id);
      setNotice({ kind: 'kept', proposal: notice.proposal });
    } else if (notice?.kind === 'planned') {
      await settle(line.cancel(notice.visitId), { ...notice, kind: 'cancelled' });
    } else if (notice?.kind === 'cancelled') {
      const { proposal } = notice;
      await settle(line.restore(notice.visitId), { kind: 'restored', proposal });
    }
  };

  const acceptAll: Decisions['acceptAll'] = async (wanted) => {
    sendHeld();
    const total = wanted.length;
    let done = 0;
    let stopped = false;
    for (const proposal of wanted) {
      setProgress({ done, total });
      const answer = await line.accept(proposal.id, {});
      if (answer.kind === 'ok') {
        done += 1;
        mark(proposal.id);
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
