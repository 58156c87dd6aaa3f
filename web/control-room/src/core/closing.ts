import type { Alarm, Closure } from './model';

/** The form of closing as it is being filled in. */
export interface ClosingForm {
  readonly outcome: Closure['outcome'] | null;
  readonly cause: NonNullable<Closure['cause']> | null;
  readonly text: string;
  readonly watchGoesOn: boolean;
}

export type ClosingFault = 'outcome-missing' | 'cause-missing' | 'text-missing';

/** A drill can only end as a drill: its outcome is filled in, nobody can close it as "safe". */
export function emptyForm(alarm: Alarm): ClosingForm {
  return { outcome: alarm.drill ? 'drill' : null, cause: null, text: '', watchGoesOn: false };
}

export function outcomesFor(alarm: Alarm): readonly Closure['outcome'][] {
  return alarm.drill ? ['drill'] : ['safe', 'helped', 'false-alarm'];
}

/** What is still missing, in the order of the form. */
export function faultsOf(form: ClosingForm): readonly ClosingFault[] {
  const faults: ClosingFault[] = [];
  if (form.outcome === null) {
    faults.push('outcome-missing');
  }
  if (form.outcome === 'false-alarm' && form.cause === null) {
    faults.push('cause-missing');
  }
  // Help that came is a story somebody will ask about; an "other" cause says nothing by itself.
  const mustTell =
    form.outcome === 'helped' || (form.outcome === 'false-alarm' && form.cause === 'other');
  if (mustTell && form.text.trim() === '') {
    faults.push('text-missing');
  }
  return faults;
}

/** The order to the server, or null while something is missing. */
export function closureOf(form: ClosingForm): Closure | null {
  if (form.outcome === null || faultsOf(form).length > 0) {
    return null;
  }
  const text = form.text.trim();
  return {
    outcome: form.outcome,
    cause: form.outcome === 'false-alarm' ? form.cause : null,
    text: text === '' ? null : text,
    watchGoesOn: form.watchGoesOn,
  };
}
