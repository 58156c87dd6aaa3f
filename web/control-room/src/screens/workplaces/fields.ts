import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';

/** What is asked about a workplace: in which part of its page, and in what form. */
export type Part = 'work' | 'help' | 'care';

export type FieldKind =
  | 'line'
  | 'text'
  | 'minutes'
  | 'day'
  | 'switch'
  | 'kind'
  | 'team'
  | 'owner'
  | 'hazards'
  | 'method'
  | 'result';

export interface FieldSpec {
  readonly name: FieldName;
  readonly kind: FieldKind;
  readonly most?: number;
}

export const PARTS: Readonly<Record<Part, readonly FieldSpec[]>> = {
  work: [
    { name: 'name', kind: 'line', most: 120 },
    { name: 'kind', kind: 'kind' },
    { name: 'teamId', kind: 'team' },
    { name: 'ownerId', kind: 'owner' },
    { name: 'address', kind: 'line', most: 200 },
    { name: 'spot', kind: 'line', most: 200 },
    { name: 'who', kind: 'line', most: 200 },
    { name: 'when', kind: 'line', most: 200 },
    { name: 'howOften', kind: 'line', most: 200 },
    { name: 'howLong', kind: 'line', most: 200 },
    { name: 'why', kind: 'text', most: 500 },
    { name: 'outOfSight', kind: 'switch' },
    { name: 'hazards', kind: 'hazards' },
    { name: 'method', kind: 'method' },
  ],
  help: [
    { name: 'responseMinutes', kind: 'minutes' },
    { name: 'normMinutes', kind: 'minutes' },
    { name: 'alarmMeans', kind: 'text', most: 500 },
    { name: 'alarmTestedOn', kind: 'day' },
    { name: 'alarmTestedBy', kind: 'line', most: 200 },
    { name: 'alarmResult', kind: 'result' },
    { name: 'coverage', kind: 'line', most: 500 },
    { name: 'safeRoom', kind: 'line', most: 300 },
    { name: 'wayOut', kind: 'line', most: 300 },
    { name: 'firstAid', kind: 'line', most: 300 },
    { name: 'keyHolder', kind: 'line', most: 200 },
    { name: 'howHelpGetsIn', kind: 'text', most: 500 },
  ],
  care: [
    { name: 'transport', kind: 'text', most: 300 },
    { name: 'notForYoung', kind: 'switch' },
    { name: 'notForNew', kind: 'switch' },
    { name: 'instructedOn', kind: 'day' },
    { name: 'consentOn', kind: 'day' },
  ],
};

export type FieldName =
  | 'name'
  | 'kind'
  | 'teamId'
  | 'ownerId'
  | 'address'
  | 'spot'
  | 'who'
  | 'when'
  | 'howOften'
  | 'howLong'
  | 'why'
  | 'outOfSight'
  | 'hazards'
  | 'method'
  | 'responseMinutes'
  | 'normMinutes'
  | 'alarmMeans'
  | 'alarmTestedOn'
  | 'alarmTestedBy'
  | 'alarmResult'
  | 'coverage'
  | 'safeRoom'
  | 'wayOut'
  | 'firstAid'
  | 'keyHolder'
  | 'howHelpGetsIn'
  | 'transport'
  | 'notForYoung'
  | 'notForNew'
  | 'instructedOn'
  | 'consentOn';

/** As it stands in the form: everything is text, a tick, or a list of words. */
export type FormValue = string | boolean | readonly string[];
export type Form = Readonly<Partial<Record<FieldName, FormValue>>>;

export function formOf(workplace: LoneWorkplace, part: Part): Form {
  return Object.fromEntries(
    PARTS[part].map(({ name }) => {
      const value = workplace[name] ?? '';
      return [name, typeof value === 'number' ? String(value) : value];
    }),
  );
}

/** What is sent of it; an empty text is nothing. */
export function bodyOf(form: Form, part: Part): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    PARTS[part].flatMap(({ name, kind }): (readonly [FieldName, unknown])[] => {
      const value = form[name];
      if (value === undefined) return [];
      if (typeof value !== 'string') return [[name, value]];
      const words = value.trim();
      if (words === '') return kind === 'team' ? [] : [[name, null]];
      return [[name, kind === 'minutes' ? Number(words) : words]];
    }),
  );
}

/** The fields that cannot be sent as they are, each with the word for what is wrong. */
export function formFaults(form: Form, part: Part): ReadonlyMap<FieldName, string> {
  const faults = new Map<FieldName, string>();
  for (const { name, kind } of PARTS[part]) {
    const text = String(form[name] ?? '').trim();
    if (text === '' && (name === 'name' || name === 'ownerId')) faults.set(name, name);
    if (kind === 'minutes' && text !== '' && !isMinutes(text)) faults.set(name, 'minutes');
  }
  return faults;
}

function isMinutes(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 600;
}
