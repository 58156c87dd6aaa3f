/** Texts of where a visit will be, and of who is there too. */
export const placeAhead = {
  title: 'Dit adres',
  missing: 'Wat we van dit adres weten, ziet u nu niet.',
  coverage: 'Bereik binnen',
  coverageFloor: (floor: string) => `Bereik binnen, ${floor}`,
  coverageUnknown: 'Nog niet bekend.',
  heard: (visits: number) =>
    visits === 1
      ? 'Bij het laatste bezoek was de telefoon te horen.'
      : `Bij alle ${visits} bezoeken was de telefoon te horen.`,
  silent: (silent: number, visits: number) =>
    visits === 1
      ? 'Bij het laatste bezoek was de telefoon niet te horen.'
      : `Bij ${silent} van de ${visits} bezoeken was de telefoon niet te horen.`,
  poor: 'Weinig bereik op deze plek',
  poorPlan:
    'Reken niet op uw telefoon. Spreek een vaste telefoon af, of een korter bezoek, en zeg het uw achterwacht. De server telt door.',
  responseTime: 'Opkomtijd',
  responseUnknown: 'Nog niet gemeten.',
  responseHere: (minutes: number, alarms: number) =>
    alarms === 1
      ? `Bij 1 alarm op dit adres was er na ${minutes} min iemand bij.`
      : `Bij ${alarms} alarmen op dit adres was er de helft van de keren binnen ${minutes} min iemand bij.`,
  responseNear: (minutes: number, alarms: number) =>
    alarms === 1
      ? `Bij 1 alarm in deze buurt was er na ${minutes} min iemand bij.`
      : `Bij ${alarms} alarmen in deze buurt was er de helft van de keren binnen ${minutes} min iemand bij.`,
  cautions: 'Aandachtspunten',
  cautionsHidden: 'Aandachtspunten ziet u vanaf twee weken voor het bezoek.',
  happened: (day: string) => `Gebeurd op ${day}.`,
  reply: (words: string) => `De bewoner zegt: ${words}`,
  notes: {
    floor: 'Verdieping',
    howToGetIn: 'Hoe komt u erin?',
    secondExit: 'Tweede uitgang',
    parking: 'Parkeren',
  },
};

export const partner = {
  'not-begun': (name: string) => `Samen met ${name}, nog niet begonnen`,
  'under-way': (name: string) => `Samen met ${name}, onderweg`,
  arrived: (name: string, time: string) =>
    time === '' ? `Samen met ${name}, op de plek` : `Samen met ${name}, aangekomen ${time}`,
  'going-home': (name: string) => `Samen met ${name}, op de terugweg`,
  ended: (name: string) => `Samen met ${name}, afgemeld`,
  alarm: (name: string) => `Er is een alarm van ${name}. De achterwacht weet het.`,
  staySafe: 'Blijf zelf veilig.',
  missing: 'Of er een collega met u meegaat, ziet u nu niet.',
  stale: 'Hoe ver uw collega is, kan intussen veranderd zijn.',
};
