/** Texts of what comes before leaving. */
export const beforeLeaving = {
  title: 'Voordat u gaat',
  prepareThis: (time: string) => `Voordat u gaat, afspraak van ${time}`,
  along: 'Neem mee',
  atHome: 'Laat thuis of op kantoor',
  noList: 'De paklijst is er nu niet. Hij komt van de server zodra er verbinding is.',
  emptyList: 'Er staat niets op de paklijst.',
  saved: 'Bewaard voor vandaag.',
  notSaved: 'Niet bewaard. U kunt gewoon gaan.',
  phone: 'Is uw telefoon klaar?',
  batteryAsk: 'Is uw batterij meer dan half vol, of hebt u een lader mee?',
  batteryYes: 'Ja',
  batteryNo: 'Nee',
  batteryLow:
    'Laad eerst op of neem een powerbank mee. Kan dat niet? Spreek af dat u gebeld wordt.',
  batterySms: (name: string) =>
    `Dit is ${name}. Mijn batterij is bijna leeg. Bel mij tijdens mijn bezoek.`,
  numbers: 'Noodnummers',
  numbersKnown: 'Staan op deze telefoon, ook zonder internet.',
  numbersUnknown: 'Alleen 112 staat op deze telefoon. Vraag het nummer van uw achterwacht.',
  coverage: 'Verbinding',
  coverageNow: 'Nu in orde. Ook zonder bereik telt de server door.',
  coverageNone: 'Nu geen verbinding. Bel de achterwacht voordat u gaat.',
  noticesOn: 'Aan: u krijgt een vraag als u te laat bent.',
  noticesOff: 'Uit: u krijgt op deze telefoon geen vraag als u te laat bent.',
  toSettings: 'Naar instellingen',
};

export const late = {
  button: 'Ik ben later',
  title: 'Ik ben later',
  howMuch: 'Hoeveel later?',
  go: 'Afspraak verschuiven',
  moved: (from: string, until: string) => `Uw afspraak is nu van ${from} tot ${until}.`,
  prolonged: (minutes: number) => `Uw bewaking loopt ${minutes} minuten langer.`,
  tellClient: 'Stuur de cliënt een SMS',
  clientHint: 'U kiest zelf aan wie. Wij bewaren het nummer niet.',
  noConnection: 'Geen verbinding: de afspraak is niet verschoven. Bel de cliënt en de achterwacht.',
};

export const vehicles = {
  title: 'Mijn voertuigen',
  why: 'Als u niet reageert, weten collega’s en politie waar ze naar zoeken.',
  none: 'U hebt nog geen voertuig opgegeven.',
  which: 'Waarmee precies?',
  another: 'Iets anders',
  kinds: { car: 'Auto', bicycle: 'Fiets', moped: 'Bromfiets', other: 'Anders' },
  kind: 'Wat voor voertuig?',
  plate: 'Kenteken',
  plateHint: 'Streepjes hoeven niet.',
  warnings: {
    'unknown-pattern': 'Dit is geen Nederlands kenteken. Klopt het? Dan wordt het zo bewaard.',
    'unusual-letter':
      'Deze letters komen niet voor. Typte u een O voor een 0, of een I voor een 1?',
    'unused-group': 'Deze letters worden niet uitgegeven. Kijk het kenteken nog eens na.',
  },
  brand: 'Merk en type',
  brandHint: 'Bijvoorbeeld Fiat 500',
  colour: 'Kleur',
  missing: 'Vul een merk of een kleur in, zodat collega’s het herkennen.',
  add: 'Voertuig toevoegen',
  added: (what: string) => `Toegevoegd: ${what}`,
  remove: 'Weghalen',
  removeThis: (what: string) => `Weghalen: ${what}`,
  removed: (what: string) => `Weggehaald: ${what}`,
};

export const reachable = {
  title: 'Bereikbaar buiten kantooruren',
  why: 'Gaat u buiten kantooruren op pad, spreek dan af wie u kunt bereiken. Begint u niet op tijd, dan vragen wij waar u bent.',
  who: 'Maak een afspraak',
  whoLabel: 'Wie kunt u bereiken?',
  somebodyElse: 'Iemand anders',
  name: 'Naam',
  phone: 'Telefoonnummer',
  howLong: 'Vanaf nu, hoe lang?',
  forVisit: (time: string) =>
    `De afspraak geldt voor uw bezoek van ${time}, tot u thuis of op kantoor bent.`,
  go: 'Afspreken',
  agreed: (name: string, time: string) => `${name} is bereikbaar tot ${time}.`,
  ofVisit: 'Hoort bij de bewaking van uw bezoek.',
  end: 'Laat vervallen',
  ended: 'De afspraak is vervallen.',
  missing: 'Wat u eerder afsprak, ziet u nu niet.',
  faults: {
    'no-name': 'Vul in wie u kunt bereiken.',
    'no-phone': 'Vul een telefoonnummer in, met alleen cijfers.',
  },
};
