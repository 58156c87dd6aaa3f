import { Button, StatusBanner, useSharedText } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { readable } from '../core/links';
import { isSignedOut, numberToCall } from '../core/phone';
import { screenOf, staleSince, type Screen } from '../core/screen';
import { go, useApp, useNow, useText, type Route } from './app-context';
import { CallInstead } from './CallButtons';

/** What may not be overlooked, on whatever screen: no line, signed out, played-out town. */
export function Banners({ route }: { readonly route: Route }) {
  const { shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const now = useNow();
  const { phone } = shown;
  const screen = screenOf(phone, now).kind;
  const watched = !['nobody-watching', 'ended'].includes(screen);
  const stale = watched ? staleSince(phone, now) : null;
  return (
    <div className="aw-banners" aria-live="polite">
      <LineBanner
        watched={watched}
        callsBelow={route === 'home' && OFFERS_CALLS.includes(screen)}
      />
      {stale === null || phone.line.kind === 'unreachable' ? null : (
        <StatusBanner tone="warning">{text.status.asOf(clockTime(stale))}</StatusBanner>
      )}
      {isSignedOut(phone) && route !== 'sign-in' && watched ? (
        <StatusBanner tone="warning">
          {screen === 'start-waiting' ? text.status.sessionOfStart : text.status.session}{' '}
          <Button onClick={() => go('sign-in')}>{shared.signIn}</Button>
        </StatusBanner>
      ) : null}
      {phone.me?.exampleTown === true ? (
        <StatusBanner tone="calm">{shared.exampleTown}</StatusBanner>
      ) : null}
    </div>
  );
}

/** Screens that have the buttons to call and to send an SMS themselves. */
const OFFERS_CALLS: readonly Screen['kind'][] = ['alarm', 'probably-alarmed', 'start-waiting'];

interface LineBannerProps {
  readonly watched: boolean;
  readonly callsBelow: boolean;
}

function LineBanner({ watched, callsBelow }: LineBannerProps) {
  const { shown } = useApp();
  const text = useText();
  const { line, outbox } = shown.phone;
  const number = numberToCall(shown.phone);
  const waiting = outbox.items.length === 0 ? '' : ` ${text.line.waiting(outbox.items.length)}.`;
  if (line.kind === 'unreachable') {
    return (
      <StatusBanner tone="warning">
        {text.line.unreachable(clockTime(line.sinceMs))} {text.line.unreachableHint}
        {waiting}
        {watched && !callsBelow ? <CallInstead /> : null}
      </StatusBanner>
    );
  }
  if (line.kind === 'away') {
    return (
      <StatusBanner tone="alarm">
        {text.line.away} {number === null ? '' : text.line.useSmsOrCall(readable(number))}
        {waiting}
        {callsBelow ? null : <CallInstead />}
      </StatusBanner>
    );
  }
  return null;
}
