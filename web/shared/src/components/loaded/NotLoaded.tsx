import { useState } from 'react';
import { Alert, type AlertTone } from '../alert/Alert';
import { Button } from '../button/Button';
import { useSharedText } from '../language-switch/language-context';

interface NotLoadedProps {
  /** What did not come, and why. */
  readonly words: string;
  /** The same question once more; null when asking again cannot help. */
  readonly again: (() => Promise<void>) | null;
  readonly tone?: AlertTone;
  /** True when it must be read out at once. */
  readonly urgent?: boolean;
}

/** What was asked for did not come: why, and the same question one press away. */
export function NotLoaded({ words, again, tone = 'error', urgent = true }: NotLoadedProps) {
  const { tryAgain } = useSharedText();
  const [busy, setBusy] = useState(false);
  const retry = async (ask: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await ask();
    setBusy(false);
  };
  return (
    <Alert tone={tone} urgent={urgent}>
      <p className="utrecht-paragraph">{words}</p>
      {again === null ? null : (
        <Button busy={busy} onClick={() => void retry(again)}>
          {tryAgain}
        </Button>
      )}
    </Alert>
  );
}
