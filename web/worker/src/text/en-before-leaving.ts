import type {
  beforeLeaving as beforeLeavingNl,
  late as lateNl,
  reachable as reachableNl,
  vehicles as vehiclesNl,
} from './nl-before-leaving';

export const beforeLeaving: typeof beforeLeavingNl = {
  title: 'Before you go',
  prepareThis: (time) => `Before you go, appointment of ${time}`,
  along: 'Take along',
  atHome: 'Leave at home or at the office',
  noList: 'The packing list is not here. It comes from the server once there is a connection.',
  emptyList: 'There is nothing on the packing list.',
  saved: 'Kept for today.',
  notSaved: 'Not kept. You can just go.',
  phone: 'Is your phone ready?',
  batteryAsk: 'Is your battery more than half full, or do you have a charger with you?',
  batteryYes: 'Yes',
  batteryNo: 'No',
  batteryLow:
    'Charge first or take a power bank. Is that not possible? Agree that somebody calls you.',
  batterySms: (name) => `This is ${name}. My battery is almost empty. Call me during my visit.`,
  numbers: 'Emergency numbers',
  numbersKnown: 'On this phone, also without internet.',
  numbersUnknown: 'Only 112 is on this phone. Ask for the number of your standby.',
  coverage: 'Connection',
  coverageNow: 'Fine now. Without coverage the server goes on counting.',
  coverageNone: 'No connection now. Call the standby before you go.',
  noticesOn: 'On: you are asked when you are late.',
  noticesOff: 'Off: on this phone you are not asked when you are late.',
  toSettings: 'To settings',
};

export const late: typeof lateNl = {
  button: 'I am late',
  title: 'I am late',
  howMuch: 'How much later?',
  go: 'Move the appointment',
  moved: (from, until) => `Your appointment is now from ${from} to ${until}.`,
  prolonged: (minutes) => `Your watch lasts ${minutes} minutes longer.`,
  tellClient: 'Text the client',
  clientHint: 'You choose to whom. We do not keep the number.',
  noConnection: 'No connection: the appointment did not move. Call the client and the standby.',
};

export const vehicles: typeof vehiclesNl = {
  title: 'My vehicles',
  why: 'When you do not answer, colleagues and police know what to look for.',
  none: 'You have not given a vehicle yet.',
  which: 'In what exactly?',
  another: 'Something else',
  kinds: { car: 'Car', bicycle: 'Bicycle', moped: 'Moped', other: 'Other' },
  kind: 'What kind of vehicle?',
  plate: 'Number plate',
  plateHint: 'Dashes are not needed.',
  warnings: {
    'unknown-pattern': 'This is not a Dutch number plate. Is it right? Then it is kept like this.',
    'unusual-letter': 'These letters are not in use. Did you type an O for a 0, or an I for a 1?',
    'unused-group': 'These letters are not given out. Look at the plate once more.',
  },
  brand: 'Make and type',
  brandHint: 'For example Fiat 500',
  colour: 'Colour',
  missing: 'Give a make or a colour, so that colleagues recognise it.',
  add: 'Add a vehicle',
  added: (what) => `Added: ${what}`,
  remove: 'Remove',
  removeThis: (what) => `Remove: ${what}`,
  removed: (what) => `Removed: ${what}`,
};

export const reachable: typeof reachableNl = {
  title: 'Reachable outside office hours',
  why: 'When you go out outside office hours, agree on whom you can reach. When you do not start in time, we ask where you are.',
  who: 'Make an agreement',
  whoLabel: 'Whom can you reach?',
  somebodyElse: 'Somebody else',
  name: 'Name',
  phone: 'Phone number',
  howLong: 'From now, how long?',
  forVisit: (time) =>
    `The agreement is for your visit of ${time}, until you are home or at the office.`,
  go: 'Agree',
  agreed: (name, time) => `${name} can be reached until ${time}.`,
  ofVisit: 'Belongs to the watch of your visit.',
  end: 'Call off',
  ended: 'The agreement is called off.',
  missing: 'You cannot see now what you agreed before.',
  faults: {
    'no-name': 'Say whom you can reach.',
    'no-phone': 'Give a phone number, digits only.',
  },
};
