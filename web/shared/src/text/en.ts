import type { SharedText } from './nl';

export const en: SharedText = {
  appName: 'Achterwacht',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  save: 'Save',
  language: 'Language',
  inDutch: 'Nederlands',
  inEnglish: 'English',
  signIn: 'Sign in',
  signOut: 'Sign out',
  userName: 'E-mail address or user name',
  password: 'Password',
  withPasskey: 'Sign in with a passkey',
  wrongSignIn: 'This name and password do not belong together. Please try again.',
  tooManyTries: 'Too many tries. Please try again in a few minutes.',
  noConnection: 'No connection to the server.',
  tryAgain: 'Try again',
  exampleTown: 'This is an example town. What happens here is played: nobody will come.',
  notWatching: 'Warning: the server cannot watch everybody now. Call each other.',
  required: 'required',
};
