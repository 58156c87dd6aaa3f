import { useEffect, useState } from 'react';
import { useLanguage, useSharedText } from '../../../shared/src/components';
import { askingAgain } from '../../../shared/src/api/asking-again';
import type { Me } from '../../../shared/src/api/types';
import { mayLook } from '../core/rights';
import { deskApi } from '../shell/desk-api';
import { forgetHouseRules, houseRulesOf } from '../shell/house-rules';
import { Room } from '../shell/room';
import type { SessionDesk } from '../shell/session';
import { Desk } from './desk/Desk';
import { SeatContext, useTexts, type Seat } from './room-context';
import { NoRole } from './sign-in/NoRole';
import { SignIn, type WhySignIn } from './sign-in/SignIn';

/** At a desk people wait for an answer, and have nothing else to go by. */
const ASK_AGAIN_WITHIN_MS = 10_000;

type Who =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody'; readonly because: WhySignIn }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'seated'; readonly seat: Seat };

/** Who is at this screen decides what it shows: the way in, the board, or why there is none. */
export function App({ session }: { readonly session: SessionDesk }) {
  const t = useTexts();
  const shared = useSharedText();
  const { language, choose } = useLanguage();
  const [who, setWho] = useState<Who>({ kind: 'asking' });

  useEffect(() => {
    if (who.kind !== 'asking' && who.kind !== 'unreachable') {
      return undefined;
    }
    let wanted = true;
    const ask = async (): Promise<void> => {
      const answer = await session.current();
      if (!wanted) {
        return;
      }
      if (answer.kind === 'ok') {
        setWho(seated(session, answer.value.person));
      } else {
        const isNobody = answer.kind === 'problem' && answer.status < 500;
        setWho(isNobody ? { kind: 'nobody', because: null } : { kind: 'unreachable' });
      }
    };
    // A board that comes up before its server keeps trying: nobody should have to press a key.
    const timer = setTimeout(() => void ask(), who.kind === 'asking' ? 0 : 3000);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [session, who]);

  const leave = (because: WhySignIn): void => {
    if (who.kind === 'seated') {
      who.seat.room.stop();
    }
    setWho({ kind: 'nobody', because });
  };
  const signOut = (): void => {
    forgetHouseRules();
    void session.signOut().then((isHeard) => leave(isHeard ? null : 'not-heard'));
  };

  switch (who.kind) {
    case 'asking':
      return <p className="aw-desk__wait">{t.app.loading}</p>;
    case 'unreachable':
      return (
        <p className="aw-desk__wait" role="alert">
          {shared.noConnection}
        </p>
      );
    case 'nobody':
      return (
        <SignIn
          session={session}
          because={who.because}
          onSignedIn={(me) => {
            if (me.language !== language && localStorage.getItem('achterwacht-language') === null) {
              choose(me.language);
            }
            setWho(seated(session, me));
          }}
        />
      );
    case 'visitor':
      return <NoRole onSignOut={signOut} />;
    case 'seated':
      return (
        <SeatContext.Provider value={who.seat}>
          <Desk onSignOut={signOut} onSignedOut={() => leave('thrown-out')} />
        </SeatContext.Provider>
      );
  }
}

/** Opens the room for whoever may look at the board; it stays open until they leave. */
function seated(session: SessionDesk, me: Me): Who {
  if (!mayLook(me.roles)) {
    return { kind: 'visitor' };
  }
  const room = new Room(deskApi(session.api), me.id);
  room.start();
  const api = askingAgain(session.api, ASK_AGAIN_WITHIN_MS);
  return { kind: 'seated', seat: { room, me, api, houseRules: houseRulesOf(api, me.id) } };
}
