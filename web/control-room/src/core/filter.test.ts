import { describe, expect, it } from 'vitest';
import { exampleAlarm, exampleWatch } from './examples';
import { filterWatches, isFiltering, NO_FILTER, teamsOf } from './filter';

const ANNA = exampleWatch();
const JOSE = exampleWatch({ id: 'j', workerName: 'José Peña', teamName: 'Wijkteam Zuid' });
const both = [ANNA, JOSE];

describe('the filter', () => {
  it('lets all through when empty', () => {
    expect(filterWatches(both, NO_FILTER)).toEqual(both);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });

  it('finds words in any order, without accents or capitals', () => {
    expect(filterWatches(both, { ...NO_FILTER, text: 'pena JOSE' })).toEqual([JOSE]);
    expect(filterWatches(both, { ...NO_FILTER, text: 'dorpsstraat anna' })).toEqual([ANNA]);
  });

  it('joins team, state and text', () => {
    const filter = { team: 'Wijkteam Zuid', state: 'overdue', text: '' } as const;
    expect(filterWatches(both, filter)).toEqual([]);
    expect(filterWatches(both, { ...filter, state: null })).toEqual([JOSE]);
  });

  it('offers each team once, by name, also one with only an alarm', () => {
    const alarm = exampleAlarm({ teamName: 'Balie' });
    expect(teamsOf([JOSE, ANNA, ANNA], [alarm])).toEqual([
      'Balie',
      'Wijkteam Noord',
      'Wijkteam Zuid',
    ]);
  });
});
