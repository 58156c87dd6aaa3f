import { useState, type FormEvent } from 'react';
import { Alert, Button, Heading, TextField, useSharedText } from '../../../shared/src/components';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { sessionSchema } from '../../../shared/src/api/parse';
import type { Session } from '../../../shared/src/api/types';
import { passkeysWork, signInWithPasskey } from '../../../shared/src/shell/passkey';
import { go, routeNow, useApp, useText } from './app-context';

/** Signing in. It never stands between the worker and the alarm button below it. */
export function SignIn() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { me } = shown.phone;

  const take = async (answer: ApiAnswer<Session>) => {
    if (answer.kind === 'ok') {
      await shell.signedIn(answer.value);
      // Who scanned the code of a workplace goes on to that workplace.
      if (routeNow() !== 'workplace') go('home');
      return;
    }
    const status = answer.kind === 'problem' ? answer.status : 0;
    if (status === 429) setFault(shared.tooManyTries);
    else if (status >= 400 && status < 500) setFault(shared.wrongSignIn);
    else setFault(shared.noConnection);
  };

  const withPassword = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const body = { userName: userName.trim(), password };
    await take(
      await shell.api.call({ method: 'POST', path: '/sessions', body, schema: sessionSchema }),
    );
    setBusy(false);
  };

  const withPasskey = async () => {
    setBusy(true);
    const outcome = await signInWithPasskey(shell.api);
    if (outcome.kind !== 'cancelled') await take(outcome);
    setBusy(false);
  };

  return (
    <form className="aw-stack" onSubmit={(event) => void withPassword(event)}>
      <Heading level={1}>{me === null ? text.signIn.title : text.signIn.again(me.name)}</Heading>
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <TextField
        label={shared.userName}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
      />
      <TextField
        label={shared.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button look="primary" large type="submit" busy={busy}>
        {shared.signIn}
      </Button>
      {passkeysWork() ? (
        <Button busy={busy} onClick={() => void withPasskey()}>
          {shared.withPasskey}
        </Button>
      ) : null}
      <p className="utrecht-paragraph aw-quiet">{text.signIn.panicToo}</p>
    </form>
  );
}
