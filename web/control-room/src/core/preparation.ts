import type {
  MeasureCode,
  PlannerWeek,
  Preparation,
  Proof,
  UnreadyVisit,
  VisitMeasure,
} from '../../../shared/src/api/types';
import { isMissing } from '../../../shared/src/core/measures';
import { momentOf, wallAt } from '../../../shared/src/core/local-day';

export interface Unready {
  /** Under watch though something was missing. */
  readonly begun: readonly UnreadyVisit[];
  readonly ahead: readonly UnreadyVisit[];
}

/** What has begun apart from what is to come, both the soonest first; what is over is left out. */
export function sortedUnready(visits: readonly UnreadyVisit[], week: PlannerWeek): Unready {
  const states = new Map(week.visits.map(({ id, state }) => [id, state]));
  const inTime = visits.toSorted(
    (one, other) => Date.parse(one.plannedStartAt) - Date.parse(other.plannedStartAt),
  );
  const stateOf = ({ visitId }: UnreadyVisit) => states.get(visitId) ?? 'planned';
  return {
    begun: inTime.filter((visit) => stateOf(visit) === 'under-watch'),
    ahead: inTime.filter((visit) => stateOf(visit) === 'planned'),
  };
}

export interface MeasureGroups {
  readonly toDo: readonly VisitMeasure[];
  readonly arranged: readonly VisitMeasure[];
  /** Taken without being asked for. */
  readonly extra: readonly VisitMeasure[];
}

export function groupsOf(preparation: Preparation): MeasureGroups {
  const asked = preparation.measures.filter(({ demanded }) => demanded);
  return {
    toDo: asked.filter((one) => isMissing(preparation, one)),
    arranged: asked.filter((one) => !isMissing(preparation, one)),
    extra: preparation.measures.filter(({ demanded }) => !demanded),
  };
}

export type MeasureAct = 'prove' | 'ask' | 'unask' | 'approve' | 'waive' | 'unwaive' | 'withdraw';

/** What the desk can do about a measure as it stands; the server has the last word. */
export function actsOn(one: VisitMeasure, mayDecide: boolean): readonly MeasureAct[] {
  switch (one.state) {
    case 'proven':
      return canEnd(one, mayDecide) ? ['withdraw'] : [];
    case 'waived':
      return mayDecide ? ['unwaive'] : [];
    case 'offered':
      return [...waysOf(one, mayDecide), 'unask'];
    case 'asked':
    case 'declined':
    case 'withdrawn':
      return waysOf(one, mayDecide);
  }
}

function canEnd({ proof }: VisitMeasure, mayDecide: boolean): boolean {
  switch (proof?.kind) {
    case 'within-hours':
    case 'called-off':
      return false;
    case 'approved':
      return mayDecide;
    default:
      return true;
  }
}

function waysOf(one: VisitMeasure, mayDecide: boolean): readonly MeasureAct[] {
  const take = wayOf(one.measure);
  const ways: readonly MeasureAct[] = take === null ? [] : [take];
  return [
    ...ways.filter((way) => way !== 'approve' || mayDecide),
    ...(mayDecide && one.demanded ? (['waive'] as const) : []),
  ];
}

/** How the desk takes a measure; null when it is the worker's or the planner's to take. */
function wayOf(measure: MeasureCode): 'prove' | 'ask' | 'approve' | null {
  switch (measure) {
    case 'DUO':
    case 'ACHT':
      return 'ask';
    case 'LEID':
      return 'approve';
    case 'BEL':
    case 'INFO':
    case 'TERUG':
    case 'KANTOOR':
    case 'POLVOOR':
    case 'POLMEE':
      return 'prove';
    case 'DAG':
    case 'BEREIK':
    case 'CODE':
    case 'AUTO':
    case 'PARK':
    case 'ACCU':
    case 'DEK':
    case 'PAK':
    case 'NIET':
      return null;
  }
}

export type WordField = 'askedOf' | 'address' | 'room' | 'name' | 'reference' | 'confirmedBy';

/** What is typed and chosen in the dialog that notes a proof; day and time as on the wall. */
export interface ProofForm {
  readonly words: Readonly<Partial<Record<WordField, string>>>;
  readonly day: string;
  readonly time: string;
  readonly outcome: NonNullable<Proof['outcome']> | null;
  readonly answered: boolean;
  readonly callAt: string | null;
}

export function newProofForm(nowMs: number): ProofForm {
  return { words: {}, ...wallAt(nowMs), outcome: null, answered: true, callAt: null };
}

/** The words a proof needs, in the order in which they are asked. */
export function wordsFor(measure: MeasureCode): readonly WordField[] {
  switch (measure) {
    case 'INFO':
      return ['askedOf'];
    case 'KANTOOR':
      return ['address', 'room'];
    case 'POLVOOR':
      return ['name', 'reference'];
    case 'POLMEE':
      return ['confirmedBy'];
    default:
      return [];
  }
}

/** Whether the proof says when it was done. */
export function hasMoment(measure: MeasureCode): boolean {
  return measure === 'BEL' || measure === 'POLVOOR' || measure === 'POLMEE';
}

export type ProofField = WordField | 'moment' | 'outcome' | 'callAt';

/** What is still missing or wrong in the form. */
export function faultsOfProof(measure: MeasureCode, form: ProofForm): ReadonlySet<ProofField> {
  const faults = new Set<ProofField>(
    wordsFor(measure).filter((field) => wordOf(form, field) === ''),
  );
  if (hasMoment(measure) && (form.day === '' || form.time === '')) faults.add('moment');
  if (measure === 'BEL' && form.outcome === null) faults.add('outcome');
  if (measure === 'TERUG' && form.callAt === null) faults.add('callAt');
  return faults;
}

/** The proof that a form without faults says; null for what the desk does not prove. */
export function proofOf(measure: MeasureCode, form: ProofForm): Proof | null {
  const word = (field: WordField) => wordOf(form, field);
  switch (measure) {
    case 'BEL':
      return form.outcome === null
        ? null
        : { kind: 'phoned', phonedAt: momentOfForm(form), outcome: form.outcome };
    case 'INFO':
      return { kind: 'informed', askedOf: word('askedOf'), answered: form.answered };
    case 'TERUG':
      return form.callAt === null ? null : { kind: 'call-back', callAt: form.callAt };
    case 'KANTOOR':
      return { kind: 'office', address: word('address'), room: word('room') };
    case 'POLVOOR':
      return {
        kind: 'police-told',
        name: word('name'),
        toldAt: momentOfForm(form),
        reference: word('reference'),
      };
    case 'POLMEE':
      return {
        kind: 'escort',
        confirmedBy: word('confirmedBy'),
        confirmedAt: momentOfForm(form),
      };
    default:
      return null;
  }
}

function wordOf({ words }: ProofForm, field: WordField): string {
  return words[field]?.trim() ?? '';
}

function momentOfForm({ day, time }: ProofForm): string {
  return new Date(momentOf(day, time)).toISOString();
}
