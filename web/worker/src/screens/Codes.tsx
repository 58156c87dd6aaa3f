import { useState, type FormEvent } from 'react';
import { Alert, Button, Heading, TextField, useSharedText } from '../../../shared/src/components';
import { codeOf } from '../../../shared/src/api/answer';
import { anything } from '../../../shared/src/api/parse';
import type { Problem } from '../../../shared/src/api/types';
import { faultOfCodes } from '../core/codes';
import { refusalWords } from '../text';
import { go, useApp, useText } from './app-context';

/** Choosing the safe and the duress code. They go to the server and stay nowhere else. */
export function Codes() {
  const { shell } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [safe, setSafe] = useState('');
  const [duress, setDuress] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOfCodes(safe, duress);
    if (wrong !== null) {
      setFault(text.codes[wrong]);
      return;
    }
    setBusy(true);
    const answer = await shell.api.call({
      method: 'PUT',
      path: '/me/codes',
      body: { safeCode: safe, duressCode: duress, password },
      schema: anything,
    });
    setBusy(false);
    const taken = answer.kind === 'ok' || answer.kind === 'unreadable';
    setDone(taken);
    setFault(
      answer.kind === 'problem'
        ? refusalWords(text, refusalIn(answer.problem))
        : taken
          ? null
          : shared.noConnection,
    );
    if (taken) void shell.refresh();
  };

  if (done) {
    return (
      <>
        <Heading level={1} focusOnShow>
          {text.codes.title}
        </Heading>
        <Alert tone="ok" urgent>
          <p className="utrecht-paragraph">{text.codes.done}</p>
        </Alert>
        <Button look="primary" large onClick={() => go('home')}>
          {shared.close}
        </Button>
      </>
    );
  }
  return (
    <form className="aw-stack" onSubmit={(event) => void submit(event)}>
      <Heading level={1} focusOnShow>
        {text.codes.title}
      </Heading>
      <p className="utrecht-paragraph">{text.codes.why}</p>
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <Digits label={text.codes.safe} value={safe} onChange={setSafe} />
      <Digits label={text.codes.duress} value={duress} onChange={setDuress} />
      <TextField
        label={text.codes.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button look="primary" large type="submit" busy={busy}>
        {text.codes.go}
      </Button>
      <Button look="quiet" onClick={() => go('home')}>
        {text.codes.later}
      </Button>
    </form>
  );
}

const refusalIn = (problem: Problem) => ({ code: codeOf(problem), detail: problem.detail });

interface DigitsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Digits({ label, value, onChange }: DigitsProps) {
  const text = useText();
  return (
    <TextField
      label={label}
      hint={text.end.codeHint}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      required
      value={value}
      onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
    />
  );
}
