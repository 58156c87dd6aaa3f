import type { partner as partnerNl, placeAhead as placeAheadNl } from './nl-on-site';

export const placeAhead: typeof placeAheadNl = {
  title: 'This address',
  missing: 'What we know of this address is not here now.',
  coverage: 'Coverage inside',
  coverageFloor: (floor) => `Coverage inside, ${floor}`,
  coverageUnknown: 'Not known yet.',
  heard: (visits) =>
    visits === 1
      ? 'At the last visit the phone could be heard.'
      : `At all ${visits} visits the phone could be heard.`,
  silent: (silent, visits) =>
    visits === 1
      ? 'At the last visit the phone could not be heard.'
      : `At ${silent} of ${visits} visits the phone could not be heard.`,
  poor: 'Little coverage at this place',
  poorPlan:
    'Do not count on your phone. Agree on a landline, or on a shorter visit, and tell your standby. The server goes on counting.',
  responseTime: 'Response time',
  responseUnknown: 'Not measured yet.',
  responseHere: (minutes, alarms) =>
    alarms === 1
      ? `At 1 alarm at this address somebody was there after ${minutes} min.`
      : `At ${alarms} alarms at this address somebody was there within ${minutes} min half of the time.`,
  responseNear: (minutes, alarms) =>
    alarms === 1
      ? `At 1 alarm in this neighbourhood somebody was there after ${minutes} min.`
      : `At ${alarms} alarms in this neighbourhood somebody was there within ${minutes} min half of the time.`,
  cautions: 'Cautions',
  cautionsHidden: 'You see cautions from two weeks before the visit.',
  happened: (day) => `Happened on ${day}.`,
  reply: (words) => `The resident says: ${words}`,
  notes: {
    floor: 'Floor',
    howToGetIn: 'How do you get in?',
    secondExit: 'Second exit',
    parking: 'Parking',
  },
};

export const partner: typeof partnerNl = {
  'not-begun': (name) => `Together with ${name}, not begun yet`,
  'under-way': (name) => `Together with ${name}, on the way`,
  arrived: (name, time) =>
    time === '' ? `Together with ${name}, on site` : `Together with ${name}, arrived ${time}`,
  'going-home': (name) => `Together with ${name}, on the way back`,
  ended: (name) => `Together with ${name}, signed off`,
  alarm: (name) => `There is an alarm of ${name}. The standby knows.`,
  staySafe: 'Stay safe yourself.',
  missing: 'You cannot see now whether a colleague comes along.',
  stale: 'How far your colleague is may have changed meanwhile.',
};
