import { useState, useSyncExternalStore } from 'react';
import { Announcer, LanguageProvider } from '../../../shared/src/components';
import type { PhoneShell } from '../shell/phone-shell';
import { keepSettings, readSettings, showTheme, type Settings } from '../shell/settings';
import { App } from './App';
import { AppContext } from './app-context';

/** Ties the shell to the screens. */
export function Root({ shell }: { readonly shell: PhoneShell }) {
  const shown = useSyncExternalStore(shell.subscribe, shell.shown);
  const [settings, setSettings] = useState<Settings>(readSettings);
  const changeSettings = (change: Partial<Settings>) => {
    const changed = { ...settings, ...change };
    keepSettings(changed);
    showTheme(changed.theme);
    setSettings(changed);
  };
  return (
    <LanguageProvider>
      <Announcer>
        <AppContext.Provider value={{ shell, shown, settings, changeSettings }}>
          <App />
        </AppContext.Provider>
      </Announcer>
    </LanguageProvider>
  );
}
