import type { faults as faultsNl, load as loadNl } from './nl-load';

export const faults: typeof faultsNl = {
  why: {
    unreachable: 'No connection.',
    busy: 'The server is too busy now.',
    signedOut: 'You are signed out.',
    notAllowed: 'You may not do this.',
    other: 'Something went wrong.',
  },
  notDone: 'This did not work. Try again.',
};

export const load: typeof loadNl = {
  loading: 'Loading …',
  stale: 'What is shown here may have changed meanwhile.',
  kept: 'This is what your phone kept.',
  keptAt: (day, time) => `It was so on ${day} at ${time}.`,
};
