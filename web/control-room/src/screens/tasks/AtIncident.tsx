import type { Task } from '../../../../shared/src/api/types';
import { mayUseIncidents } from '../../core/rights';
import { hashOf } from '../../core/route';
import { useIncidentTexts } from '../incidents/use-incidents';
import { useSeat } from '../room-context';

interface WhatProps {
  readonly task: { readonly kind: string; readonly what: string };
}

/** What must be done: a step of an incident in words, anything else as it was written. */
export function What({ task }: WhatProps) {
  const { words } = useIncidentTexts();
  if (task.what === '') return null;
  const steps: Readonly<Record<string, string>> = words.steps;
  const isStep = task.kind === 'incident' || task.kind === 'aftercare';
  return <span>{isStep ? (steps[task.what] ?? task.what) : task.what}</span>;
}

/** How it ended; of a step of an incident only whether it was done. */
export function Answer({ task }: { readonly task: Task }) {
  const { words } = useIncidentTexts();
  const states: Readonly<Record<string, string>> = words.states;
  const isStep = task.kind === 'incident' || task.kind === 'aftercare';
  return isStep ? (states[task.answer ?? ''] ?? task.answer) : task.answer;
}

/** A step of an incident is recorded at the incident, where no words about a talk can be kept. */
export function AtIncident({ task }: { readonly task: Task }) {
  const { task: t } = useIncidentTexts();
  const { me } = useSeat();
  return (
    <>
      {task.state === 'open' ? <p className="utrecht-paragraph">{t.only}</p> : null}
      {mayUseIncidents(me.roles) ? (
        <a href={hashOf({ page: 'incident', incidentId: task.subjectId })}>{t.to}</a>
      ) : null}
    </>
  );
}
