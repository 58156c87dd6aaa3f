import { createContext, useContext, useEffect, useState } from 'react';
import { useLanguage } from '../../../shared/src/components';
import type { Act } from '../core/act';
import type { PhoneShell, Shown } from '../shell/phone-shell';
import type { Settings } from '../shell/settings';
import { workerText, type WorkerText } from '../text';

/** What every screen can see and do. */
export interface AppParts {
  readonly shell: PhoneShell;
  readonly shown: Shown;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
}

export const AppContext = createContext<AppParts | null>(null);

export function useApp(): AppParts {
  const parts = useContext(AppContext);
  if (parts === null) throw new Error('A screen was drawn outside the app.');
  return parts;
}

export function useText(): WorkerText {
  return workerText[useLanguage().language];
}

/** The phone's clock, so many times a second as a countdown needs: once. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function useAct(): (act: Act) => void {
  const { shell } = useApp();
  return (act) => void shell.act(act);
}

export type Route =
  | 'home'
  | 'start'
  | 'prepare'
  | 'cards'
  | 'before-leaving'
  | 'reachable'
  | 'end'
  | 'visits'
  | 'calendars'
  | 'signal'
  | 'workplace'
  | 'means'
  | 'incident'
  | 'protocol'
  | 'agreements'
  | 'meetings'
  | 'numbers'
  | 'settings'
  | 'vehicles'
  | 'codes'
  | 'sign-in';
const ROUTES: readonly Route[] = [
  'home',
  'start',
  'prepare',
  'cards',
  'before-leaving',
  'reachable',
  'end',
  'visits',
  'calendars',
  'signal',
  'workplace',
  'means',
  'incident',
  'protocol',
  'agreements',
  'meetings',
  'numbers',
  'settings',
  'vehicles',
  'codes',
  'sign-in',
];

/** Goes to a screen; `about` is the id of what it is about, and is never sent to the server. */
export function go(route: Route, about?: string): void {
  window.location.hash = about === undefined ? `#/${route}` : `#/${route}?${about}`;
}

/** The id of what the screen is about; null when it is about nothing. */
export function aboutNow(): string | null {
  return window.location.hash.split('?')[1] ?? null;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = () => {
      setHash(window.location.hash);
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

/** Where we are, outside a screen. */
export function routeNow(): Route {
  return routeOf(window.location.hash);
}

function routeOf(hash: string): Route {
  const name = hash.replace(/^#\//, '').split('?')[0];
  return ROUTES.find((route) => route === name) ?? 'home';
}
