/** Texts both apps use. Dutch is the source: `en.ts` must have the same keys. */
export const nl = {
  appName: 'Achterwacht',
  close: 'Sluiten',
  cancel: 'Annuleren',
  back: 'Terug',
  save: 'Bewaren',
  language: 'Taal',
  inDutch: 'Nederlands',
  inEnglish: 'English',
  signIn: 'Inloggen',
  signOut: 'Uitloggen',
  userName: 'E-mailadres of gebruikersnaam',
  password: 'Wachtwoord',
  withPasskey: 'Inloggen met passkey',
  wrongSignIn: 'Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.',
  tooManyTries: 'Te veel pogingen. Probeer het over een paar minuten opnieuw.',
  noConnection: 'Geen verbinding met de server.',
  tryAgain: 'Opnieuw proberen',
  exampleTown: 'Dit is een voorbeeldgemeente. Wat hier gebeurt, is gespeeld: er komt niemand.',
  notWatching: 'Let op: de server kan nu niet alles bewaken. Bel elkaar.',
  required: 'verplicht',
};

export type SharedText = typeof nl;
