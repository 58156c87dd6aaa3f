import type { calendars as calendarsNl } from './nl-calendars';

export const calendars: typeof calendarsNl = {
  title: 'My calendars',
  toHere: (proposals) =>
    proposals === ''
      ? 'My calendars'
      : `My calendars: ${proposals} ${proposals === '1' ? 'proposal' : 'proposals'}`,
  intro:
    'Do you keep your visits in another calendar? Achterwacht reads that calendar and proposes the appointments as visits, with a watch. You decide.',
  loading: 'Loading calendars …',
  missing: 'Your calendars can only be seen and changed with a connection.',
  countMissing: 'You cannot see now how many proposals are waiting.',
  visitsMissing:
    'You cannot see your visits now, so we do not know whether a proposal is at the time of a visit.',
  notDone: 'This did not work. Try again.',
  notSent: 'No connection. Nothing has changed. Try again.',

  explained: {
    title: 'What happens with my calendar?',
    lines: [
      'We read your calendar about every 5 minutes, 60 days ahead. We never write anything in it.',
      'Of an appointment we keep the time and the address; the title only if you turn that on. The rest of your calendar we do not keep.',
      'Only you see your calendars and your proposals. Your colleagues see a visit once an appointment has become one.',
      'Do you move an appointment in your calendar? Then the visit moves along.',
      'Is an appointment gone from your calendar? Then the visit is cancelled.',
      'A visit that has begun stays as it is. So does its watch.',
      'A week after an appointment we forget it.',
    ],
  },

  proposals: {
    title: (count) => `Proposals (${count})`,
    ask: 'Which appointments are visits? A visit gets a watch: when you do not start in time, we ask where you are.',
    none: 'No proposals. New appointments in your calendar come here by themselves.',
    more: 'There are more. Answer these first; then the others come.',
    yes: 'Yes, a visit',
    yesThis: (when) => `Yes, a visit: ${when}`,
    complete: 'Complete',
    completeThis: (when) => `Complete: ${when}`,
    change: 'Change',
    changeThis: (when) => `Change: ${when}`,
    no: 'No visit',
    noThis: (when) => `No visit: ${when}`,
    allDay: 'All day',
    from: (time) => `From ${time}`,
    gaps: {
      address: 'Your calendar does not say where.',
      times: 'Your calendar does not say from when to when.',
    },
    clash: (time) => `You have a visit at ${time} already. Is it the same? Then choose “No visit”.`,
    watch: (end, alarm) => `Watched until ${end}. Nothing heard? Alarm at ${alarm}.`,
    planned: (when) => `Planned as a visit: ${when}.`,
    undo: 'Undo',
    cancelled: (when) => `No visit after all: ${when}.`,
    again: 'Plan it after all',
    dismissed: (when) => `No visit: ${when}. We do not propose this again.`,
    dismissedAll: (count) => `No visit: ${count} appointments. We do not propose them again.`,
    keptAll: (count) => `${count} appointments are back among the proposals.`,
    alikeNo: (count, title) =>
      count === 1
        ? `1 more is called “${title}”: no visit either`
        : `${count} more are called “${title}”: no visits either`,
    alikeYes: (count, title) =>
      count === 1
        ? `1 more is called “${title}”: plan it too`
        : `${count} more are called “${title}”: plan them too`,
    kept: (when) => `Back among the proposals: ${when}.`,
    restored: (when) => `The visit is planned again: ${when}.`,
    gone: 'This appointment was changed or cancelled meanwhile. The list is right again.',
    all: (count) => `Plan all ${count} as visits`,
    allTitle: (count) => `Plan ${count} visits?`,
    allText:
      'Each visit gets a watch. Appointments without an address or a time, or at a time when you have a visit already, stay: we ask those one by one.',
    allHint: 'Do you not want to do this each time? Make a rule with your calendar below.',
    allYes: 'Yes, plan them',
    allNo: 'No, one by one',
    busy: (done, total) => `${done} of ${total} planned …`,
    allDone: (count) => (count === 1 ? '1 visit was planned.' : `${count} visits were planned.`),
    allStopped: (done, total) =>
      `${done} of ${total} visits were planned. Then it no longer worked. Try the others again.`,
  },

  form: {
    title: 'Appointment becomes visit',
    asIs: (when, calendar) => `From ${calendar}: ${when}.`,
    follows: 'When the appointment changes in your calendar later, the visit goes along.',
    purpose: 'What for? (may be empty)',
    purposeHint: 'Your colleagues can read this. Do not name clients.',
    go: 'Plan this visit',
    past: 'This time has passed. Choose another.',
    tooFar: 'A visit lasts a day at most. Say until when it lasts.',
  },

  list: {
    title: 'Calendars that we read',
    none: 'We do not read a calendar of yours yet.',
    kinds: { feed: 'Subscription', caldav: 'CalDAV' },
    asUser: (name) => `signed in as ${name}`,
    reading: 'Being read for the first time …',
    readAt: (when) => `Last read: ${when}.`,
    neverRead: 'Never read yet.',
    titlesKept: 'Titles are kept.',
    titlesNotKept: 'Titles are not kept.',
    unreadable: (count) =>
      count === 1
        ? 'We could not read 1 appointment. Look in your calendar yourself, and plan that visit here by hand.'
        : `We could not read ${count} appointments. Look in your calendar yourself, and plan those visits here by hand.`,
    stays: 'What is planned stays planned. Nothing is cancelled.',
    troubles: {
      'not-reached': 'The calendar cannot be reached. We keep trying; you need not do anything.',
      'forbidden-address':
        'We may not read this address: it lies in a closed network. Ask your administrator.',
      'sign-in':
        'The calendar does not let us in. Remove the calendar and add it again with the right user name and password.',
      'not-found':
        'There is no calendar at this address any more. Look up the address in your calendar, and add it again.',
      'not-a-calendar':
        'At this address is something else than a calendar. Look up the address in your calendar, and add it again.',
      'too-large': 'The calendar is too large to read. Make a calendar for your visits alone.',
      'too-much':
        'There are too many appointments in the calendar. Make a calendar for your visits alone.',
      'odd-answer':
        'The calendar gives an answer that we do not understand. We keep trying. Does it stay like this? Ask your administrator.',
      'password-lost':
        'Your password for this calendar is no longer here. Remove the calendar and add it again.',
      failed: 'By a fault of ours the calendar was not read. Tell your administrator.',
    },
    add: 'Add a calendar',
    added: (name) => `Added: ${name}. We are reading it now.`,
    remove: 'Remove calendar',
    removeThis: (name) => `Remove calendar: ${name}`,
    removeTitle: (name) => `Remove ${name}?`,
    removeText:
      'We then no longer read this calendar. Its proposals and rules disappear. Visits that are planned stay planned, but no longer go along when you move something.',
    removeAgain:
      'When you add it again later, we propose all appointments anew, also those that are visits already.',
    removeYes: 'Yes, remove it',
    keep: 'Leave it',
    removed: (name) => `Removed: ${name}.`,
  },

  rules: {
    title: 'Always a visit',
    none: 'No rules yet: we ask about each appointment.',
    word: (word) => `Titles with “${word}”`,
    everything: 'Everything in this calendar',
    hint: 'Without an address or a time we always ask.',
    add: 'Make a rule',
    addThis: (name) => `Make a rule for ${name}`,
    which: 'Which appointments are always a visit?',
    kinds: { word: 'Titles with a word', everything: 'Everything' },
    wordLabel: 'Word in the title',
    wordHint: 'For example: home visit. Not the name of a client.',
    wordFault: 'Give a word of 2 letters or more.',
    text: 'Also counts for what is proposed now. Titles that we do not keep are looked at while reading.',
    go: 'Keep the rule',
    made: 'The rule is kept. We are reading the calendar again now.',
    remove: 'Remove',
    removeThis: (rule) => `Remove rule: ${rule}`,
    removed: 'The rule is gone. Visits that are planned stay planned.',
    tooMany: 'This calendar has 20 rules. More is not possible. Remove one first.',
  },

  adding: {
    title: 'Add a calendar',
    kind: 'How do we read your calendar?',
    kinds: { caldav: 'CalDAV', feed: 'Subscription (iCal)' },
    kindHint:
      'CalDAV: with a user name and a password. Subscription: a secret address that often ends in .ics. Your calendar shows it under share or export.',
    name: 'What do you call this calendar?',
    nameHint: 'For example: Work',
    url: 'Address of the calendar',
    urlHint: 'Begins with https:// or webcal://. We show this address nowhere again.',
    userName: 'User name (may be empty)',
    password: 'Password',
    passwordHint:
      'Best make an app password with your calendar: you can withdraw that at any time. We keep it encrypted and never show it.',
    titles: 'Keep titles',
    titlesHint: 'Helps to recognise appointments. But a title may hold the name of a client.',
    go: 'Add the calendar',
    faults: {
      name: 'Give the calendar a name.',
      url: 'Give the whole address. It begins with https:// or webcal://, without a password in it.',
      userName: 'With a password goes a user name.',
      password: 'Give the password that goes with this user name.',
      noKey: 'This server cannot keep passwords. Ask your administrator.',
      tooMany: 'You have 10 calendars. More is not possible. Remove one first.',
    },
  },
};
