import { useCallback, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { GuidanceInForce, MeasureRequest, Preparation } from '../../../shared/src/api/types';
import { useEvery, useLoaded, type Loaded } from '../../../shared/src/components';
import {
  createPreparationLine,
  keptGuidance,
  type PreparationLine,
} from '../shell/preparation-line';
import { notDone } from '../text';
import { useApp, useText } from './app-context';
import { useKept, type LoadedOrKept } from './use-kept';

/** A network that was away, or a server that was too busy, is often back soon. */
const ASK_AGAIN_MS = 5000;

/** A colleague may ask while the app is open, and a push may be turned off. */
const LOOK_FOR_REQUESTS_MS = 30_000;

export interface PreparationParts {
  /** What did not come is asked again by itself. */
  readonly known: Loaded<Preparation>;
  readonly busy: boolean;
  /** The last act was taken. */
  readonly isSaved: boolean;
  /** Why the last act under this path was not taken. */
  readonly faultAt: (path: string) => string | null;
  readonly tell: (path: string, body: unknown) => void;
}

export function usePreparationLine(): PreparationLine {
  const { shell } = useApp();
  return useMemo(() => createPreparationLine(shell.api), [shell]);
}

/** The last act, and why it was not taken; null when it was. */
interface Told {
  readonly path: string;
  readonly fault: string | null;
}

export function usePreparation(visitId: string): PreparationParts {
  const line = usePreparationLine();
  const text = useText();
  const ask = useCallback(() => line.look(visitId), [line, visitId]);
  const known = useLoaded(ask);
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  useEvery(known.failed === null ? null : ASK_AGAIN_MS, known.again);

  const tell = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    setTold(null);
    const answer = await line.tell(visitId, path, body);
    setTold({ path, fault: answer.kind === 'ok' ? null : notDone(text, answer) });
    if (answer.kind === 'ok') known.set(answer.value);
    setBusy(false);
  };
  return {
    known,
    busy,
    isSaved: told !== null && told.fault === null,
    faultAt: (path) => (told?.path.startsWith(path) === true ? told.fault : null),
    tell: (path, body) => void tell(path, body),
  };
}

/** The cards and lists, also without a network once they were read; asked again by itself too. */
export function useGuidance(): LoadedOrKept<GuidanceInForce> {
  const line = usePreparationLine();
  const guidance = useKept(line.guidance, keptGuidance);
  useEvery(guidance.failed === null ? null : ASK_AGAIN_MS, guidance.again);
  return guidance;
}

export interface Requests {
  readonly asked: Loaded<{ readonly items: readonly MeasureRequest[] }>;
  readonly answer: (
    request: MeasureRequest,
    path: string,
    body: unknown,
  ) => Promise<ApiAnswer<unknown>>;
}

/** What was asked of me, and how to answer. */
export function useRequests(): Requests {
  const line = usePreparationLine();
  const { shown } = useApp();
  const isSignedIn = shown.phone.session === 'in';
  const asked = useLoaded(isSignedIn ? line.requests : null);
  useEvery(isSignedIn ? LOOK_FOR_REQUESTS_MS : null, asked.again);
  const answer: Requests['answer'] = async ({ visitId, measure }, path, body) => {
    const told = await line.tell(visitId, `/measures/${measure}${path}`, body);
    await asked.again();
    return told;
  };
  return { asked, answer };
}
