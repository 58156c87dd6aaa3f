import { useCallback, useRef, useState } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import { both, useLanguage, useLoaded, type Loaded } from '../../../../shared/src/components';
import type { PolicyDraft, PolicyTrial, PolicyVersion } from '../../../../shared/src/api/types';
import { policyApi, type PolicyApi } from '../../shell/policy-api';
import { policyWords, type PolicyWords } from '../../text/policy';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import type { Texts } from '../../text';

export function usePolicyWords(): PolicyWords {
  return policyWords[useLanguage().language];
}

/** What the page knows. */
export interface Policy {
  readonly draft: PolicyDraft;
  readonly versions: readonly PolicyVersion[];
  /** Which reading this is: at another one the editor begins with other tables. */
  readonly reading: number;
}

/** And what can be done with it. */
export interface PolicyDesk {
  readonly known: Loaded<Policy>;
  readonly trial: PolicyTrial | null;
  readonly busy: boolean;
  /** What went wrong with an act, one line each: with the tables, or with the way there. */
  readonly faults: readonly string[];
  readonly save: (dmn: string) => Promise<PolicyDraft | null>;
  readonly tryOut: () => Promise<void>;
  readonly putIntoForce: (draft: PolicyDraft, note: string) => Promise<PolicyVersion | null>;
  readonly discard: () => Promise<void>;
}

/** The policy at the desk: only what the server confirmed is shown. */
export function usePolicy(): PolicyDesk {
  const { api: line } = useSeat();
  const t = useTexts();
  const words = usePolicyWords();
  const [api] = useState<PolicyApi>(() => policyApi(line));
  const known = useReading(api);
  const [failed, setFailed] = useState<ApiAnswer<unknown> | null>(null);
  const [trial, setTrial] = useState<PolicyTrial | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = async <T>(question: Promise<ApiAnswer<T>>): Promise<T | null> => {
    setBusy(true);
    setFailed(null);
    const answer = await question;
    setBusy(false);
    if (answer.kind === 'ok') return answer.value;
    setFailed(answer);
    return null;
  };
  const readAnew = async (): Promise<void> => {
    setTrial(null);
    await known.again();
  };

  return {
    known,
    trial,
    busy,
    faults: failed === null ? [] : faultsOf(failed, t, words),
    save: async (dmn) => {
      const draft = await ask(api.save(dmn, known.value?.draft.revision ?? 0));
      if (draft !== null) known.change((policy) => ({ ...policy, draft }));
      return draft;
    },
    tryOut: async () => setTrial(await ask(api.tryOut())),
    putIntoForce: async (of, note) => {
      const version = await ask(api.putIntoForce(of.revision, note));
      if (version !== null) await readAnew();
      return version;
    },
    discard: async () => {
      // An answer without a body is undefined; only a fault is null.
      if ((await ask(api.discard())) !== null) await readAnew();
    },
  };
}

function useReading(api: PolicyApi): Loaded<Policy> {
  const readings = useRef(0);
  const ask = useCallback(async (): Promise<ApiAnswer<Policy>> => {
    const reading = ++readings.current;
    const read = await both(api.draft(), api.versions());
    if (read.kind !== 'ok') return read;
    const [draft, { items: versions }] = read.value;
    return { ...read, value: { draft, versions, reading } };
  }, [api]);
  return useLoaded(ask);
}

function faultsOf(answer: ApiAnswer<unknown>, t: Texts, words: PolicyWords): readonly string[] {
  if (answer.kind !== 'problem') return [faultText(answer, t)];
  if (answer.status === 400) return (answer.problem.errors ?? []).map(({ detail }) => detail);
  if (codeOf(answer.problem) === 'draft-changed') return [words.changedMeanwhile];
  return [faultText(answer, t)];
}
