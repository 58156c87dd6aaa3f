/** What the page about the policy says in Dutch. */
export const nl = {
  title: 'Beleid',
  intro:
    'Deze tabellen bepalen hoe riskant een bezoek is en welke maatregelen het vraagt. Verander een cel, probeer uit wat dat zou betekenen, en stel het dan pas in werking.',
  opening: 'De tabel wordt geopend…',
  inForce: (version: number) => `Versie ${version} geldt nu.`,
  noDraft: 'Er is geen concept: u ziet de tabellen die nu gelden.',
  draft: (name: string, time: string) => `Concept, bewaard door ${name} om ${time}.`,
  tables: 'Tabellen',
  table: {
    weights: 'Gewicht per factor',
    'risk-class': 'Risicoklasse',
    measures: 'Maatregelen',
    watch: 'Bewaking',
  },
  save: 'Concept bewaren',
  saved: 'Het concept is bewaard.',
  tryOut: 'Uitproberen',
  putIntoForce: 'In werking stellen…',
  discard: 'Concept weggooien',
  faults: 'Het concept is niet bewaard. Verbeter eerst dit:',
  nothingChanged: 'Er is niets veranderd.',
  changedMeanwhile:
    'Iemand anders heeft het concept intussen veranderd. Laad de pagina opnieuw; wat u veranderde, is niet bewaard.',
  trial: {
    title: 'Wat zou er veranderen?',
    examples: 'Er zijn nog geen beoordeelde bezoeken; dit zijn de voorbeeldbezoeken.',
    summary: (changed: number, cases: number) =>
      `${changed} van ${cases} bezoeken zouden anders uitkomen.`,
    moves: 'Risicoklasse',
    measures: 'Maatregelen',
    visits: 'Bezoeken die anders uitkomen',
    factors: 'Factoren',
    now: 'Nu',
    then: 'Met het concept',
    count: 'Aantal',
    noFactors: 'geen',
  },
  riskClass: {
    normal: 'normaal',
    raised: 'verhoogd',
    high: 'hoog',
    'very-high': 'zeer hoog',
  },
  force: {
    title: 'Nieuw beleid in werking stellen',
    text: 'Vanaf dat moment worden bezoeken met deze tabellen beoordeeld. Deze versie kan daarna niet meer veranderen.',
    note: 'Wat is er veranderd, en waarom?',
    confirm: 'In werking stellen',
    done: (version: number) => `Versie ${version} geldt vanaf nu.`,
  },
  versions: {
    title: 'Versies',
    version: 'Versie',
    since: 'Geldt sinds',
    by: 'Door',
    note: 'Wat en waarom',
    standard: 'Meegeleverd met Achterwacht',
    now: 'geldt nu',
  },
};

export type PolicyWords = typeof nl;
