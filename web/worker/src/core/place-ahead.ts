import type {
  AccessNotes,
  Coverage,
  ResponseTime,
  VisitPlace,
} from '../../../shared/src/api/types';

/** What was learned of this floor; else of the other floors, which is better than nothing. */
export function coverageAhead({ floorCoverage, place }: VisitPlace): readonly Coverage[] {
  return floorCoverage.visits > 0
    ? [floorCoverage]
    : place.coverage.filter(({ visits }) => visits > 0);
}

/** In whole minutes; rounded up, for nobody may count on less. */
export function responseMinutes({ medianSeconds }: ResponseTime): number {
  return Math.max(1, Math.ceil(medianSeconds / 60));
}

export const NOTES = ['floor', 'howToGetIn', 'secondExit', 'parking'] as const;

/** The notes that somebody wrote, in the order in which they are needed. */
export function notesAhead(
  notes: AccessNotes,
): readonly { readonly kind: (typeof NOTES)[number]; readonly words: string }[] {
  return NOTES.map((kind) => ({ kind, words: notes[kind] ?? '' })).filter(
    ({ words }) => words !== '',
  );
}
