import { useEffect, useState, type FormEvent } from 'react';
import { Button, TextField } from '../../../shared/src/components';
import { refusalWords } from '../text';
import { useApp, useText } from './app-context';

interface CodeEntryProps {
  readonly watchId: string;
  readonly action: string;
  readonly onCode: (code: string) => void;
  /** The server took the code that was given here. */
  readonly onTaken?: () => void;
}

/**
 * Asks the code. Safe and duress code look, take and answer exactly the same: only the server knows
 * which is which, and this phone keeps neither.
 */
export function CodeEntry({ watchId, action, onCode, onTaken }: CodeEntryProps) {
  const { shown } = useApp();
  const text = useText();
  const [code, setCode] = useState('');
  const { phone } = shown;
  const sending = phone.outbox.items.some((item) => item.secret && item.watchId === watchId);
  const last = phone.settled
    .filter(
      (done) => done.watchId === watchId && (done.kind === 'end' || done.kind === 'give-code'),
    )
    .at(-1);
  const refused = last?.outcome.kind === 'refused' ? refusalWords(text, last.outcome) : null;
  const [givenAtMs, setGivenAtMs] = useState<number | null>(null);
  const taken =
    givenAtMs !== null && last?.outcome.kind === 'confirmed' && last.madeAtMs >= givenAtMs;
  useEffect(() => {
    if (taken) onTaken?.();
  }, [taken, onTaken]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending || !/^\d{4,8}$/.test(code)) return;
    setGivenAtMs(Date.now());
    onCode(code);
    setCode('');
  };
  return (
    <form className="aw-stack" onSubmit={submit}>
      <TextField
        label={text.end.code}
        hint={text.end.codeHint}
        error={sending ? null : refused}
        type="password"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        maxLength={8}
        value={code}
        onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
      />
      <Button look="primary" large type="submit" busy={sending}>
        {action}
      </Button>
      <p className="aw-said" aria-live="polite">
        {sending ? (phone.line.kind === 'open' ? text.end.codeSending : text.end.codeOffline) : ''}
      </p>
    </form>
  );
}
