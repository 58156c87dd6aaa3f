import { afterAll, beforeAll, describe } from 'vitest';
import { closeTown } from './kit/one-town';
import { openTown, type Town } from './kit/preparing';
import { meetings } from './organisation/meetings';
import { reports } from './organisation/reports';
import { privacy } from './organisation/privacy';
import { incidents } from './organisation/incidents';
import { signals } from './organisation/signals';
import { workplaces } from './organisation/workplaces';
import { drills } from './organisation/drills';

/**
 * The organisation's side, in one town: each part makes what it needs and looks at nothing else, so
 * that they can share a server, which takes long to start.
 */
let town: Town;

beforeAll(async () => {
  town = await openTown();
}, 300_000);

afterAll(() => closeTown(town));

const theTown = (): Town => town;

describe('incidenten', () => {
  incidents(theTown);
});

describe('signalen en taken', () => {
  signals(theTown);
});

describe('eenzame werkplekken', () => {
  workplaces(theTown);
});

describe('vandaag en rapporten', () => {
  reports(theTown);
});

describe('oefeningen en middelen', () => {
  drills(theTown);
});

describe('privacy', () => {
  privacy(theTown);
});

describe('protocol en werkoverleg', () => {
  meetings(theTown);
});
