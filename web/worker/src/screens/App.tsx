import { useEffect } from 'react';
import { LanguageSwitch } from '../../../shared/src/components';
import { screenOf, type Screen } from '../core/screen';
import { createWakeLock } from '../shell/senses';
import { AlarmOn } from './AlarmOn';
import { aboutNow, useAct, useApp, useNow, useRoute, useText, type Route } from './app-context';
import { Banners } from './Banners';
import { AllCards } from './Cards';
import { useFocusOnTitle } from './call-attention';
import { Codes } from './Codes';
import { Ended } from './Ended';
import { Ending } from './Ending';
import { BeforeLeaving } from './BeforeLeaving';
import { Calendars } from './Calendars';
import { Means } from './Means';
import { IncidentForm } from './IncidentForm';
import { MyVisits } from './MyVisits';
import { NobodyWatching } from './NobodyWatching';
import { Numbers } from './Numbers';
import { Overdue, ProbablyAlarmed } from './Overdue';
import { PanicButton } from './PanicButton';
import { Prepare } from './Prepare';
import { Reachable } from './Reachable';
import { SettingsScreen } from './SettingsScreen';
import { SignIn } from './SignIn';
import { SignalForm } from './SignalForm';
import { AgreementsScreen, MeetingsScreen, ProtocolScreen } from './together';
import { StartForm } from './StartForm';
import { StartRefused, StartWaiting } from './StartWaiting';
import { Vehicles } from './Vehicles';
import { Watched } from './Watched';
import { Workplace } from './Workplace';
import './app.css';

const HOLD_MS = 2000;

export function App() {
  const { shown } = useApp();
  const act = useAct();
  const route = useRoute();
  const now = useNow();
  const screen = screenOf(shown.phone, now);
  const { phone } = shown;
  const openWatch = 'watch' in screen && screen.kind !== 'ended' ? screen.watch : null;
  useWakeLock(openWatch !== null);
  useFocusOnTitle(shown.ready ? `${route} ${screen.kind}` : null);

  const panic = () => {
    const watchId =
      openWatch?.id ?? (screen.kind === 'start-waiting' ? screen.start.watchId : null);
    act({ kind: 'panic', watchId });
    window.location.hash = '#/home';
    if (watchId !== null) act({ kind: 'position', watchId });
  };

  return (
    <div className="aw-app">
      <Header route={route} />
      <Banners route={route} />
      <main className="aw-app__main aw-stack">
        {shown.ready ? <Content route={route} screen={screen} /> : null}
      </main>
      <div className="aw-app__panic">
        <PanicButton holdMs={phone.me?.teamNumbers.panicHoldMillis ?? HOLD_MS} onPanic={panic} />
      </div>
    </div>
  );
}

function Content({ route, screen }: { route: Route; screen: Screen }) {
  const { shown } = useApp();
  switch (route) {
    case 'numbers':
      return <Numbers />;
    case 'settings':
      return <SettingsScreen />;
    case 'sign-in':
      return <SignIn />;
    case 'codes':
    case 'vehicles':
    case 'start':
    case 'prepare':
    case 'cards':
    case 'before-leaving':
    case 'reachable':
    case 'visits':
    case 'calendars':
    case 'signal':
    case 'workplace':
    case 'means':
    case 'incident':
    case 'protocol':
    case 'agreements':
    case 'meetings':
    case 'end':
    case 'home':
      break;
  }
  const nothingOn = screen.kind === 'nobody-watching';
  const { session, line, me } = shown.phone;
  // Without a network the worker goes on with what the phone knows, unless it was signed out here.
  const goesOn = session === 'in' || (line.kind === 'unreachable' && session !== 'leaving');
  if (nothingOn && !goesOn) {
    return session === 'unknown' && line.kind === 'untried' ? null : <SignIn />;
  }
  if (nothingOn && me === null) return <SignIn />;
  if (route === 'codes') return <Codes />;
  if (route === 'vehicles') return <Vehicles />;
  if (route === 'reachable') return <Reachable />;
  if (route === 'before-leaving' && nothingOn) return <BeforeLeaving />;
  if (route === 'visits') return <MyVisits />;
  if (route === 'calendars') return <Calendars />;
  if (route === 'signal') return <SignalForm />;
  if (route === 'means') return <Means />;
  if (route === 'incident') return <IncidentForm />;
  if (route === 'protocol') return <ProtocolScreen />;
  if (route === 'agreements') return <AgreementsScreen />;
  if (route === 'meetings') return <MeetingsScreen />;
  if (route === 'start' && nothingOn) return <StartForm />;
  const about = aboutNow();
  if (route === 'workplace' && about !== null) {
    return <Workplace key={about} workplaceId={about} />;
  }
  // During a visit nothing that was answered about the resident may be on the screen.
  if (route === 'prepare' && nothingOn && about !== null) {
    return <Prepare key={about} visitId={about} />;
  }
  if (route === 'cards') return <AllCards />;
  if (route === 'end' && 'watch' in screen && screen.watch !== null && screen.kind !== 'ended') {
    return <Ending watch={screen.watch} />;
  }
  return <Now screen={screen} />;
}

/** The opening screen: exactly one of these. */
function Now({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'nobody-watching':
      return <NobodyWatching />;
    case 'start-waiting':
      return <StartWaiting start={screen.start} />;
    case 'start-refused':
      return <StartRefused start={screen.start} />;
    case 'watched':
      return <Watched watch={screen.watch} dueAtMs={screen.dueAtMs} />;
    case 'overdue':
      return (
        <Overdue
          watch={screen.watch}
          alarmAtMs={screen.alarmAtMs}
          saidByServer={screen.saidByServer}
        />
      );
    case 'probably-alarmed':
      return <ProbablyAlarmed watch={screen.watch} alarmAtMs={screen.alarmAtMs} />;
    case 'alarm':
      return <AlarmOn watch={screen.watch} help={screen.help} />;
    case 'ended':
      return <Ended watch={screen.watch} />;
  }
}

function Header({ route }: { readonly route: Route }) {
  const { shown } = useApp();
  const text = useText();
  const tabs: readonly (readonly [Route, string])[] = [
    ['home', text.nav.home],
    ['numbers', text.nav.numbers],
    ['settings', text.nav.settings],
  ];
  const current =
    route === 'vehicles' ? 'settings' : tabs.some(([to]) => to === route) ? route : 'home';
  return (
    <header className="aw-header">
      <nav className="aw-header__nav" aria-label={text.nav.main}>
        {tabs.map(([to, label]) => (
          <a
            key={to}
            className="aw-header__tab"
            href={`#/${to}`}
            aria-current={to === current ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {shown.phone.session === 'in' ? null : <LanguageSwitch />}
    </header>
  );
}

function useWakeLock(watched: boolean): void {
  const { settings } = useApp();
  const wanted = watched && settings.wakeLock;
  useEffect(() => {
    if (!wanted) return undefined;
    const lock = createWakeLock();
    const hold = () => {
      if (document.visibilityState === 'visible') void lock.hold();
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock.release();
    };
  }, [wanted]);
}
