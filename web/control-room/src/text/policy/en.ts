import type { PolicyWords } from './nl';

/** What the page about the policy says in English. */
export const en: PolicyWords = {
  title: 'Policy',
  intro:
    'These tables say how risky a visit is and which measures it asks for. Change a cell, try out what that would mean, and only then put it into force.',
  opening: 'Opening the table…',
  inForce: (version) => `Version ${version} is in force.`,
  noDraft: 'There is no draft: you see the tables that are in force.',
  draft: (name, time) => `Draft, saved by ${name} at ${time}.`,
  tables: 'Tables',
  table: {
    weights: 'Weight per factor',
    'risk-class': 'Risk class',
    measures: 'Measures',
    watch: 'Watch',
  },
  save: 'Save draft',
  saved: 'The draft is saved.',
  tryOut: 'Try out',
  putIntoForce: 'Put into force…',
  discard: 'Discard draft',
  faults: 'The draft is not saved. First put this right:',
  nothingChanged: 'Nothing has changed.',
  changedMeanwhile:
    'Somebody else changed the draft meanwhile. Load the page again; what you changed is not saved.',
  trial: {
    title: 'What would change?',
    examples: 'No visits were judged yet; these are the example visits.',
    summary: (changed, cases) => `${changed} of ${cases} visits would come out otherwise.`,
    moves: 'Risk class',
    measures: 'Measures',
    visits: 'Visits that come out otherwise',
    factors: 'Factors',
    now: 'Now',
    then: 'With the draft',
    count: 'Number',
    noFactors: 'none',
  },
  riskClass: {
    normal: 'normal',
    raised: 'raised',
    high: 'high',
    'very-high': 'very high',
  },
  force: {
    title: 'Put new policy into force',
    text: 'From that moment visits are judged by these tables. This version can never change after that.',
    note: 'What changed, and why?',
    confirm: 'Put into force',
    done: (version) => `Version ${version} is in force from now on.`,
  },
  versions: {
    title: 'Versions',
    version: 'Version',
    since: 'In force since',
    by: 'By',
    note: 'What and why',
    standard: 'Comes with Achterwacht',
    now: 'in force',
  },
};
