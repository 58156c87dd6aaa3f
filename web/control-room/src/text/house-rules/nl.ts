import type { HouseRulesPart } from '../../core/route';

const parts: Readonly<Record<HouseRulesPart, string>> = {
  cards: 'Situatiekaarten',
  'at-the-door': 'Bij de deur',
  'leave-sentences': 'Zinnen om weg te gaan',
  'risky-moments': 'Risicomomenten',
  packing: 'Paklijst',
  'office-hours': 'Kantooruren',
  reachability: 'Bereikbaarheid',
  companion: 'Wat een meeganger hoort',
};

const intros: Readonly<Record<HouseRulesPart, string>> = {
  cards:
    'Wat uw organisatie antwoordt op een situatie. Medewerkers lezen de kaarten bij het voorbereiden en tijdens het bezoek.',
  'at-the-door': 'Waar medewerkers op letten als ze aanbellen en binnenkomen.',
  'leave-sentences': 'Zinnen waarmee medewerkers weg kunnen gaan zonder ruzie te krijgen.',
  'risky-moments':
    'Wat in uw werk risico geeft, per functie. Een moment staat op de telefoon als een van de antwoorden erbij past.',
  packing: 'Wat mee gaat en wat thuis blijft. Medewerkers vinken dit af voordat ze gaan.',
  'office-hours':
    'Wanneer een team op kantoor is. Daarbuiten vraagt een bezoek om een bereikbaarheidsafspraak.',
  reachability:
    'Wie een medewerker buiten kantooruren kan bereiken. Zo’n afspraak wordt altijd bewaakt.',
  companion: 'Wat er gebeurt als een van de twee op bezoek om hulp vraagt.',
};

