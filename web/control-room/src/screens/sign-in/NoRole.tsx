import { Button, Heading, useSharedText } from '../../../../shared/src/components';
import { useTexts } from '../room-context';
import './sign-in.css';

/** Signed in, but not as somebody who watches the board. */
export function NoRole({ onSignOut }: { readonly onSignOut: () => void }) {
  const t = useTexts();
  const shared = useSharedText();
  return (
    <main className="aw-sign-in">
      <div className="aw-sign-in__box aw-stack">
        <Heading level={1} focusOnShow>
          {t.app.room}
        </Heading>
        <p className="utrecht-paragraph">{t.app.noRole}</p>
        <a className="utrecht-link utrecht-link--html-a" href="/worker/">
          {t.app.toWorkerApp}
        </a>
        <Button onClick={onSignOut}>{shared.signOut}</Button>
      </div>
    </main>
  );
}
