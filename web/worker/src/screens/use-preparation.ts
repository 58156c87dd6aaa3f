import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Guidance, MeasureRequest, Preparation } from '../../../shared/src/api/types';
import { createPreparationLine, type PreparationLine } from '../shell/preparation-line';
import { useApp } from './app-context';

/** A network that was away, or a server that was too busy, is often back soon. */
const ASK_AGAIN_MS = 5000;

/** A colleague may ask while the app is open, and a push may be turned off. */
const LOOK_FOR_REQUESTS_MS = 30_000;

/** What is known of a preparation. `unreachable`: there is no network, so only the cards are here. */
export type Known =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'here'; readonly preparation: Preparation };

/** What came of the last act: nothing, done, or not. */
export type Outcome = 'done' | 'failed' | null;

export interface PreparationParts {
  readonly known: Known;
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly tell: (path: string, body: unknown) => void;
  /** Asks at once what nobody answered; it is asked again by itself too. */
  readonly again: () => void;
  /** Asks how it stands now, while what was known stays on the screen. */
  readonly refresh: () => void;
}

export function usePreparationLine(): PreparationLine {
  const { shell } = useApp();
  return useMemo(() => createPreparationLine(shell.api, () => shell.newWatchId()), [shell]);
}

export function usePreparation(visitId: string): PreparationParts {
  const line = usePreparationLine();
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);

  const take = useCallback((answer: ApiAnswer<Preparation>) => {
    if (answer.kind === 'ok') setKnown({ kind: 'here', preparation: answer.value });
    return answer.kind === 'ok';
  }, []);

  useEffect(() => {
    let shown = true;
    void line.look(visitId).then((answer) => {
      if (shown && !take(answer)) setKnown({ kind: 'unreachable' });
    });
    return () => {
      shown = false;
    };
  }, [line, visitId, take, turn]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    if (known.kind !== 'unreachable') return undefined;
    const timer = setTimeout(again, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [known, again]);

  const tell = (path: string, body: unknown) => {
    setBusy(true);
    setOutcome(null);
    void line.tell(visitId, path, body).then((answer) => {
      setOutcome(take(answer) ? 'done' : 'failed');
      setBusy(false);
    });
  };
  const refresh = () => void line.look(visitId).then(take);
  return { known, outcome, busy, tell, again, refresh };
}

/** The cards and lists, also without a network once they were read. */
export function useGuidance(): Guidance | null {
  const line = usePreparationLine();
  const [guidance, setGuidance] = useState<Guidance | null>(null);
  useEffect(() => {
    let shown = true;
    void line.guidance().then((known) => {
      if (shown) setGuidance(known);
    });
    return () => {
      shown = false;
    };
  }, [line]);
  return guidance;
}

/** What was asked of me, and how to answer. */
export function useRequests(): {
  readonly requests: readonly MeasureRequest[];
  readonly answer: (request: MeasureRequest, path: string, body: unknown) => void;
} {
  const line = usePreparationLine();
  const { shown } = useApp();
  const [requests, setRequests] = useState<readonly MeasureRequest[]>([]);
  const signedIn = shown.phone.session === 'in';
  const ask = useCallback(
    () => void line.requests().then((read) => setRequests((known) => read ?? known)),
    [line],
  );
  useEffect(() => {
    if (!signedIn) return undefined;
    ask();
    const timer = setInterval(ask, LOOK_FOR_REQUESTS_MS);
    return () => clearInterval(timer);
  }, [signedIn, ask]);
  const answer = (request: MeasureRequest, path: string, body: unknown) => {
    void line.tell(request.visitId, `/measures/${request.measure}${path}`, body).then(ask);
  };
  return { requests, answer };
}
