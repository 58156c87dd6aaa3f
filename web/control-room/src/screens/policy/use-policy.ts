import { useEffect, useState } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import { useLanguage } from '../../../../shared/src/components';
import type { PolicyDraft, PolicyTrial, PolicyVersion } from '../../../../shared/src/api/types';
import { policyApi, type PolicyApi } from '../../shell/policy-api';
import { policyWords, type PolicyWords } from '../../text/policy';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import type { Texts } from '../../text';

export function usePolicyWords(): PolicyWords {
  return policyWords[useLanguage().language];
}

/** What the page knows, and what can be done with it. */
export interface PolicyDesk {
  readonly draft: PolicyDraft | null;
  readonly versions: readonly PolicyVersion[];
  readonly trial: PolicyTrial | null;
  /** How often the draft was read anew: after that the editor begins with other tables. */
  readonly readTimes: number;
  readonly busy: boolean;
  /** What went wrong, one line each: with the tables, or with the way there. */
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
  const [known, setKnown] = useState<Known>(NOTHING);
  const [trial, setTrial] = useState<PolicyTrial | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let wanted = true;
    void readAll(api).then((read) => (wanted ? setKnown((before) => after(before, read)) : null));
    return () => {
      wanted = false;
    };
  }, [api]);

  const ask = async <T>(question: Promise<ApiAnswer<T>>): Promise<T | null> => {
    setBusy(true);
    setKnown((before) => ({ ...before, failed: null }));
    const answer = await question;
    setBusy(false);
    if (answer.kind === 'ok') return answer.value;
    setKnown((before) => ({ ...before, failed: answer }));
    return null;
  };
  const readAnew = async (): Promise<void> => {
    setTrial(null);
    const read = await readAll(api);
    setKnown((before) => after(before, read));
  };

  return {
    ...known,
    trial,
    busy,
    faults: known.failed === null ? [] : faultsOf(known.failed, t, words),
    save: async (dmn) => {
      const saved = await ask(api.save(dmn, known.draft?.revision ?? 0));
      if (saved !== null) setKnown((before) => ({ ...before, draft: saved }));
      return saved;
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

interface Known {
  readonly draft: PolicyDraft | null;
  readonly versions: readonly PolicyVersion[];
  readonly readTimes: number;
  readonly failed: ApiAnswer<unknown> | null;
}

const NOTHING: Known = { draft: null, versions: [], readTimes: 0, failed: null };

function after(before: Known, read: Read): Known {
  return read.kind === 'failed'
    ? { ...before, failed: read.answer }
    : {
        draft: read.draft,
        versions: read.versions,
        readTimes: before.readTimes + 1,
        failed: null,
      };
}

type Read =
  | { readonly kind: 'failed'; readonly answer: ApiAnswer<unknown> }
  | {
      readonly kind: 'read';
      readonly draft: PolicyDraft;
      readonly versions: readonly PolicyVersion[];
    };

async function readAll(api: PolicyApi): Promise<Read> {
  const [draft, versions] = await Promise.all([api.draft(), api.versions()]);
  if (draft.kind !== 'ok') return { kind: 'failed', answer: draft };
  if (versions.kind !== 'ok') return { kind: 'failed', answer: versions };
  return { kind: 'read', draft: draft.value, versions: versions.value.items };
}

function faultsOf(answer: ApiAnswer<unknown>, t: Texts, words: PolicyWords): readonly string[] {
  if (answer.kind !== 'problem') return [faultText(answer, t)];
  if (answer.status === 400) return (answer.problem.errors ?? []).map(({ detail }) => detail);
  if (codeOf(answer.problem) === 'draft-changed') return [words.changedMeanwhile];
  return [faultText(answer, t)];
}
