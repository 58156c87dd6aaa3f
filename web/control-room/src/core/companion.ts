import type { WorkplaceMeasure } from '../../../shared/src/api/types';

export const NOBODY = 'nobody';
export const OTHER = 'other';

/** Who is along, as it is filled in: nobody yet, somebody else by name, or a colleague by id. */
export interface Along {
  readonly choice: string;
  readonly name: string;
}

export const NOT_CHOSEN: Along = { choice: NOBODY, name: '' };

/** Who has left is not chosen any more: another must be. */
export function alongOf(measure: WorkplaceMeasure): Along {
  if (measure.companionLeft) return NOT_CHOSEN;
  if (measure.companionId !== null) return { choice: measure.companionId, name: '' };
  const name = measure.companionName;
  return name === null ? NOT_CHOSEN : { choice: OTHER, name };
}

export function isNameMissing(along: Along): boolean {
  return along.choice === OTHER && along.name.trim() === '';
}

type Asked = Pick<WorkplaceMeasure, 'companionId' | 'companionName'>;

export function askedOf({ choice, name }: Along): Asked {
  if (choice === OTHER) return { companionId: null, companionName: name.trim() };
  return { companionId: choice === NOBODY ? null : choice, companionName: null };
}
