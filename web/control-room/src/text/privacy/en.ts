import type { PrivacyTexts } from './nl';

/** What the page about privacy says in English. */
export const en: PrivacyTexts = {
  title: 'Privacy',
  intro: 'How long Achterwacht keeps something, and what it holds about somebody.',
  periods: {
    title: 'Retention periods',
    intro:
      'After this time data go by themselves. The standard is a proposal; settle the periods with your data protection officer and the works council.',
    units: {
      hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
      days: (n) => (n === 1 ? '1 day' : `${n} days`),
      months: (n) => (n === 1 ? '1 month' : `${n} months`),
    },
    amount: { hours: 'Number of hours', days: 'Number of days', months: 'Number of months' },
    standard: (period) => `standard ${period}`,
    setBy: (name, when) => `Set by ${name}, ${when}`,
    never: 'Not carried out yet',
    ran: (when) => `Carried out ${when}`,
    nothing: 'nothing erased yet',
    erased: (rows, when) =>
      rows === 1 ? `1 record erased on ${when}` : `${rows} records erased on ${when}`,
    change: 'Change',
    bounds: (from, to) => `From ${from} to ${to}.`,
    outside: (from, to) => `Choose a number from ${from} to ${to}.`,
    wouldGo: (rows) =>
      rows === 0
        ? 'Nothing goes now.'
        : rows === 1
          ? '1 record then goes within a day. It cannot be brought back.'
          : `${rows} records then go within a day. They cannot be brought back.`,
    counting: 'Counting what would go…',
    notCounted: 'How much would go cannot be counted.',
    save: 'Save',
    saved: (name) => `Saved: ${name}.`,
  },
  file: {
    title: 'Access to personal data',
    intro:
      'Everybody may see what is held about them. You get one file with everything, to read and to keep. It names nobody else. The journal tells that you did this.',
    who: 'Whose?',
    choose: 'Choose somebody',
    download: 'Download the file',
    mine: 'Download my own data',
    place: 'Does a resident ask for access? Then open the address.',
    ofPlace: 'Download the file for the resident',
  },
  leaving: {
    title: 'Somebody leaves',
    intro:
      'Sign-in, codes, phone numbers, e-mail addresses and calendars are erased at once. The name stays as long as the journal needs it. Open tasks come to you.',
    open: 'Let somebody go',
    confirm: (name) => `Let ${name} go?`,
    sure: 'This cannot be undone. This person can no longer sign in and is not called any more.',
    done: (name) => `${name} has left.`,
  },
  rules: {
    positions: {
      name: 'Where somebody was, after a quiet end',
      why: 'Staff are not followed. Longer than a day is not allowed.',
    },
    'alarm-positions': {
      name: 'Where somebody was, after an alarm',
      why: 'Needed to find out about an incident.',
    },
    'watch-words': {
      name: 'What somebody wrote during a watch',
      why: 'It can be about a resident.',
    },
    estimates: {
      name: 'Answers beforehand (risk estimate)',
      why: 'They fill in the next estimate; after a year they mean nothing.',
    },
    visits: {
      name: 'Visits, watches and coverage',
      why: 'One yearly report looks back a year.',
    },
    signals: { name: 'Early signals', why: 'Hot spots look back twelve months.' },
    'caution-words': {
      name: 'The text of a caution, after its end',
      why: 'The resident may object for six weeks.',
    },
    cautions: {
      name: 'That there was a caution or hot spot',
      why: 'Only for the yearly count.',
    },
    alarms: { name: 'Alarms', why: 'They explain incidents, and show the response time.' },
    drills: { name: 'Drills', why: 'For the yearly report.' },
    incidents: { name: 'Incidents, after the last measure', why: 'Then the interest is over.' },
    'police-incidents': {
      name: 'Incidents with a police report or a claim',
      why: 'So long the case may come before a court.',
    },
    tasks: { name: 'Tasks, after they ended', why: 'They show what was done about a signal.' },
    meetings: { name: 'Meetings and agreements', why: 'As long as an inventory of risks.' },
    notices: { name: 'Messages that were sent', why: 'To find out whether somebody was called.' },
    'sign-ins': { name: 'When somebody signed in', why: 'To find out about misuse.' },
    duties: { name: 'Duties', why: 'For the yearly report.' },
    workplaces: {
      name: 'Workplaces and alarm devices, after use',
      why: 'So the inventory of risks can be explained.',
    },
    people: { name: 'The name of who left', why: 'As long as the journal may name them.' },
    journal: { name: 'The journal: who did what', why: 'To account for what was done.' },
  },
};
