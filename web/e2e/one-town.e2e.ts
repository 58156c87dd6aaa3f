import { afterAll, beforeAll, describe } from 'vitest';
import { closeTown, startTown, type OneTown } from './kit/one-town';
import { beforeGoing } from './one-town/before-going';
import { controlRoom } from './one-town/control-room';
import { hotSpots } from './one-town/hot-spots';
import { houseRules } from './one-town/house-rules';
import { imports } from './one-town/imports';
import { onTheWay } from './one-town/on-the-way';
import { places } from './one-town/places';
import { planner } from './one-town/planner';
import { policy } from './one-town/policy';
import { prepareForReal } from './one-town/prepare-for-real';
import { readiness } from './one-town/ready';

/**
 * Everything that needs no server set up in its own way, in one town: a server takes long to start.
 * The order counts. First who needs a town without visits, then who restarts the server and who minds
 * the visits of others, at the end who changes what holds for everybody; the last one leaves
 * thousands of visits.
 */
let town: OneTown | undefined;

beforeAll(async () => {
  town = await startTown();
}, 300_000);

afterAll(() => closeTown(town));

function part(name: string, tests: (town: () => OneTown) => void): void {
  describe(name, () => {
    tests(() => {
      if (town === undefined) throw new Error('There is no town.');
      return town;
    });
    // A page that stays open goes on asking the server.
    afterAll(async () => {
      await Promise.all(town?.browser.contexts().map((context) => context.close()) ?? []);
    });
  });
}

part('policy', policy);
part('before going', beforeGoing);
part('places', places);
part('planner', planner);
part('control room', controlRoom);
part('on the way', onTheWay);
part('preparing', prepareForReal);
part('hot spots', hotSpots);
part('ready', readiness);
part('house rules', houseRules);
part('imports', imports);
