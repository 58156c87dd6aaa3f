import { expect, test } from 'vitest';
import { visitAt } from '../../../e2e/fake-server';
import { keptVisits } from './kept-visits';

const HOUR = 3_600_000;
// 23:00 in Amsterdam, the night before the clock goes forward.
const NOW = Date.UTC(2026, 2, 27, 22, 0);

test('only visits of today and tomorrow stay on the phone, by the clock on the wall', () => {
  const visits = [
    visitAt('yesterday', NOW - 26 * HOUR, 'Dorpsstraat 1', false),
    visitAt('past midnight', Date.UTC(2026, 2, 26, 22, 30), 'Dorpsstraat 2', false),
    visitAt('tonight', NOW, 'Dorpsstraat 3', false),
    visitAt('late tomorrow', Date.UTC(2026, 2, 28, 22, 30), 'Dorpsstraat 4', false),
    visitAt('the day after', Date.UTC(2026, 2, 28, 23, 0), 'Dorpsstraat 5', false),
  ];
  const kept = keptVisits(visits, NOW).map(({ id }) => id);
  expect(kept).toEqual(['past midnight', 'tonight', 'late tomorrow']);
});
