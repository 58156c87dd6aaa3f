import { useEffect, useState, type FormEvent } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import { anything } from '../../../shared/src/api/parse';
import { agreementSchema } from '../../../shared/src/api/parse-on-the-way';
import type { ReachabilityAgreement, Visit } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { readable, telLink } from '../core/links';
import { serverNow } from '../core/phone';
import {
  agreementFrom,
  HOURS,
  SOMEBODY_ELSE,
  watchFromAgreement,
  type ReachForm,
} from '../core/reachability';
import { startable } from '../core/start-form';
import { readAgreements } from '../shell/agreements';
import { aboutNow, go, useAct, useApp, useNow, useText } from './app-context';
import './call-buttons.css';
import './visits.css';

/** Outside office hours somebody can be reached, and somebody watches: agreed here. */
export function Reachable() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [wanted] = useState(aboutNow);
  const [agreements, setAgreements] = useState<readonly ReachabilityAgreement[]>([]);
  const [said, say] = useState('');
  const now = useNow();
  const visit =
    startable(shown.visits, serverNow(shown.phone, now)).find((one) => one.id === wanted) ?? null;

  useEffect(() => {
    void readAgreements(shell.api).then((read) => setAgreements((known) => read ?? known));
  }, [shell]);
  const readAgain = async () => {
    const read = await readAgreements(shell.api);
    setAgreements((known) => read ?? known);
  };

  const end = async (agreement: ReachabilityAgreement) => {
    const answer = await shell.api.call({
      method: 'DELETE',
      path: `/reachability-agreements/${agreement.id}`,
      schema: anything,
    });
    say(answer.kind === 'ok' ? text.reachable.ended : shared.noConnection);
    await readAgain();
  };

  return (
    <>
      <Heading level={1} focusOnShow>
        {text.reachable.title}
      </Heading>
      <p className="utrecht-paragraph">{text.reachable.why}</p>
      <p role="status" className="aw-said">
        {said}
      </p>
      <ul className="aw-visits">
        {agreements.map((agreement) => (
          <Agreed key={agreement.id} agreement={agreement} onEnd={() => void end(agreement)} />
        ))}
      </ul>
      <Agree
        visit={visit}
        onAgreed={(agreement) => {
          say(text.reachable.agreed(agreement.contactName, clockTime(Date.parse(agreement.until))));
          void readAgain();
        }}
      />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

interface AgreedProps {
  readonly agreement: ReachabilityAgreement;
  readonly onEnd: () => void;
}

function Agreed({ agreement, onEnd }: AgreedProps) {
  const text = useText();
  const act = useAct();
  const from = clockTime(Date.parse(agreement.from));
  const until = clockTime(Date.parse(agreement.until));
  const watch = watchFromAgreement(agreement);
  const start = () => {
    if (watch === null) return;
    act({ kind: 'start', watchId: agreement.watchId, watch });
    go('home');
  };
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{text.start.until(from, until)}</strong>
        <span>{agreement.contactName}</span>
        {watch === null ? <span>{text.reachable.ofVisit}</span> : null}
      </div>
      <a className="aw-calls__call" href={telLink(agreement.phone)}>
        {text.line.call(readable(agreement.phone))}
      </a>
      {watch === null ? null : (
        <Button look="primary" onClick={start}>
          {text.start.go}
        </Button>
      )}
      <Button onClick={onEnd}>{text.reachable.end}</Button>
    </li>
  );
}

interface AgreeProps {
  readonly visit: Visit | null;
  readonly onAgreed: (agreement: ReachabilityAgreement) => void;
}

function Agree({ visit, onAgreed }: AgreeProps) {
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
      idempotencyKey: shell.newWatchId(),
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
