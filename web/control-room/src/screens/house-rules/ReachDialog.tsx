import { useMemo, useRef, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import {
  Button,
  Dialog,
  SelectField,
  TextField,
  useLoaded,
  type Loaded,
} from '../../../../shared/src/components';
import type {
  Person,
  PlannerWeek,
  ReachabilityAgreement,
  Visit,
} from '../../../../shared/src/api/types';
import { clockTime } from '../../../../shared/src/core/clock';
import { mondayOf } from '../../../../shared/src/core/local-day';
import {
  agreementOf,
  faultsOf,
  newReachForm,
  SOMEBODY_ELSE,
  visitsFor,
  withVisit,
  type ReachField,
  type ReachForm,
} from '../../core/reach-form';
import { newActKey, plannerApi } from '../../shell/planner-api';
import { reachApi } from '../../shell/reach-api';
import type { HouseRulesTexts } from '../../text/house-rules';
import { FaultLine } from '../FaultLine';
import { LoadFault } from '../LoadFault';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useHouseRulesTexts } from './use-house-rules';

interface ReachDialogProps {
  readonly worker: Person;
  readonly people: readonly Person[];
  readonly onAgreed: (agreement: ReachabilityAgreement) => void;
  readonly onClose: () => void;
}

const NONE = '';

/** Agrees for a worker who can be reached, and when: for a visit, or with a watch of its own. */
export function ReachDialog({ worker, people, onAgreed, onClose }: ReachDialogProps) {
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const { room, api } = useSeat();
  const [form, setForm] = useState(() => newReachForm(room.serverNowMs()));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ApiAnswer<unknown> | null>(null);
  const key = useRef({ what: '', key: '' });
  const week = useWeekOf(form.day);
  const visits = visitsFor(week.value?.visits ?? [], worker.id, form.day);
  const faults = tried ? faultsOf(form, room.serverNowMs()) : new Map<ReachField, 'missing'>();
  const refused = refusalOf(failed, t);
  const change = (part: Partial<ReachForm>): void => {
    setForm({ ...form, ...part });
    setFailed(null);
  };
  const errorAt = (field: ReachField): string | null => {
    const fault = faults.get(field);
    if (fault === 'past') return t.reach.faults.past;
    if (fault === 'missing' && field !== 'visit') return t.reach.faults[field];
    return refused?.field === field ? refused.words : null;
  };
  const agree = async (): Promise<void> => {
    setTried(true);
    if (faultsOf(form, room.serverNowMs()).size > 0) return;
    const wanted = agreementOf(form, worker.id);
    // The same form again is the same act: after a broken line it counts once.
    const what = JSON.stringify(wanted);
    if (key.current.what !== what) key.current = { what, key: newActKey() };
    setBusy(true);
    const answer = await reachApi(api).add(wanted, key.current.key);
    setBusy(false);
    if (answer.kind === 'ok') onAgreed(answer.value);
    else setFailed(answer);
  };
  return (
    <Dialog title={`${t.reach.add}: ${worker.name}`} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void agree();
        }}
      >
        <TextField
          label={t.reach.day}
          type="date"
          value={form.day}
          error={errorAt('day')}
          onChange={(event) => change({ day: event.target.value, visitId: null })}
        />
        <LoadFault of={week} words={t.reach.noWeek} />
        {visits.length === 0 ? null : (
          <SelectField
            label={t.reach.visit}
            error={errorAt('visit')}
            choices={[
              { value: NONE, label: t.reach.noVisit },
              ...visits.map((visit) => ({ value: visit.id, label: visitLine(visit, t) })),
            ]}
            value={form.visitId ?? NONE}
            onChange={(id) => change(withVisit(form, visits.find((one) => one.id === id) ?? null))}
          />
        )}
        <div className="aw-rules__times">
          <TextField
            label={t.reach.from}
            type="time"
            value={form.from}
            error={errorAt('from')}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label={t.reach.until}
            type="time"
            value={form.until}
            error={errorAt('until')}
            onChange={(event) => change({ until: event.target.value })}
          />
        </div>
        <p className="utrecht-paragraph aw-quiet">{t.reach.untilHint}</p>
        <ContactFields
          form={form}
          colleagues={people.filter(({ id }) => id !== worker.id)}
          errorAt={errorAt}
          onChange={change}
        />
        <FaultLine
          act={{
            fault: failed === null || refused !== null ? null : faultText(failed, texts),
            canRetry: false,
            busy,
          }}
        />
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {busy ? texts.app.working : t.reach.agree}
          </Button>
          <Button onClick={onClose}>{texts.app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ContactFieldsProps {
  readonly form: ReachForm;
  readonly colleagues: readonly Person[];
  readonly errorAt: (field: ReachField) => string | null;
  readonly onChange: (part: Partial<ReachForm>) => void;
}

function ContactFields({ form, colleagues, errorAt, onChange }: ContactFieldsProps) {
  const t = useHouseRulesTexts();
  return (
    <>
      <SelectField
        label={t.reach.who}
        error={errorAt('contact')}
        choices={[
          ...(form.contact === null ? [{ value: NONE, label: t.reach.chooseWho }] : []),
          ...colleagues
            .filter(({ phone }) => phone !== null)
            .map(({ id, name }) => ({ value: id, label: name })),
          { value: SOMEBODY_ELSE, label: t.reach.somebodyElse },
        ]}
        value={form.contact ?? NONE}
        onChange={(contact) => onChange({ contact: contact === NONE ? null : contact })}
      />
      {form.contact === SOMEBODY_ELSE ? (
        <>
          <TextField
            label={t.reach.name}
            autoComplete="off"
            maxLength={120}
            value={form.name}
            error={errorAt('name')}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <TextField
            label={t.reach.phone}
            type="tel"
            autoComplete="off"
            maxLength={20}
            value={form.phone}
            error={errorAt('phone')}
            onChange={(event) => onChange({ phone: event.target.value })}
          />
        </>
      ) : null}
    </>
  );
}

function visitLine(visit: Visit, t: HouseRulesTexts): string {
  const from = clockTime(Date.parse(visit.plannedStartAt));
  const until = clockTime(Date.parse(visit.plannedEndAt));
  return t.reach.visitAt(`${from}–${until}`, visit.place.address);
}

/** The week in which the worker may have planned something on that day. */
function useWeekOf(day: string): Loaded<PlannerWeek> {
  const { api } = useSeat();
  const monday = day === '' ? null : mondayOf(day);
  return useLoaded(
    useMemo(() => (monday === null ? null : () => plannerApi(api).week(monday)), [api, monday]),
  );
}

interface Refusal {
  readonly field: ReachField;
  readonly words: string;
}

/** What the server has against it, at the field that would mend it. */
function refusalOf(failed: ApiAnswer<unknown> | null, t: HouseRulesTexts): Refusal | null {
  const error = failed?.kind === 'problem' ? failed.problem.errors?.[0] : undefined;
  const { faults } = t.reach;
  switch (`${error?.location ?? ''} ${error?.code ?? ''}`) {
    case '/until range':
      return { field: 'until', words: faults.range };
    case '/until past':
      return { field: 'until', words: faults.past };
    case '/visitId unknown':
      return { field: 'visit', words: faults.unknown };
    case '/phone blank':
      return { field: 'contact', words: faults.noPhone };
    default:
      return null;
  }
}
