import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { VisitImport, VisitImportRow } from '../../../../shared/src/api/types';
import { ofNow, useLoaded, type Loaded } from '../../../../shared/src/components';
import { isUnderWay } from '../../core/imports';
import { importApi } from '../../shell/import-api';
import { useSeat } from '../room-context';

const LOOK_AGAIN_AFTER_MS = 500;

export interface Importing {
  readonly it: VisitImport | null;
  readonly badRows: Pick<
    Loaded<{ readonly items: readonly VisitImportRow[] }>,
    'value' | 'failed' | 'waiting' | 'again'
  >;
  readonly busy: boolean;
  /** The last answer, when it was no yes. */
  readonly fault: ApiAnswer<unknown> | null;
  readonly send: (file: File) => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly discard: () => Promise<void>;
  readonly forget: () => void;
}

/** One file on its way into the books; the screen shows only what the server says of it. */
export function useImport(): Importing {
  const { api: wire } = useSeat();
  const api = useMemo(() => importApi(wire), [wire]);
  const [it, setIt] = useState<VisitImport | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiAnswer<unknown> | null>(null);

  const take = useCallback((answer: ApiAnswer<VisitImport>): void => {
    if (answer.kind === 'ok') {
      setIt(answer.value);
    }
    setFault(answer.kind === 'ok' ? null : answer);
  }, []);

  const act = async (ask: () => Promise<ApiAnswer<VisitImport>>): Promise<void> => {
    setBusy(true);
    take(await ask());
    setBusy(false);
  };

  useEffect(() => {
    if (it === null || !isUnderWay(it)) {
      return undefined;
    }
    const timer = setTimeout(() => void api.find(it.id).then(take), LOOK_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [api, it, fault, take]);

  const id = it?.id ?? null;
  const bad = it?.bad ?? 0;
  const askBadRows = useMemo(
    () => (id === null || bad === 0 ? null : () => api.badRows(id)),
    [api, id, bad],
  );
  const badRows = ofNow(useLoaded(askBadRows));

  const forget = (): void => {
    setIt(null);
    setFault(null);
  };
  return {
    it,
    badRows,
    busy,
    fault,
    send: (file) => act(() => api.add(file)),
    confirm: async () => {
      if (it !== null) await act(() => api.confirm(it.id));
    },
    discard: async () => {
      if (it === null) return;
      const answer = await api.discard(it.id);
      const isGone = answer.kind === 'problem' && answer.status === 404;
      if (answer.kind === 'ok' || isGone) {
        forget();
        return;
      }
      // Somebody else may have begun with it.
      const now = await api.find(it.id);
      if (now.kind === 'ok') setIt(now.value);
      setFault(answer);
    },
    forget,
  };
}
