import { Alert, Button } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import type { ActKind } from '../core/act';
import { lastRefusal } from '../core/screen';
import { refusalWords } from '../text';
import { useApp, useText } from './app-context';

interface RefusedProps {
  readonly kind: ActKind;
  /** Puts back what was typed; null when the screen no longer knows it. */
  readonly putBack?: (() => void) | null;
}

/** The server did not take what was sent: said where it was sent from, until somebody has seen it. */
export function Refused({ kind, putBack = null }: RefusedProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const refused = lastRefusal(shown.phone, kind);
  if (refused === null) return null;
  const { settled, refusal } = refused;
  return (
    <Alert tone="error" urgent>
      <p className="utrecht-paragraph">
        {text.proof.refused(
          text.proof.kinds[kind],
          clockTime(settled.madeAtMs),
          refusalWords(text, refusal),
        )}
      </p>
      <Button
        onClick={() => {
          putBack?.();
          void shell.putAway(settled.id);
        }}
      >
        {putBack === null ? text.start.understood : text.proof.putBack}
      </Button>
    </Alert>
  );
}
