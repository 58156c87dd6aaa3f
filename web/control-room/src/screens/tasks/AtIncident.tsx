import type { Task } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import type { Language } from '../../../../shared/src/core/language';
import { sayDate } from '../../../../shared/src/core/local-day';
import { mayUseIncidents } from '../../core/rights';
import { hashOf } from '../../core/route';
import type { IncidentTexts } from '../../text/incidents';
import { useIncidentTexts } from '../incidents/use-incidents';
import { useSeat } from '../room-context';

interface ToDo {
  readonly kind: string;
  readonly what: string;
  readonly incident: Task['incident'];
}

/**
 * What must be done: a step of an incident in words, with whose and of which day for who may see
 * that; anything else as it was written.
 */
export function whatOf(task: ToDo, t: IncidentTexts, language: Language, nowMs: number): string {
  const steps: Readonly<Record<string, string>> = t.words.steps;
  const isStep = task.kind === 'incident' || task.kind === 'aftercare';
  const what = isStep ? (steps[task.what] ?? task.what) : task.what;
  if (task.incident === null) return what;
  const { personName, happenedOn } = task.incident;
  return t.task.of(what, personName, sayDate(happenedOn, language, nowMs));
}

/** {@link whatOf}, in the language of the page. */
export function useWhat(): (task: ToDo) => string {
  const t = useIncidentTexts();
  const { language } = useLanguage();
  const { room } = useSeat();
  return (task) => whatOf(task, t, language, room.serverNowMs());
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
