import type { HotSpotsTexts } from './nl';

/** What the page about hot spots says in English. */
export const hotSpotsEn: HotSpotsTexts = {
  title: 'Hot spots',
  intro:
    'Where do things often go wrong? You see how often workers left because it was not safe, or called for help, in the last 12 months. Numbers only, no names. Discuss these areas in the team meeting.',
  add: 'Add a hot spot',
  search: 'Find a neighbourhood, street or reason',
  kind: 'Kind',
  kinds: {
    all: 'All areas',
    neighbourhood: 'Neighbourhoods',
    street: 'Streets',
  },
  kindOf: { neighbourhood: 'Neighbourhood', street: 'Street' },
  onlyByHand: 'Only what was added by hand',
  clearFilter: 'Show all',
  summary: (count) => (count === 1 ? '1 area' : `${count} areas`),
  chosen: (name) => `Chosen: ${name}`,
  map: {
    title: 'Map',
    label: 'Map of the neighbourhoods. The same numbers are in the list below it.',
    hint: 'Click a neighbourhood to see it in the list. The number is how often somebody left or called for help. Without a mouse, the list has it all.',
    opening: 'Opening the map…',
    failed: 'This browser cannot draw the map. The list below says the same.',
    none: 'There are no neighbourhood boundaries yet. Once an administrator loads them, a map is here.',
    noneForAdministrator:
      'There are no neighbourhood boundaries yet. Load them at the end of this page.',
    noShapes: 'The neighbourhoods that were loaded have no boundaries to draw.',
    cut: (shown, all) =>
      `Only the first ${shown} of ${all} neighbourhoods are drawn. Load your own municipality only.`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: 'Show everything',
    legend: 'How often did things go wrong?',
    never: '0 times',
    times: (from, until) =>
      until === null ? `${from} times or more` : `${from} to ${until} times`,
    byHand: 'Dashed line: added by hand',
    source: 'Neighbourhood boundaries: CBS and Kadaster (CC BY 4.0).',
    wheel: 'Hold Ctrl and scroll to zoom in',
    wheelMac: 'Hold ⌘ and scroll to zoom in',
    fingers: 'Move the map with two fingers',
  },
  list: {
    title: 'List',
    caption: 'Areas, most often first; counted over the last 12 months',
    area: 'Area',
    kind: 'Kind',
    departures: 'Left',
    panics: 'Called for help',
    signals: 'Signals',
    incidents: 'Incidents',
    visits: 'Visits',
    byHand: 'Added by hand',
    since: (from, until) => `Since ${from}, until ${until}`,
    end: 'End',
    endOf: (name) => `End hot spot ${name}`,
    empty: 'There is no hot spot now.',
    emptyHint:
      'When a worker leaves a visit, calls for help, gives a signal or reports an incident, it counts here. Supervisors and safety officers add areas themselves too.',
    noMatch: 'No area fits this filter.',
  },
  form: {
    title: 'Add a hot spot',
    kind: 'What is it?',
    neighbourhood: 'Neighbourhood',
    choose: 'Choose a neighbourhood',
    street: 'Street',
    streetHint: 'The street only, no house number.',
    town: 'Town',
    reason: 'Why?',
    reasonHint: 'Write about the area, never about a person or an address.',
    endsOn: 'Until which day (not including it)?',
    endsOnHint: '12 months at most. After that you can add it again.',
    send: 'Add',
    added: (name) => `${name} was added.`,
    noBoundaries: 'No neighbourhood boundaries are loaded. Name a street.',
    faults: {
      code: 'Choose a neighbourhood.',
      street: 'Fill in a street.',
      town: 'Fill in a town.',
      reason: 'Write shortly why.',
      endsOn: 'Choose a day.',
    },
    refused: {
      past: 'This day is over. Choose a later one.',
      'too-far': '12 months at most. Choose an earlier day.',
      blank: 'Write shortly why.',
      unknown: 'This cannot be so. Look at it again.',
    },
  },
  ending: {
    title: (name) => `End ${name}`,
    text: 'From now on this area is no hot spot for visits any more. The numbers stay.',
    reason: 'Why is this no hot spot any more?',
    hint: 'Write about the area, never about a person.',
    send: 'End',
    done: (name) => `${name} was ended.`,
  },
  boundaries: {
    title: 'Neighbourhood boundaries',
    none: 'Nothing was loaded yet.',
    last: (day, areas) =>
      areas === 1
        ? `Loaded on ${day}: 1 neighbourhood.`
        : `Loaded on ${day}: ${areas} neighbourhoods.`,
    intro:
      'Choose a GeoJSON file of “Wijken en buurten” by Statistics Netherlands, of your own municipality, in degrees (WGS 84). The file takes the place of what was there: all of it, or nothing.',
    choose: 'File with neighbourhoods',
    chooseHint: 'GeoJSON, 64 MB at most.',
    send: 'Load',
    sending: 'The file is being sent and checked…',
    loaded: (areas) =>
      areas === 1 ? '1 neighbourhood was loaded.' : `${areas} neighbourhoods were loaded.`,
    withoutShape: (count) =>
      count === 1
        ? '1 neighbourhood has no boundary. It is not on the map, and no address is found in it.'
        : `${count} neighbourhoods have no boundary. They are not on the map, and no address is found in them.`,
    refused: 'The file was not loaded. What was there has stayed.',
    where: (number) => `It is about neighbourhood number ${number} in the file.`,
    whereCode: (code) => `It is about neighbourhood ${code}.`,
    missing: 'Choose a file first.',
    reasons: {
      'too-large': 'The file is too large. Load your own municipality only, of 64 MB at most.',
      'broken-off': 'The file broke off. Send it again.',
      json: 'This is no JSON, or the file is not whole. Download it again.',
      type: 'This is no GeoJSON with a collection of neighbourhoods. Choose GeoJSON when you download it.',
      empty: 'There is no neighbourhood in this file.',
      code: 'The code of the neighbourhood is missing or wrong. Choose the layer “buurten”, not districts or municipalities.',
      twice: 'The same neighbourhood is in it twice. Take one out.',
      geometry: 'A boundary is wrong. Download the file again.',
      'rd-coordinates':
        'The coordinates are metres (RD, EPSG:28992). Download the file in degrees (WGS 84, EPSG:4326).',
      outside:
        'A boundary lies outside the Netherlands. Perhaps longitude and latitude are swapped: longitude comes first.',
      required: 'The file is empty. Choose another file.',
    },
    unknown: 'We cannot use this file.',
  },
};
