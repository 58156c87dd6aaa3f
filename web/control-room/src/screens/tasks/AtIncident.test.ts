import { expect, test } from 'vitest';
import { incidentTexts } from '../../text/incidents';
import { whatOf } from './AtIncident';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const talk = { kind: 'aftercare', what: 'second-talk', incident: null };

test.each([
  ['nl', 'Tweede gesprek, na 2 weken – Anna de Vries, incident van 21 november'],
  ['en', 'Second talk, after 2 weeks – Anna de Vries, incident of 21 November'],
] as const)('a step says whose it is and of which incident (%s)', (language, words) => {
  const incident = { personName: 'Anna de Vries', happenedOn: '2026-11-21' };
  expect(whatOf({ ...talk, incident }, incidentTexts[language], language, NOW)).toBe(words);
});

test('a step of a whole incident has a day only, and without sight there is the step alone', () => {
  const incident = { personName: null, happenedOn: '2025-12-31' };
  const reaction = { kind: 'incident', what: 'reaction', incident };
  expect(whatOf(reaction, incidentTexts.nl, 'nl', NOW)).toBe(
    'Reactie naar de dader, binnen 24 uur – incident van 31 december 2025',
  );
  expect(whatOf(talk, incidentTexts.nl, 'nl', NOW)).toBe('Tweede gesprek, na 2 weken');
  const own = { kind: 'agreement', what: 'Sleutel halen', incident: null };
  expect(whatOf(own, incidentTexts.nl, 'nl', NOW)).toBe('Sleutel halen');
});
