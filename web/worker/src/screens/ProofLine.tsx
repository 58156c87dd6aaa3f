import { clockTime } from '../../../shared/src/core/clock';
import { readable } from '../core/links';
import { numberToCall } from '../core/phone';
import { lastActOf, type Proof } from '../core/screen';
import { refusalWords } from '../text';
import { useApp, useText } from './app-context';
import './proof-line.css';

/** What the server said about the last thing the worker did: never more than that. */
export function ProofLine({ watchId }: { readonly watchId: string }) {
  const { shown } = useApp();
  const proof = lastActOf(shown.phone, watchId);
  const words = useWords(proof);
  return (
    <p className={`aw-proof aw-proof--${proof.kind}`} aria-live="polite">
      {words}
    </p>
  );
}

function useWords(proof: Proof): string {
  const { shown } = useApp();
  const text = useText();
  const number = numberToCall(shown.phone);
  switch (proof.kind) {
    case 'nothing-sent':
      return '';
    case 'waiting': {
      const { kind, madeAtMs, attempts } = proof.item;
      const waiting = text.proof.waiting(text.proof.kinds[kind], clockTime(madeAtMs));
      const tryCalling = attempts > 0 && number !== null;
      return tryCalling ? `${waiting}. ${text.proof.waitingCall(readable(number))}` : waiting;
    }
    case 'confirmed': {
      const { kind, madeAtMs, settledAtMs } = proof.settled;
      const what = text.proof.kinds[kind];
      return proof.counted
        ? text.proof.confirmed(what, clockTime(madeAtMs), clockTime(settledAtMs))
        : text.proof.notCounted(what, clockTime(madeAtMs));
    }
    case 'refused': {
      const { kind, madeAtMs } = proof.settled;
      return text.proof.refused(
        text.proof.kinds[kind],
        clockTime(madeAtMs),
        refusalWords(text, proof.refusal),
      );
    }
  }
}
