import { useState } from 'react';
import {
  Button,
  ChipsField,
  Dialog,
  Heading,
  LanguageSwitch,
  SwitchField,
  useLanguage,
  useSharedText,
} from '../../../shared/src/components';
import { addPasskey, passkeysWork } from '../../../shared/src/shell/passkey';
import { screenOf } from '../core/screen';
import type { Settings } from '../shell/settings';
import { notDone } from '../text';
import { go, useApp, useNow, useText } from './app-context';
import { Readiness } from './Readiness';
import './settings.css';

const THEMES: readonly Settings['theme'][] = ['auto', 'light', 'dark'];

export function SettingsScreen() {
  const { shown, settings, changeSettings } = useApp();
  const text = useText();
  const shared = useSharedText();
  const signedIn = shown.phone.session === 'in';
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.settings.title}
      </Heading>
      {signedIn ? <Readiness /> : null}
      <section className="aw-panel aw-stack">
        <SwitchField
          label={text.settings.discreet}
          hint={text.settings.discreetHint}
          on={settings.discreet}
          onChange={(discreet) => changeSettings({ discreet })}
        />
        <SwitchField
          label={text.settings.wake}
          hint={'wakeLock' in navigator ? text.settings.wakeHint : text.settings.wakeImpossible}
          on={settings.wakeLock}
          onChange={(wakeLock) => changeSettings({ wakeLock })}
        />
        <ChipsField
          label={text.settings.theme}
          choices={THEMES.map((value) => ({ value, label: text.settings.themes[value] }))}
          value={settings.theme}
          onChange={(theme) => changeSettings({ theme })}
        />
        <div className="aw-panel__row">
          <span className="utrecht-form-label">{shared.language}</span>
          <LanguageSwitch />
        </div>
      </section>
      {signedIn ? <Account /> : null}
    </>
  );
}

function Account() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const { language } = useLanguage();
  const [said, say] = useState('');
  const [leaving, leave] = useState(false);
  const now = useNow();
  const { me } = shown.phone;
  const watched = !['nobody-watching', 'ended'].includes(screenOf(shown.phone, now).kind);
  const add = async (): Promise<void> => {
    const outcome = await addPasskey(shell.api, text.settings.device(me?.name ?? ''));
    if (outcome.kind === 'cancelled') say('');
    else say(outcome.kind === 'ok' ? text.settings.passkeyAdded : notDone(text, outcome));
  };
  const signOut = () => {
    void shell.signOut();
    go('home');
  };

  return (
    <section className="aw-panel aw-stack">
      <Heading level={2}>{text.settings.account}</Heading>
      {me === null ? null : (
        <p className="utrecht-paragraph">{text.settings.signedInAs(me.name, me.teamName)}</p>
      )}
      <Button onClick={() => go('codes')}>{text.settings.codes}</Button>
      <Button onClick={() => go('vehicles')}>{text.vehicles.title}</Button>
      {passkeysWork() ? (
        <Button onClick={() => void add()}>{text.settings.passkeyAdd}</Button>
      ) : null}
      <p role="status" className="aw-said">
        {said}
      </p>
      <a
        className="utrecht-link aw-settings__link"
        href={`/api/v1/me/personal-file?language=${language}`}
        download
      >
        {text.settings.myData}
      </a>
      <Button onClick={() => (watched ? leave(true) : signOut())}>{shared.signOut}</Button>
      {leaving ? (
        <Dialog title={text.settings.signOutTitle} onClose={() => leave(false)}>
          <p className="utrecht-paragraph">{text.settings.signOutWatched}</p>
          <Button onClick={signOut}>{shared.signOut}</Button>
          <Button look="primary" onClick={() => leave(false)}>
            {shared.cancel}
          </Button>
        </Dialog>
      ) : null}
    </section>
  );
}
