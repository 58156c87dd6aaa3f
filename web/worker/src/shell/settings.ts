/** Choices of this device; they need no server and no secrecy. */
export interface Settings {
  readonly discreet: boolean;
  readonly wakeLock: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
}

const REMEMBERED_AS = 'achterwacht-phone-settings';

export function readSettings(): Settings {
  const kept = new URLSearchParams(localStorage.getItem(REMEMBERED_AS) ?? '');
  const theme = kept.get('theme');
  return {
    discreet: kept.get('discreet') === 'yes',
    wakeLock: kept.get('wakeLock') === 'yes',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

export function keepSettings(settings: Settings): void {
  const kept = new URLSearchParams({
    discreet: settings.discreet ? 'yes' : 'no',
    wakeLock: settings.wakeLock ? 'yes' : 'no',
    theme: settings.theme,
  });
  localStorage.setItem(REMEMBERED_AS, kept.toString());
}

export function showTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
