import { useEffect, useRef, useState, type FormEvent } from 'react';
import { codeOf, type ApiAnswer } from '../../../shared/src/api/answer';
import { changedVisitsSchema, visitWarningsSchema } from '../../../shared/src/api/parse-planner';
import { visitSchema } from '../../../shared/src/api/parse-worker';
import type { Visit, VisitWarning } from '../../../shared/src/api/types';
import {
  Alert,
  Button,
  ChipsField,
  Heading,
  SelectField,
  SwitchField,
  TextField,
  useLanguage,
  useSharedText,
} from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { addDays, dayOf } from '../../../shared/src/core/local-day';
import {
  changeOf,
  draftOf,
  faultsOf,
  formOf,
  newForm,
  newVisitOf,
  REPEATS,
  SCOPES,
  withStart,
  type FormField,
  type VisitForm,
} from '../../../shared/src/core/visit-form';
import { serverNow } from '../core/phone';
import { useApp, useText } from './app-context';
import { whenOf } from './MyVisits';

interface PlanVisitProps {
  /** The visit that is changed; null for a new one. */
  readonly visit: Visit | null;
  readonly onBack: () => void;
  readonly onSaved: () => void;
}

/** Plans or changes an own visit. Only with a connection: a plan that nobody else sees is none. */
export function PlanVisit({ visit, onBack, onSaved }: PlanVisitProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const { language } = useLanguage();
  const [known, setKnown] = useState(visit);
  const [form, setForm] = useState<VisitForm>(() => {
    if (visit !== null) return formOf(visit);
    const tomorrow = addDays(dayOf(serverNow(shown.phone, Date.now())), 1);
    return newForm(shown.phone.me?.id ?? null, tomorrow);
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const key = useRef<{ readonly of: string; readonly key: string } | null>(null);
  const warnings = useWarnings(form, known?.id ?? null);
  const faults = tried ? faultsOf(form) : new Set<FormField>();
  const change = (part: Partial<VisitForm>): void => setForm({ ...form, ...part });
  const errorAt = (field: FormField): string | null =>
    faults.has(field) ? shared.visitForm.faults[field] : null;

  const send = (): Promise<ApiAnswer<unknown>> => {
    const body = known === null ? newVisitOf(form) : changeOf(form, known.version);
    const words = JSON.stringify(body);
    if (key.current?.of !== words) key.current = { of: words, key: shell.newWatchId() };
    const idempotencyKey = key.current.key;
    return known === null
      ? shell.api.call({
          method: 'POST',
          path: '/visits',
          body,
          idempotencyKey,
          schema: visitSchema,
        })
      : shell.api.call({
          method: 'PUT',
          path: `/visits/${known.id}`,
          body,
          idempotencyKey,
          schema: changedVisitsSchema,
        });
  };

  const save = async (): Promise<void> => {
    setTried(true);
    setFault(null);
    if (faultsOf(form).size > 0) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer.kind === 'ok') {
      onSaved();
    } else if (answer.kind !== 'problem') {
      setFault(text.visits.notSent);
    } else if (known !== null && codeOf(answer.problem) === 'changed') {
      await lookWhatChanged(known);
    } else {
      setFault(faultText(answer.status, codeOf(answer.problem)));
    }
  };

  const lookWhatChanged = async ({ id }: Visit): Promise<void> => {
    const answer = await shell.api.call({
      method: 'GET',
      path: `/visits/${id}`,
      schema: visitSchema,
    });
    if (answer.kind !== 'ok') {
      setFault(text.visits.notDone);
      return;
    }
    const now = answer.value;
    const by = now.changedByName ?? '';
    setKnown(now);
    setFault(text.visits.changed(by === '' ? text.visits.somebody : by, whenOf(now, language)));
  };

  const faultText = (status: number, code: string): string => {
    if (status === 400) return text.visits.past;
    if (code === 'already-started') return text.visits.started;
    return code === 'cancelled' ? text.visits.gone : text.visits.notDone;
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
        {known === null ? text.visits.newTitle : text.visits.editTitle}
      </Heading>
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
      <Warnings items={warnings} />
      <TextField
        label={shared.visitForm.travelMinutes}
        inputMode="numeric"
        error={errorAt('travelMinutes')}
        maxLength={3}
        value={form.travelMinutes}
        onChange={(event) => change({ travelMinutes: event.target.value })}
      />
      <SwitchField
        label={text.start.highRiskSwitch}
        hint={text.start.highRiskHint}
        on={form.highRisk}
        onChange={(highRisk) => change({ highRisk })}
      />
      {known === null ? (
        <SelectField
          label={text.visits.repeat}
          choices={REPEATS.map((value) => ({
            value,
            label: shared.visitForm.repeatChoices[value],
          }))}
          value={form.repeats}
          onChange={(repeats) => change({ repeats })}
        />
      ) : null}
      {form.repeats === 'never' ? null : (
        <TextField
          label={shared.visitForm.lastDay}
          type="date"
          error={errorAt('lastDay')}
          value={form.lastDay}
          onChange={(event) => change({ lastDay: event.target.value })}
        />
      )}
      {(known?.seriesId ?? null) === null ? null : (
        <ChipsField
          label={text.visits.scope}
          choices={SCOPES.map((value) => ({ value, label: shared.visitForm.scopes[value] }))}
          value={form.scope}
          onChange={(scope) => change({ scope })}
        />
      )}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <Button look="primary" large type="submit" busy={busy}>
        {known === null ? text.visits.plan : text.visits.save}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {shared.back}
      </Button>
    </form>
  );
}

/** What does not go together, said beside the times; it forbids nothing. */
function Warnings({ items }: { readonly items: readonly VisitWarning[] }) {
  const text = useText();
  const say = ({ kind, otherWorkerName, otherStartAt, otherEndAt }: VisitWarning): string => {
    const time =
      otherStartAt === null || otherEndAt === null
        ? ''
        : `${clockTime(Date.parse(otherStartAt))}–${clockTime(Date.parse(otherEndAt))}`;
    switch (kind) {
      case 'no-standby':
        return text.visits.warnings['no-standby'];
      case 'vehicle':
        return text.visits.warnings.vehicle(otherWorkerName ?? text.visits.somebody);
      case 'overlap':
      case 'travel':
        return text.visits.warnings[kind](time);
    }
  };
  return (
    <div className="aw-visits__warnings" role="status">
      {items.length === 0 ? null : (
        <Alert tone="warning">
          {items.map((warning) => (
            <p key={`${warning.kind} ${warning.otherVisitId ?? ''}`} className="utrecht-paragraph">
              {say(warning)}
            </p>
          ))}
          <p className="utrecht-paragraph">{text.visits.warnings.hint}</p>
        </Alert>
      )}
    </div>
  );
}

const ASK_AFTER_MS = 250;

function useWarnings(form: VisitForm, visitId: string | null): readonly VisitWarning[] {
  const { shell } = useApp();
  const [found, setFound] = useState<{ asked: string; items: readonly VisitWarning[] } | null>(
    null,
  );
  const draft = draftOf(form, visitId);
  const asked = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (asked === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      const body: unknown = JSON.parse(asked);
      const call = { method: 'POST', asks: true, path: '/visit-checks', body } as const;
      void shell.api.call({ ...call, schema: visitWarningsSchema }).then((answer) => {
        // Without an answer nothing is said: who plans for others sees it in the week.
        if (wanted && answer.kind === 'ok') setFound({ asked, items: answer.value.items });
      });
    }, ASK_AFTER_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [shell, asked]);
  return found !== null && found.asked === asked ? found.items : [];
}
