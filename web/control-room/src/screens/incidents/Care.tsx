import { useState } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useLanguage,
} from '../../../../shared/src/components';
import { AFTERCARE_WORDS } from '../../../../shared/src/api/parse-incidents';
import type { Incident, IncidentStep, IncidentStepOutcome } from '../../../../shared/src/api/types';
import { addDays, dayOf } from '../../../../shared/src/core/local-day';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { dueText, momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useColleagues } from '../use-colleagues';
import { useIncidentTexts, useSayDay, type OneIncident } from './use-incidents';

interface CareProps {
  readonly one: OneIncident;
  readonly incident: Incident;
}

/** What must follow: for the incident, and for each of those it happened to. */
export function Care({ one, incident }: CareProps) {
  const t = useIncidentTexts().care;
  const ofAll = incident.steps.filter(({ personId }) => personId === null);
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{t.title}</Heading>
      <p className="utrecht-paragraph aw-quiet">{t.nothingKept}</p>
      {ofAll.length === 0 ? null : (
        <>
          <Heading level={3}>{t.ofIncident}</Heading>
          <Steps one={one} incident={incident} steps={ofAll} />
        </>
      )}
      {incident.involved
        .filter(({ role }) => role === 'victim')
        .map((victim) => (
          <OfVictim key={victim.personId} one={one} incident={incident} victim={victim} />
        ))}
    </section>
  );
}

function OfVictim({ one, incident, victim }: CareProps & { victim: Incident['involved'][number] }) {
  const { care: t, words } = useIncidentTexts();
  const { language } = useLanguage();
  const { me } = useSeat();
  const [ending, setEnding] = useState(false);
  const isMine = victim.personId === me.id;
  const { aftercareClosedAt, aftercareWord } = victim;
  return (
    <>
      <Heading level={3}>{isMine ? t.mine : t.ofPerson(victim.personName)}</Heading>
      <Steps
        one={one}
        incident={incident}
        steps={incident.steps.filter(({ personId }) => personId === victim.personId)}
      />
      {aftercareClosedAt === null ? (
        <div className="aw-row">
          {incident.mayManage || isMine ? (
            <Button onClick={() => setEnding(true)}>
              {isMine && !incident.mayManage ? t.endMine : t.endThis(victim.personName)}
            </Button>
          ) : null}
        </div>
      ) : (
        <p className="utrecht-paragraph">
          {t.endedBy(
            aftercareWord === null ? '' : words.words[aftercareWord],
            momentText(aftercareClosedAt, language),
          )}
        </p>
      )}
      {ending ? (
        <EndDialog
          one={one}
          personId={victim.personId}
          ownWordOnly={!incident.mayManage}
          onClose={() => setEnding(false)}
        />
      ) : null}
    </>
  );
}

function Steps({ one, incident, steps }: CareProps & { steps: readonly IncidentStep[] }) {
  const { care: t, words } = useIncidentTexts();
  const { language } = useLanguage();
  const { room } = useSeat();
  const sayDay = useSayDay();
  const [recording, setRecording] = useState<IncidentStep | null>(null);
  return (
    <>
      <ul className="aw-incidents__list">
        {steps.map((step) => {
          const isLate = step.state === 'open' && Date.parse(step.dueAt) <= room.serverNowMs();
          return (
            <li
              key={step.id}
              className={`aw-incidents__line aw-incidents__line--step${isLate ? ' aw-incidents__line--late' : ''}`}
            >
              <div className="aw-incidents__what">
                <strong>{words.steps[step.kind]}</strong>
                <span>{isLate ? t.late : words.states[step.state]}</span>
                {step.state === 'open' && step.nextOn !== null ? (
                  <span className="aw-quiet">{t.next(sayDay(step.nextOn))}</span>
                ) : null}
              </div>
              <div className="aw-incidents__who">
                {step.endedAt === null ? (
                  <>
                    <span>
                      {t.due}:{' '}
                      <span className="aw-incidents__when">{dueText(step.dueAt, language)}</span>
                    </span>
                    <span className="aw-quiet">
                      {step.ownerName === null ? '' : t.owner(step.ownerName)}
                      {step.rung === 0 ? '' : `, ${t.climbed(step.rung)}`}
                    </span>
                  </>
                ) : (
                  <>
                    <span>{t.ended(momentText(step.endedAt, language))}</span>
                    {step.heldByName === null ? null : (
                      <span className="aw-quiet">{t.heldBy(step.heldByName)}</span>
                    )}
                  </>
                )}
              </div>
              {step.state === 'open' && incident.mayManage ? (
                <Button
                  onClick={() => setRecording(step)}
                  aria-label={t.recordThis(words.steps[step.kind])}
                >
                  {t.record}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {recording === null ? null : (
        <RecordDialog one={one} step={recording} onClose={() => setRecording(null)} />
      )}
    </>
  );
}

type Outcome = IncidentStepOutcome['outcome'];

interface RecordDialogProps {
  readonly one: OneIncident;
  readonly step: IncidentStep;
  readonly onClose: () => void;
}

/** What came of a step; there is no field for what was said. */
function RecordDialog({ one, step, onClose }: RecordDialogProps) {
  const { care: t, words } = useIncidentTexts();
  const { me, room } = useSeat();
  const colleagues = useColleagues();
  const [outcome, setOutcome] = useState<Outcome>('done');
  const [heldById, setHeldBy] = useState(me.id);
  const [nextOn, setNextOn] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isCare = step.personId !== null;
  const outcomes: readonly Outcome[] = isCare
    ? ['done', 'not-done', 'refused']
    : ['done', 'not-done', 'not-needed'];
  const today = dayOf(room.serverNowMs());
  const nextWrong = nextOn <= today || nextOn > addDays(today, 180);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (outcome === 'not-done' && nextWrong) return;
    setBusy(true);
    const refused = await one.act({
      path: `steps/${step.id}/outcomes`,
      body: {
        outcome,
        heldById: outcome === 'done' ? heldById : null,
        nextOn: outcome === 'not-done' ? nextOn : null,
      },
    });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={words.steps[step.kind]}
      submit={t.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChipsField
        label={t.outcome}
        choices={outcomes.map((value) => ({ value, label: t.outcomes[value] }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'done' ? (
        <NamedField of={colleagues} label={t.holder} value={heldById} onChange={setHeldBy} />
      ) : null}
      {outcome === 'not-done' ? (
        <TextField
          label={t.nextOn}
          type="date"
          error={tried && nextWrong ? t.nextMissing : null}
          value={nextOn}
          onChange={(event) => setNextOn(event.target.value)}
        />
      ) : null}
      {outcome === 'refused' ? <p className="utrecht-paragraph">{t.refusedHint}</p> : null}
    </DialogForm>
  );
}

interface EndDialogProps {
  readonly one: OneIncident;
  readonly personId: string;
  readonly ownWordOnly: boolean;
  readonly onClose: () => void;
}

function EndDialog({ one, personId, ownWordOnly, onClose }: EndDialogProps) {
  const { care: t, words } = useIncidentTexts();
  const [word, setWord] = useState<(typeof AFTERCARE_WORDS)[number]>('worker');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const refused = await one.act({ path: 'aftercare-endings', body: { personId, word } });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.end}
      submit={t.end}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="utrecht-paragraph">{t.endText}</p>
      {ownWordOnly ? null : (
        <ChipsField
          label={t.word}
          choices={AFTERCARE_WORDS.map((value) => ({ value, label: words.words[value] }))}
          value={word}
          onChange={setWord}
        />
      )}
    </DialogForm>
  );
}
