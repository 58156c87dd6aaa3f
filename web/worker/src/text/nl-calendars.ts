/** Texts of the calendars that a worker has read, and of what is found in them. */
export const calendars = {
  title: 'Mijn agenda’s',
  toHere: (proposals: string) =>
    proposals === ''
      ? 'Mijn agenda’s'
      : `Mijn agenda’s: ${proposals} ${proposals === '1' ? 'voorstel' : 'voorstellen'}`,
  intro:
    'Staan uw bezoeken in een andere agenda? Achterwacht leest die agenda en stelt de afspraken voor als bezoek, met bewaking. U beslist.',
  loading: 'Agenda’s worden geladen …',
  missing: 'Uw agenda’s zijn alleen te bekijken en te wijzigen met verbinding.',
  countMissing: 'Hoeveel voorstellen er wachten, ziet u nu niet.',
  visitsMissing:
    'Uw bezoeken ziet u nu niet. Wij weten dus niet of een voorstel tegelijk is met een bezoek.',
  notDone: 'Dit is niet gelukt. Probeer het opnieuw.',
  notSent: 'Geen verbinding. Er is niets veranderd. Probeer het opnieuw.',

  explained: {
    title: 'Wat gebeurt er met mijn agenda?',
    lines: [
      'Wij lezen uw agenda ongeveer elke 5 minuten, 60 dagen vooruit. Wij schrijven er nooit iets in.',
      'Wij bewaren van een afspraak de tijd en het adres. De titel alleen als u dat aanzet. De rest van uw agenda bewaren wij niet.',
      'Alleen u ziet uw agenda’s en uw voorstellen. Pas als een afspraak een bezoek wordt, zien uw collega’s het bezoek.',
      'Verzet u een afspraak in uw agenda? Dan gaat het bezoek mee.',
      'Vervalt een afspraak in uw agenda? Dan wordt het bezoek geannuleerd.',
      'Een bezoek dat al begonnen is, blijft zoals het is. Ook de bewaking.',
      'Een week na een afspraak vergeten wij haar.',
    ],
  },

  proposals: {
    title: (count: string) => `Voorstellen (${count})`,
    ask: 'Welke afspraken zijn bezoeken? Een bezoek krijgt bewaking: begint u niet op tijd, dan vragen wij waar u bent.',
    none: 'Geen voorstellen. Nieuwe afspraken uit uw agenda komen hier vanzelf.',
    more: 'Er zijn er meer. Geef eerst antwoord op deze; dan komt de rest.',
    yes: 'Ja, bezoek',
    yesThis: (when: string) => `Ja, bezoek: ${when}`,
    complete: 'Aanvullen',
    completeThis: (when: string) => `Aanvullen: ${when}`,
    change: 'Aanpassen',
    changeThis: (when: string) => `Aanpassen: ${when}`,
    no: 'Geen bezoek',
    noThis: (when: string) => `Geen bezoek: ${when}`,
    allDay: 'Hele dag',
    from: (time: string) => `Vanaf ${time}`,
    gaps: {
      address: 'Uw agenda zegt niet waar.',
      times: 'Uw agenda zegt niet van hoe laat tot hoe laat.',
    },
    clash: (time: string) =>
      `Om ${time} hebt u al een bezoek. Is het hetzelfde? Kies dan “Geen bezoek”.`,
    watch: (end: string, alarm: string) => `Bewaking tot ${end}. Niets gehoord? Alarm om ${alarm}.`,
    planned: (when: string) => `Gepland als bezoek: ${when}.`,
    undo: 'Ongedaan maken',
    cancelled: (when: string) => `Toch geen bezoek: ${when}.`,
    again: 'Toch plannen',
    dismissed: (when: string) => `Geen bezoek: ${when}. Wij stellen dit niet meer voor.`,
    dismissedAll: (count: number) =>
      `Geen bezoek: ${count} afspraken. Wij stellen ze niet meer voor.`,
    keptAll: (count: number) => `${count} afspraken staan weer bij de voorstellen.`,
    alikeNo: (count: number, title: string) =>
      count === 1
        ? `Nog 1 afspraak heet “${title}”: ook geen bezoek`
        : `Nog ${count} afspraken heten “${title}”: ook geen bezoek`,
    alikeYes: (count: number, title: string) =>
      count === 1
        ? `Nog 1 afspraak heet “${title}”: ook plannen`
        : `Nog ${count} afspraken heten “${title}”: ook plannen`,
    kept: (when: string) => `Staat weer bij de voorstellen: ${when}.`,
    restored: (when: string) => `Het bezoek staat weer gepland: ${when}.`,
    gone: 'Deze afspraak is intussen veranderd of vervallen. De lijst is nu weer goed.',
    all: (count: number) => `Plan alle ${count} als bezoek`,
    allTitle: (count: number) => `${count} bezoeken plannen?`,
    allText:
      'Elk bezoek krijgt bewaking. Afspraken zonder adres of tijd, of op een tijd dat u al een bezoek hebt, blijven staan: die vragen wij u één voor één.',
    allHint: 'Wilt u dit niet elke keer doen? Maak hieronder een regel bij uw agenda.',
    allYes: 'Ja, plan ze',
    allNo: 'Nee, één voor één',
    busy: (done: number, total: number) => `${done} van ${total} gepland …`,
    allDone: (count: number) =>
      count === 1 ? '1 bezoek is gepland.' : `${count} bezoeken zijn gepland.`,
    allStopped: (done: number, total: number) =>
      `${done} van ${total} bezoeken zijn gepland. Toen lukte het niet meer. Probeer de rest opnieuw.`,
  },

  form: {
    title: 'Afspraak wordt bezoek',
    asIs: (when: string, calendar: string) => `Uit ${calendar}: ${when}.`,
    follows: 'Verandert de afspraak later in uw agenda, dan gaat het bezoek mee.',
    purpose: 'Waarvoor? (mag leeg)',
    purposeHint: 'Uw collega’s kunnen dit lezen. Noem geen namen van cliënten.',
    go: 'Plan dit bezoek',
    past: 'Deze tijd is al voorbij. Kies een andere.',
    tooFar: 'Een bezoek duurt hoogstens een dag. Vul in tot hoe laat het duurt.',
  },

  list: {
    title: 'Agenda’s die wij lezen',
    none: 'Wij lezen nog geen agenda van u.',
    kinds: { feed: 'Abonnement', caldav: 'CalDAV' },
    asUser: (name: string) => `ingelogd als ${name}`,
    reading: 'Wordt voor het eerst gelezen …',
    readAt: (when: string) => `Laatst gelezen: ${when}.`,
    neverRead: 'Nog nooit gelezen.',
    titlesKept: 'Titels worden bewaard.',
    titlesNotKept: 'Titels worden niet bewaard.',
    unreadable: (count: number) =>
      count === 1
        ? '1 afspraak konden wij niet lezen. Kijk zelf in uw agenda, en plan dat bezoek hier met de hand.'
        : `${count} afspraken konden wij niet lezen. Kijk zelf in uw agenda, en plan die bezoeken hier met de hand.`,
    stays: 'Wat al gepland is, blijft gepland. Er wordt niets geannuleerd.',
    troubles: {
      'not-reached':
        'De agenda is niet bereikbaar. Wij blijven het proberen; u hoeft niets te doen.',
      'forbidden-address':
        'Dit adres mogen wij niet lezen: het ligt in een afgeschermd netwerk. Vraag uw beheerder.',
      'sign-in':
        'De agenda wil ons niet binnenlaten. Haal de agenda weg en voeg hem opnieuw toe met de juiste gebruikersnaam en het juiste wachtwoord.',
      'not-found':
        'Op dit adres staat geen agenda meer. Zoek het adres op in uw agenda, en voeg hem opnieuw toe.',
      'not-a-calendar':
        'Op dit adres staat iets anders dan een agenda. Zoek het adres op in uw agenda, en voeg hem opnieuw toe.',
      'too-large': 'De agenda is te groot om te lezen. Maak een aparte agenda voor uw bezoeken.',
      'too-much':
        'Er staan te veel afspraken in de agenda. Maak een aparte agenda voor uw bezoeken.',
      'odd-answer':
        'De agenda geeft een antwoord dat wij niet begrijpen. Wij blijven het proberen. Blijft dit zo? Vraag uw beheerder.',
      'password-lost':
        'Uw wachtwoord voor deze agenda is hier niet meer. Haal de agenda weg en voeg hem opnieuw toe.',
      failed: 'Door een fout van ons is de agenda niet gelezen. Vertel het uw beheerder.',
    },
    add: 'Agenda toevoegen',
    added: (name: string) => `Toegevoegd: ${name}. Wij lezen hem nu.`,
    remove: 'Agenda weghalen',
    removeThis: (name: string) => `Agenda weghalen: ${name}`,
    removeTitle: (name: string) => `${name} weghalen?`,
    removeText:
      'Wij lezen deze agenda dan niet meer. De voorstellen en de regels verdwijnen. Bezoeken die al gepland zijn, blijven gepland, maar gaan niet meer mee als u iets verzet.',
    removeAgain:
      'Voegt u hem later weer toe, dan stellen wij alle afspraken opnieuw voor, ook die al een bezoek zijn.',
    removeYes: 'Ja, weghalen',
    keep: 'Laten staan',
    removed: (name: string) => `Weggehaald: ${name}.`,
  },

  rules: {
    title: 'Altijd een bezoek',
    none: 'Nog geen regels: wij vragen het bij elke afspraak.',
    word: (word: string) => `Titels met “${word}”`,
    everything: 'Alles in deze agenda',
    hint: 'Zonder adres of tijd vragen wij het altijd.',
    add: 'Regel maken',
    addThis: (name: string) => `Regel maken voor ${name}`,
    which: 'Welke afspraken zijn altijd een bezoek?',
    kinds: { word: 'Titels met een woord', everything: 'Alles' },
    wordLabel: 'Woord in de titel',
    wordHint: 'Bijvoorbeeld: huisbezoek. Geen naam van een cliënt.',
    wordFault: 'Vul een woord in van 2 letters of meer.',
    text: 'Geldt ook voor wat nu al is voorgesteld. Titels die wij niet bewaren, bekijken wij wel bij het lezen.',
    go: 'Regel bewaren',
    made: 'De regel is bewaard. Wij lezen de agenda nu opnieuw.',
    remove: 'Weghalen',
    removeThis: (rule: string) => `Regel weghalen: ${rule}`,
    removed: 'De regel is weg. Bezoeken die al gepland zijn, blijven gepland.',
    tooMany: 'Deze agenda heeft 20 regels. Meer kan niet. Haal er eerst een weg.',
  },

  adding: {
    title: 'Agenda toevoegen',
    kind: 'Hoe lezen wij uw agenda?',
    kinds: { caldav: 'CalDAV', feed: 'Abonnement (iCal)' },
    kindHint:
      'CalDAV: met gebruikersnaam en wachtwoord. Abonnement: een geheim adres dat vaak eindigt op .ics. In uw agenda staat dit bij delen of exporteren.',
    name: 'Hoe noemt u deze agenda?',
    nameHint: 'Bijvoorbeeld: Werk',
    url: 'Adres van de agenda',
    urlHint: 'Begint met https:// of webcal://. Wij laten dit adres nergens meer zien.',
    userName: 'Gebruikersnaam (mag leeg)',
    password: 'Wachtwoord',
    passwordHint:
      'Maak bij uw agenda liefst een app-wachtwoord: dat kunt u daar altijd intrekken. Wij bewaren het versleuteld en laten het nooit zien.',
    titles: 'Titels bewaren',
    titlesHint:
      'Handig om afspraken te herkennen. Maar in een titel kan de naam van een cliënt staan.',
    go: 'Agenda toevoegen',
    faults: {
      name: 'Geef de agenda een naam.',
      url: 'Vul het hele adres in. Het begint met https:// of webcal://, zonder wachtwoord erin.',
      userName: 'Bij een wachtwoord hoort een gebruikersnaam.',
      password: 'Vul het wachtwoord in dat bij deze gebruikersnaam hoort.',
      noKey: 'Deze server kan geen wachtwoorden bewaren. Vraag uw beheerder.',
      tooMany: 'U hebt 10 agenda’s. Meer kan niet. Haal er eerst een weg.',
    },
  },
};
