import { useState, type FormEvent } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { agreementSchema } from '../../../shared/src/api/parse-on-the-way';
import type { ReachabilityAgreement } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { serverNow } from '../core/phone';
import {
  agreementFrom,
  HOURS,
  SOMEBODY_ELSE,
  type ReachForm,
  type VisitTimes,
} from '../core/reachability';
import { useApp, useText } from './app-context';

interface AgreeProps {
  /** All of this visit is covered; null for some hours from now. */
  readonly visit: VisitTimes | null;
  readonly onAgreed: (agreement: ReachabilityAgreement) => void;
}

/** With whom it is agreed that they can be reached. */
export function Agree({ visit, onAgreed }: AgreeProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const standbys = (shown.phone.me?.standbys ?? []).filter((standby) => standby.phone !== null);
  const [form, setForm] = useState<ReachForm>({
    who: standbys[0]?.personId ?? SOMEBODY_ELSE,
    name: '',
    phone: '',
    hours: 2,
  });
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changed: Partial<ReachForm>) => setForm({ ...form, ...changed });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = agreementFrom(form, visit, serverNow(shown.phone, Date.now()));
    if (typeof asked === 'string') {
      setFault(text.reachable.faults[asked]);
      return;
    }
    setBusy(true);
    const answer = await shell.api.call({
      method: 'POST',
      path: '/reachability-agreements',
      body: asked,
      schema: agreementSchema,
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      setFault(null);
      onAgreed(answer.value);
    } else {
      setFault(answer.kind === 'problem' ? answer.problem.detail : shared.noConnection);
    }
  };

  return (
    <form className="aw-panel aw-stack" onSubmit={(event) => void submit(event)} noValidate>
      <Heading level={2}>{text.reachable.who}</Heading>
      <ChipsField
        label={text.reachable.whoLabel}
        choices={[
          ...standbys.map(({ personId, name }) => ({ value: personId, label: name })),
          { value: SOMEBODY_ELSE, label: text.reachable.somebodyElse },
        ]}
        value={form.who}
        onChange={(who) => change({ who })}
      />
      {form.who === SOMEBODY_ELSE ? (
        <>
          <TextField
            label={text.reachable.name}
            autoComplete="off"
            maxLength={120}
            value={form.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            label={text.reachable.phone}
            type="tel"
            autoComplete="off"
            maxLength={20}
            value={form.phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        </>
      ) : null}
      {visit === null ? (
        <ChipsField
          label={text.reachable.howLong}
          choices={HOURS.map((hours) => ({
            value: String(hours),
            label: text.start.minutes(hours * 60),
          }))}
          value={String(form.hours)}
          onChange={(hours) => change({ hours: Number(hours) })}
        />
      ) : (
        <p className="utrecht-paragraph">
          {text.reachable.forVisit(clockTime(Date.parse(visit.plannedStartAt)))}
        </p>
      )}
      <div className="utrecht-form-field-error-message" role="alert">
        {fault}
      </div>
      <Button look="primary" type="submit" busy={busy}>
        {text.reachable.go}
      </Button>
    </form>
  );
}
