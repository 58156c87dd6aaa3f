import { useEffect, useState } from 'react';
import {
  Alert,
  Button,
  Heading,
  LanguageSwitch,
  TextField,
  useSharedText,
} from '../../../../shared/src/components';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Me, Session } from '../../../../shared/src/api/types';
import type { SharedText } from '../../../../shared/src/text';
import { showInTab } from '../../shell/attention';
import { passkeysWork, type SessionDesk } from '../../shell/session';
import { useTexts } from '../room-context';
import './sign-in.css';

/** How one came here: the session ended by itself, or the server has not heard that it was ended. */
export type WhySignIn = 'thrown-out' | 'not-heard' | null;

interface SignInProps {
  readonly session: SessionDesk;
  readonly because: WhySignIn;
  readonly onSignedIn: (me: Me) => void;
}

/** The way in: name and password, or a passkey. */
export function SignIn({ session, because, onSignedIn }: SignInProps) {
  const t = useTexts();
  const shared = useSharedText();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => {
    showInTab(
      t.app.room,
      { words: because === 'thrown-out' ? t.app.signedOutTitle : null, icon: 'icon' },
      true,
    );
  }, [because, t]);

  const enter = async (ask: () => Promise<ApiAnswer<Session> | null>): Promise<void> => {
    setBusy(true);
    setFault(null);
    const answer = await ask();
    setBusy(false);
    if (answer?.kind === 'ok') {
      onSignedIn(answer.value.person);
    } else if (answer !== null) {
      setFault(faultOf(answer, shared));
    }
  };
  return (
    <main className="aw-sign-in">
      <div className="aw-sign-in__box aw-stack">
        <Heading level={1}>{t.app.room}</Heading>
        {because === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">
              {because === 'thrown-out' ? t.app.thrownOut : t.app.signOutNotHeard}
            </p>
          </Alert>
        )}
        <form
          className="aw-stack"
          onSubmit={(event) => {
            event.preventDefault();
            void enter(() => session.signIn(userName.trim(), password));
          }}
        >
          <TextField
            label={shared.userName}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
          <TextField
            label={shared.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {fault === null ? null : (
            <Alert tone="error" urgent>
              <p className="utrecht-paragraph">{fault}</p>
            </Alert>
          )}
          <Button look="primary" type="submit" large busy={busy}>
            {busy ? t.app.working : shared.signIn}
          </Button>
        </form>
        {passkeysWork() ? (
          <Button busy={busy} onClick={() => void enter(() => session.signInWithPasskey())}>
            {shared.withPasskey}
          </Button>
        ) : null}
        <LanguageSwitch />
      </div>
    </main>
  );
}

function faultOf(answer: ApiAnswer<Session>, shared: SharedText): string {
  if (answer.kind !== 'problem') {
    return shared.noConnection;
  }
  if (answer.status === 429) {
    return shared.tooManyTries;
  }
  return answer.status < 500 ? shared.wrongSignIn : shared.noConnection;
}
