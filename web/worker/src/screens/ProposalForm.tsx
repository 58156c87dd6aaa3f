import { useState, type FormEvent } from 'react';
import type { Calendar, CalendarProposal } from '../../../shared/src/api/types';
import { codeOf } from '../../../shared/src/api/answer';
import {
  Alert,
  Button,
  Heading,
  SwitchField,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { momentOf } from '../../../shared/src/core/local-day';
import {
  faultsOf,
  withStart,
  type FormField,
  type VisitForm,
} from '../../../shared/src/core/visit-form';
import { acceptanceOf, alarmAfter, fieldOfFault, formOfProposal } from '../core/calendar';
import { useApp, useText } from './app-context';
import { isDecided, type Decisions } from './use-decisions';
import { useWhen } from './use-when';

interface ProposalFormProps {
  readonly proposal: CalendarProposal;
  readonly calendar: Calendar | null;
  readonly decisions: Decisions;
  readonly onDone: () => void;
}

/** What the calendar does not know, or knows otherwise, the worker says. */
export function ProposalForm({ proposal, calendar, decisions, onDone }: ProposalFormProps) {
  const { shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const when = useWhen()(proposal);
  const [form, setForm] = useState(() => formOfProposal(proposal, shown.phone.me?.id ?? ''));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ field: FormField; words: string } | null>(null);
  const faults = tried ? faultsOf(form) : new Set<FormField>();
  const change = (part: Partial<VisitForm>): void => setForm({ ...form, ...part });
  const errorAt = (field: FormField): string | null => {
    if (faults.has(field)) return shared.visitForm.faults[field];
    return refused?.field === field ? refused.words : null;
  };

  const save = async (): Promise<void> => {
    setTried(true);
    setRefused(null);
    setFault(null);
    const acceptance = acceptanceOf(proposal, form);
    if (acceptance === null) return;
    setBusy(true);
    const answer = await decisions.accept(proposal, acceptance);
    setBusy(false);
    const problem = answer.kind === 'problem' ? answer : null;
    const field = fieldOfFault(problem?.problem.errors?.[0]?.location);
    if (problem?.status === 400 && field !== null) {
      const isPast = codeOf(problem.problem) === 'past';
      setRefused({ field, words: isPast ? text.calendars.form.past : text.calendars.form.tooFar });
    } else if (answer.kind === 'ok' || isDecided(answer)) {
      onDone();
    } else {
      setFault(problem === null ? text.calendars.notSent : text.calendars.notDone);
    }
  };

  return (
    <form
      className="aw-stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading level={1} focusOnShow>
        {text.calendars.form.title}
      </Heading>
      <p className="utrecht-paragraph">
        {text.calendars.form.asIs(when, calendar?.name ?? '')} {text.calendars.form.follows}
      </p>
      <TextField
        label={shared.visitForm.address}
        hint={shared.visitForm.addressHint}
        error={errorAt('address')}
        autoComplete="off"
        maxLength={200}
        value={form.address}
        onChange={(event) => change({ address: event.target.value })}
      />
      <TextField
        label={shared.visitForm.floor}
        autoComplete="off"
        maxLength={80}
        value={form.floor}
        onChange={(event) => change({ floor: event.target.value })}
      />
      <TextField
        label={text.calendars.form.purpose}
        hint={text.calendars.form.purposeHint}
        autoComplete="off"
        maxLength={200}
        value={form.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <TextField
        label={shared.visitForm.day}
        type="date"
        error={errorAt('day')}
        value={form.day}
        onChange={(event) => change({ day: event.target.value })}
      />
      <div className="aw-pair">
        <TextField
          label={shared.visitForm.from}
          type="time"
          error={errorAt('from')}
          value={form.from}
          onChange={(event) => setForm(withStart(form, event.target.value))}
        />
        <TextField
          label={shared.visitForm.until}
          type="time"
          error={errorAt('until')}
          value={form.until}
          onChange={(event) => change({ until: event.target.value })}
        />
      </div>
      <SwitchField
        label={text.start.highRiskSwitch}
        hint={text.start.highRiskHint}
        on={form.highRisk}
        onChange={(highRisk) => change({ highRisk })}
      />
      <Watch form={form} />
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <Button look="primary" large type="submit" busy={busy}>
        {text.calendars.form.go}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {shared.back}
      </Button>
    </form>
  );
}

/** The watch that comes with it. */
function Watch({ form }: { readonly form: VisitForm }) {
  const { shown } = useApp();
  const text = useText();
  const numbers = shown.phone.me?.teamNumbers ?? null;
  const knowsEnd = faultsOf(form).size === 0 && numbers !== null;
  const endMs = knowsEnd ? momentOf(form.day, form.until) : 0;
  return (
    <div role="status" className="aw-said">
      {knowsEnd ? (
        <Alert tone="info">
          <p className="utrecht-paragraph">
            {text.calendars.proposals.watch(
              clockTime(endMs),
              clockTime(alarmAfter(endMs, numbers, form.highRisk)),
            )}
          </p>
        </Alert>
      ) : null}
    </div>
  );
}
