/** What the page of today says in Dutch. */
export const nl = {
  title: 'Vandaag',
  intro: 'Alles wat wacht, met wie het doet en uiterlijk wanneer.',
  scope: 'Van wie?',
  scopes: { mine: 'Van mij', team: 'Mijn team', all: 'Alle teams' },
  refresh: 'Vernieuwen',
  failed: 'Niet alles is te laden. Wat hier staat, kan oud zijn.',
  cautionsFailed:
    'De aandachtspunten die om een besluit vragen, zijn niet te laden. Ze ontbreken hier.',
  nothingTitle: 'Niets te doen',
  nothingText: 'Er wacht nu niets op een antwoord of een besluit.',
  late: 'Te laat',
  today: 'Vandaag nog',
  later: 'Later',
  inAll: 'Wat wacht, per soort',
  due: 'Uiterlijk',
  starts: 'Begint',
  who: 'Wie',
  youOrAnother: 'u, of een andere leidinggevende of preventiemedewerker',
  climbed: (times: number) => `${String(times)} keer omhoog gegaan`,
  open: 'Openen',
  openThis: (what: string, owner: string) => `Openen: ${what}, ${owner}`,
  kinds: {
    unready: 'Risicobezoek is nog niet klaar',
    proposal: 'Voorstel voor een aandachtspunt',
    'caution-review': 'Aandachtspunt opnieuw bekijken',
  },
};

export type TodayTexts = typeof nl;