/** What the page about home visits says in Dutch. */
export const houseRulesNl = {
  title: 'Afspraken thuisbezoek',
  partsLabel: 'Onderdeel',
  parts,
  intros,
  readOnly: 'U kunt dit lezen. De preventiemedewerker en de beheerder kunnen het wijzigen.',
  inDutch: 'in het Nederlands',
  inEnglish: 'in het Engels',

  list: {
    change: 'Wijzigen',
    up: 'Omhoog',
    down: 'Omlaag',
    remove: 'Verwijderen',
    of: (act: string, name: string) => `${act}: ${name}`,
    moved: (name: string, place: number, count: number) =>
      `${name} staat nu op plaats ${place} van ${count}.`,
    removed: (name: string) => `Verwijderd: ${name}.`,
    undo: 'Ongedaan maken',
    undone: 'Het staat er weer.',
    full: (most: number) => `Er passen er hier niet meer dan ${most}. Verwijder er eerst een.`,
    put: 'Overnemen in de lijst',
    putHint: 'Uw wijziging geldt pas als u daarna op Opslaan drukt.',
    writing: 'Wat u hier schreef, staat nog niet in de lijst.',
    throwAway: 'Weggooien',
    standard: 'Standaard',
    changed: 'Standaard, aangepast',
    own: 'Van uw organisatie',
  },

  save: {
    unsaved: 'Nog niet opgeslagen.',
    unsavedMark: 'niet opgeslagen',
    save: 'Opslaan',
    discard: 'Wijzigingen weggooien',
    discarded: 'Uw wijzigingen zijn weggegooid.',
    saved: 'Opgeslagen. Telefoons laten dit zien zodra ze de kaarten en lijsten opnieuw ophalen.',
    nothing: 'Er is niets gewijzigd.',
    refused: 'De server neemt dit zo niet aan. Kijk de velden na en probeer het opnieuw.',
    standard: 'Terug naar de standaard',
    standardPut: 'De standaard staat er. Druk op Opslaan om hem te laten gelden.',
    standardTitle: 'Terug naar de standaard?',
    standardText: 'Wat uw organisatie hier zelf maakte, geldt dan niet meer.',
    standardDone: 'De standaard geldt weer.',
  },

  meanwhile: {
    title: 'Iemand anders heeft dit intussen gewijzigd.',
    text: 'Dit is er nu anders:',
    added: (name: string) => `Erbij gekomen: ${name}`,
    gone: (name: string) => `Verwijderd: ${name}`,
    changed: (name: string) => `Gewijzigd: ${name}`,
    order: 'De volgorde is anders.',
    hint: 'Klopt uw versie nog? Druk dan opnieuw op Opslaan. Anders neemt u over wat er nu staat.',
    takeOver: 'Overnemen wat er nu staat',
    takenOver: 'Dit is wat er nu staat.',
  },

  away: {
    unsaved: 'U heeft bij de afspraken voor thuisbezoek iets niet opgeslagen.',
    back: 'Naar Afspraken thuisbezoek',
    title: 'Uitloggen zonder op te slaan?',
    text: 'U heeft bij de afspraken voor thuisbezoek iets niet opgeslagen. Als u uitlogt, bent u het kwijt.',
    stay: 'Hier blijven',
    leave: 'Weggooien en uitloggen',
  },

  card: {
    add: 'Kaart toevoegen',
    addTitle: 'Kaart toevoegen',
    changeTitle: 'Kaart wijzigen',
    heading: 'Titel',
    text: 'Wat doet u dan?',
    when: 'Staat vooraan bij',
    whenHint: 'Als de medewerker een van deze antwoorden geeft, staat de kaart bovenaan.',
    always: 'Staat vooraan bij: geen enkel antwoord, de kaart staat gewoon in de lijst.',
    whenThese: (factors: string) => `Staat vooraan bij: ${factors}.`,
    restore: 'Standaardtekst terugzetten',
    restored: (name: string) => `De standaardtekst van ${name} staat er weer.`,
    missing: 'Standaardkaarten die u heeft verwijderd',
    bringBack: 'Terugzetten',
    empty: 'Er is nog geen kaart. Voeg er een toe, of ga terug naar de standaard.',
  },

  line: {
    add: 'Regel toevoegen',
    addTitle: 'Regel toevoegen',
    changeTitle: 'Regel wijzigen',
    text: 'Tekst',
    empty: 'Er staat nog niets. Voeg een regel toe, of ga terug naar de standaard.',
  },

  sentence: {
    add: 'Zin toevoegen',
    addTitle: 'Zin toevoegen',
    changeTitle: 'Zin wijzigen',
    text: 'Zin',
    empty: 'Er staat nog geen zin. Voeg er een toe, of ga terug naar de standaard.',
  },

  moment: {
    addFunction: 'Functie toevoegen',
    addFunctionTitle: 'Functie toevoegen',
    changeFunctionTitle: 'Functie wijzigen',
    function: 'Functie',
    add: 'Moment toevoegen',
    addFor: (name: string) => `Moment toevoegen bij ${name}`,
    addTitle: 'Risicomoment toevoegen',
    changeTitle: 'Risicomoment wijzigen',
    text: 'Risicomoment',
    when: 'Geldt vandaag bij',
    whenHint: 'Als de medewerker een van deze antwoorden geeft, staat dit bij “Let vandaag op”.',
    whenThese: (factors: string) => `Geldt bij: ${factors}.`,
    never: 'Hier past nog geen antwoord bij, dus het staat niet op de telefoon.',
    empty: 'Bij deze functie staat nog geen moment.',
    noFunctions: 'Er is nog geen functie. Voeg er een toe, of ga terug naar de standaard.',
  },

  packing: {
    along: 'Neem mee',
    atHome: 'Laat thuis of op kantoor',
    add: 'Spullen toevoegen',
    addTo: (list: string) => `Toevoegen bij “${list}”`,
    changeTitle: 'Spullen wijzigen',
    text: 'Wat is het?',
    empty: 'Hier staat nog niets.',
    none: 'Zet er minstens één ding op. Wilt u de gewone lijst? Ga dan terug naar de standaard.',
    powerBank: 'Wie dit afvinkt, krijgt geen vraag over een volle batterij.',
  },

  hours: {
    team: 'Team',
    days: ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag', 'Zondag'],
    open: (day: string) => `${day} open`,
    closed: 'Gesloten',
    from: 'Van',
    until: 'Tot',
    holidays:
      'Op officiële feestdagen is het kantoor dicht. Achterwacht kent de Nederlandse feestdagen; die vult u niet in.',
    earlier: 'Bezoeken die al zijn beoordeeld, houden hun oordeel.',
    faults: {
      from: 'Vul in hoe laat het kantoor opengaat.',
      until: 'Vul een tijd in na het opengaan.',
    },
    noneOpen: 'Minstens één dag moet open zijn.',
    of: (day: string, from: string, until: string) => `${day} van ${from} tot ${until}`,
  },

  reach: {
    worker: 'Medewerker',
    chooseWorker: 'Kies een medewerker',
    noWorkers: 'Er zijn nog geen medewerkers.',
    agreements: (name: string) => `Afspraken van ${name}`,
    none: 'Er staat geen afspraak, nu of later.',
    between: (day: string, from: string, until: string) => `${day}, van ${from} tot ${until}`,
    contact: (name: string, phone: string) => `${name}, ${phone}`,
    ofVisit: 'Hoort bij een bezoek en gebruikt die bewaking.',
    ownWatch: 'Heeft een eigen bewaking.',
    end: 'Laten vervallen',
    endTitle: 'Afspraak laten vervallen?',
    endText:
      'Niemand is dan nog afgesproken. Een eigen bewaking die nog niet is begonnen, vervalt ook.',
    keep: 'Laten staan',
    ended: (name: string) => `De afspraak met ${name} is vervallen.`,
    add: 'Afspraak maken',
    day: 'Dag',
    from: 'Van',
    until: 'Tot',
    untilHint: 'Is “tot” vroeger dan “van”? Dan is het de volgende dag.',
    visit: 'Voor welk bezoek?',
    noWeek: 'De bezoeken van deze dag zijn niet te laden.',
    noVisit: 'Geen bezoek, met een eigen bewaking',
    visitAt: (time: string, address: string) => `${time}, ${address}`,
    who: 'Wie is bereikbaar?',
    chooseWho: 'Kies een collega',
    somebodyElse: 'Iemand anders',
    name: 'Naam',
    phone: 'Telefoonnummer',
    agree: 'Afspreken',
    agreed: (name: string) => `Afgesproken met ${name}.`,
    faults: {
      contact: 'Kies wie er bereikbaar is.',
      name: 'Vul een naam in.',
      phone: 'Vul een nummer in, zoals 0612345678 of 112.',
      day: 'Kies een dag.',
      from: 'Vul in vanaf hoe laat.',
      until: 'Vul in tot hoe laat.',
      past: 'Deze tijd is al voorbij.',
      range: 'De afspraak moet het hele bezoek duren.',
      noPhone: 'Van deze collega is geen nummer bekend. Kies een ander.',
      unknown: 'Dit bezoek is er niet meer. Kies opnieuw.',
    },
  },

  companion: {
    label: 'Als een van de twee hardop om hulp vraagt',
    silently: 'De ander krijgt een stille melding',
    silentlyHint: 'Zonder geluid en zonder trillen.',
    notAtAll: 'De ander krijgt geen melding van ons',
    notAtAllHint: 'De achterwacht belt zo nodig zelf.',
    silentAlarm:
      'Bij een stil alarm of een dwangcode hoort de meeganger nooit iets van ons. Een telefoon die oplicht, kan een collega verraden.',
  },

  faults: {
    nl: 'Vul de Nederlandse tekst in.',
    en: 'Vul de Engelse tekst in.',
  },
};

export type HouseRulesTexts = typeof houseRulesNl;
