/** How long a rule keeps something, and why. */
interface RuleTexts {
  readonly name: string;
  readonly why: string;
}

/** What the page about privacy says in Dutch. */
const RULES: Readonly<Record<string, RuleTexts>> = {
  positions: {
    name: 'Waar iemand was, na een rustig einde',
    why: 'Medewerkers worden niet gevolgd. Langer dan een dag mag niet.',
  },
  'alarm-positions': {
    name: 'Waar iemand was, na een alarm',
    why: 'Nodig om een incident te kunnen uitzoeken.',
  },
  'watch-words': {
    name: 'Wat iemand opschreef tijdens een bewaking',
    why: 'Het kan over een bewoner gaan.',
  },
  estimates: {
    name: 'Antwoorden vooraf (risico-inschatting)',
    why: 'Ze vullen de volgende inschatting voor; na een jaar zeggen ze niets meer.',
  },
  visits: {
    name: 'Bezoeken, bewakingen en bereik',
    why: 'Eén jaarverslag kijkt een jaar terug.',
  },
  signals: { name: 'Vroege signalen', why: 'Risicogebieden kijken twaalf maanden terug.' },
  'caution-words': {
    name: 'De tekst van een aandachtspunt, na het einde',
    why: 'De bewoner kan zes weken bezwaar maken.',
  },
  cautions: {
    name: 'Dat er een aandachtspunt of risicogebied was',
    why: 'Alleen voor de telling van het jaar.',
  },
  alarms: { name: 'Alarmen', why: 'Ze leggen incidenten uit, en tonen de opkomsttijd.' },
  drills: { name: 'Oefeningen', why: 'Voor het jaarverslag.' },
  incidents: {
    name: 'Incidenten, na de laatste maatregel',
    why: 'Daarna is het belang voorbij.',
  },
  'police-incidents': {
    name: 'Incidenten met aangifte of schadeclaim',
    why: 'Zo lang kan de zaak voor de rechter komen.',
  },
  tasks: { name: 'Taken, na de afronding', why: 'Ze tonen wat er met een signaal is gedaan.' },
  meetings: {
    name: 'Werkoverleggen en afspraken',
    why: 'Zo lang als een risico-inventarisatie.',
  },
  notices: {
    name: 'Berichten die zijn verstuurd',
    why: 'Om te kunnen nagaan of iemand is gebeld.',
  },
  'sign-ins': { name: 'Wanneer iemand inlogde', why: 'Om misbruik te kunnen uitzoeken.' },
  duties: { name: 'Diensten', why: 'Voor het jaarverslag.' },
  workplaces: {
    name: 'Werkplekken en alarmmiddelen, na gebruik',
    why: 'De risico-inventarisatie blijft zo uit te leggen.',
  },
  people: {
    name: 'De naam van wie vertrok',
    why: 'Zolang het journaal die kan noemen.',
  },
  journal: { name: 'Het journaal: wie deed wat', why: 'Om verantwoording af te leggen.' },
};

export const nl = {
  title: 'Privacy',
  intro: 'Hoe lang Achterwacht iets bewaart, en wat het over iemand bewaart.',
  periods: {
    title: 'Bewaartermijnen',
    intro:
      'Na deze tijd verdwijnen gegevens vanzelf. De standaard is een voorstel; stem de termijnen af met uw functionaris gegevensbescherming en de ondernemingsraad.',
    units: {
      hours: (n: number) => (n === 1 ? '1 uur' : `${n} uur`),
      days: (n: number) => (n === 1 ? '1 dag' : `${n} dagen`),
      months: (n: number) => (n === 1 ? '1 maand' : `${n} maanden`),
    },
    amount: { hours: 'Aantal uren', days: 'Aantal dagen', months: 'Aantal maanden' },
    standard: (period: string) => `standaard ${period}`,
    setBy: (name: string, when: string) => `Ingesteld door ${name}, ${when}`,
    never: 'Nog niet uitgevoerd',
    ran: (when: string) => `Uitgevoerd ${when}`,
    nothing: 'nog niets gewist',
    erased: (rows: number, when: string) =>
      rows === 1 ? `1 gegeven gewist op ${when}` : `${rows} gegevens gewist op ${when}`,
    change: 'Wijzigen',
    bounds: (from: string, to: string) => `Van ${from} tot ${to}.`,
    outside: (from: string, to: string) => `Kies een getal van ${from} tot ${to}.`,
    wouldGo: (rows: number) =>
      rows === 0
        ? 'Er verdwijnt nu niets.'
        : rows === 1
          ? 'Er verdwijnt dan binnen een dag 1 gegeven. Dat kan niet terug.'
          : `Er verdwijnen dan binnen een dag ${rows} gegevens. Dat kan niet terug.`,
    counting: 'Er wordt geteld wat zou verdwijnen…',
    notCounted: 'Hoeveel er zou verdwijnen, is niet te tellen.',
    save: 'Opslaan',
    saved: (name: string) => `Opgeslagen: ${name}.`,
  },
  file: {
    title: 'Inzage',
    intro:
      'Iedereen mag zien wat er over hem of haar is vastgelegd. U krijgt één bestand met alles, om te lezen en te bewaren. Namen van anderen staan er niet in. In het journaal komt dat u dit deed.',
    who: 'Van wie?',
    choose: 'Kies iemand',
    download: 'Bestand ophalen',
    mine: 'Mijn eigen gegevens ophalen',
    place: 'Vraagt een bewoner om inzage? Open dan het adres.',
    ofPlace: 'Inzage voor de bewoner ophalen',
  },
  leaving: {
    title: 'Iemand gaat weg',
    intro:
      'Inloggen, codes, telefoonnummers, e-mailadressen en agenda’s worden direct gewist. De naam blijft zolang het journaal die nodig heeft. Open taken komen bij u.',
    open: 'Laten vertrekken',
    confirm: (name: string) => `${name} laten vertrekken?`,
    sure: 'Dit kan niet terug. Deze persoon kan daarna niet meer inloggen en wordt niet meer gebeld.',
    done: (name: string) => `${name} is vertrokken.`,
  },
  rules: RULES,
};

export type PrivacyTexts = typeof nl;
