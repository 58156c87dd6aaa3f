import { useEffect, useState } from 'react';
import { codeOf, type ApiAnswer } from '../../../shared/src/api/answer';
import { anything } from '../../../shared/src/api/parse';
import { changedVisitsSchema } from '../../../shared/src/api/parse-planner';
import type { Visit, Visits } from '../../../shared/src/api/types';
import {
  Alert,
  Button,
  ChipsField,
  Dialog,
  Heading,
  useLanguage,
  useSharedText,
  type Loaded,
} from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import { SCOPES, type Scope } from '../../../shared/src/core/visit-form';
import { go, useApp, useText } from './app-context';
import { LoadFault, Loading } from './LoadFault';
import { PlanVisit } from './PlanVisit';
import { countOf, useProposals } from './use-calendars';
import { useVisits, visitsIn } from './use-visits';
import './visits.css';

const WEEKS = 4;
const UNDO_MS = 60_000;

type Doing =
  | { readonly kind: 'plan'; readonly visit: Visit | null }
  | { readonly kind: 'cancel'; readonly visit: Visit };

/** My visits of the coming weeks. They are asked when looked at and kept nowhere on the phone. */
export function MyVisits() {
  const { shell } = useApp();
  const text = useText();
  const shared = useSharedText();
  const { language } = useLanguage();
  const list = useVisits(WEEKS);
  const proposals = useProposals();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<{ text: string; undo: Visit | null } | null>(null);

  useEffect(() => {
    if (done === null) return undefined;
    const timer = setTimeout(() => setDone(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [done]);

  const look = (): void => {
    void list.again();
    void shell.refresh();
  };
  const undo = async (visit: Visit): Promise<void> => {
    const answer = await shell.api.call({
      method: 'POST',
      path: `/visits/${visit.id}/restorations`,
      schema: changedVisitsSchema,
    });
    const tooLate = answer.kind === 'problem' && answer.status === 409;
    setDone({
      text:
        answer.kind === 'ok'
          ? text.visits.restored
          : tooLate
            ? text.visits.tooLate
            : text.visits.notSent,
      undo: answer.kind === 'ok' || tooLate ? null : visit,
    });
    look();
  };

  if (doing?.kind === 'plan') {
    return (
      <PlanVisit
        visit={doing.visit}
        onBack={() => setDoing(null)}
        onSaved={() => {
          setDoing(null);
          setDone({ text: text.visits.saved, undo: null });
          look();
        }}
      />
    );
  }
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.visits.title}
      </Heading>
      {done === null ? null : (
        <Alert tone="ok" urgent>
          <p className="utrecht-paragraph">{done.text}</p>
          {done.undo === null ? null : (
            <Button onClick={() => void (done.undo === null ? null : undo(done.undo))}>
              {text.visits.undo}
            </Button>
          )}
        </Alert>
      )}
      <Button look="primary" large onClick={() => setDoing({ kind: 'plan', visit: null })}>
        {text.visits.plan}
      </Button>
      <Button onClick={() => go('calendars')}>
        {text.calendars.toHere(proposals.value === null ? '' : countOf(proposals.value))}
      </Button>
      <LoadFault of={proposals} missing={text.calendars.countMissing} quiet />
      <Days
        list={list}
        onChange={(visit) => setDoing({ kind: 'plan', visit })}
        onCancel={(visit) => setDoing({ kind: 'cancel', visit })}
      />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
      {doing?.kind === 'cancel' ? (
        <CancelDialog
          visit={doing.visit}
          onClose={() => setDoing(null)}
          onCancelled={() => {
            setDoing(null);
            setDone({
              text: text.visits.cancelled(whenOf(doing.visit, language)),
              undo: doing.visit,
            });
            look();
          }}
        />
      ) : null}
    </>
  );
}

/** "maandag 23 november 10:00–10:45". */
export function whenOf(visit: Visit, language: 'nl' | 'en'): string {
  return `${sayDay(dayOf(Date.parse(visit.plannedStartAt)), language, 'long')} ${timesOf(visit)}`;
}

function timesOf({ plannedStartAt, plannedEndAt }: Visit): string {
  return `${clockTime(Date.parse(plannedStartAt))}–${clockTime(Date.parse(plannedEndAt))}`;
}

interface DaysProps {
  readonly list: Loaded<Visits>;
  readonly onChange: (visit: Visit) => void;
  readonly onCancel: (visit: Visit) => void;
}

function Days({ list, onChange, onCancel }: DaysProps) {
  const text = useText();
  const { language } = useLanguage();
  if (list.value === null) {
    return <Loading of={list} loading={text.visits.loading} missing={text.visits.failed} />;
  }
  const visits = visitsIn(list.value);
  if (visits.length === 0) {
    return (
      <div className="aw-stack aw-stack--tight">
        <LoadFault of={list} missing={text.visits.failed} />
        <p className="utrecht-paragraph">{text.visits.none}</p>
        <p className="utrecht-paragraph aw-quiet">{text.visits.noneHint}</p>
      </div>
    );
  }
  const days = [...new Set(visits.map((visit) => dayOf(Date.parse(visit.plannedStartAt))))];
  return (
    <>
      <LoadFault of={list} missing={text.visits.failed} />
      {days.map((day) => (
        <section key={day} className="aw-stack aw-stack--tight">
          <h2 className="utrecht-heading-2 aw-visits__day">{sayDay(day, language, 'long')}</h2>
          <ul className="aw-visits">
            {visits
              .filter((visit) => dayOf(Date.parse(visit.plannedStartAt)) === day)
              .map((visit) => (
                <OwnVisit key={visit.id} visit={visit} onChange={onChange} onCancel={onCancel} />
              ))}
          </ul>
        </section>
      ))}
      {list.value._links.next === undefined ? null : (
        <p className="utrecht-paragraph aw-quiet">{text.visits.more}</p>
      )}
    </>
  );
}

interface OwnVisitProps {
  readonly visit: Visit;
  readonly onChange: (visit: Visit) => void;
  readonly onCancel: (visit: Visit) => void;
}

function OwnVisit({ visit, onChange, onCancel }: OwnVisitProps) {
  const { settings } = useApp();
  const text = useText();
  const { language } = useLanguage();
  const when = whenOf(visit, language);
  const facts = [
    (visit.seriesId ?? null) === null ? null : text.visits.repeats,
    visit.state === 'under-watch' ? text.visits.begun : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{timesOf(visit)}</strong>
        <span>{settings.discreet ? text.start.hidden : visit.place.address}</span>
        {facts.length === 0 ? null : <span className="aw-quiet">{facts.join(' · ')}</span>}
        {visit.highRisk ? <span className="aw-visits__risk">{text.start.highRisk}</span> : null}
      </div>
      {visit.state === 'planned' ? (
        <div className="aw-row">
          <Button
            aria-label={text.visits.prepareThis(when)}
            onClick={() => go('prepare', visit.id)}
          >
            {text.prepare.open}
          </Button>
          <Button aria-label={text.visits.changeThis(when)} onClick={() => onChange(visit)}>
            {text.visits.change}
          </Button>
          <Button
            look="quiet"
            aria-label={text.visits.cancelThis(when)}
            onClick={() => onCancel(visit)}
          >
            {text.visits.cancel}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

interface CancelDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
  readonly onCancelled: () => void;
}

function CancelDialog({ visit, onClose, onCancelled }: CancelDialogProps) {
  const { shell } = useApp();
  const text = useText();
  const shared = useSharedText();
  const { language } = useLanguage();
  const [scope, setScope] = useState<Scope>('one');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const cancel = async (): Promise<void> => {
    setBusy(true);
    const answer: ApiAnswer<unknown> = await shell.api.call({
      method: 'DELETE',
      path: `/visits/${visit.id}?scope=${scope}`,
      schema: anything,
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      onCancelled();
    } else if (answer.kind === 'problem') {
      const begun = codeOf(answer.problem) === 'already-started';
      setFault(begun ? text.visits.started : text.visits.notDone);
    } else {
      setFault(text.visits.notSent);
    }
  };
  return (
    <Dialog title={text.visits.cancelTitle} onClose={onClose}>
      <p className="utrecht-paragraph">
        <strong>{whenOf(visit, language)}</strong>
      </p>
      <p className="utrecht-paragraph">{text.visits.cancelText}</p>
      {(visit.seriesId ?? null) === null ? null : (
        <ChipsField
          label={text.visits.cancelScope}
          choices={SCOPES.map((value) => ({ value, label: shared.visitForm.scopes[value] }))}
          value={scope}
          onChange={setScope}
        />
      )}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <div className="aw-row">
        <Button look="danger" busy={busy} onClick={() => void cancel()}>
          {text.visits.cancelYes}
        </Button>
        <Button onClick={onClose}>{text.visits.keep}</Button>
      </div>
    </Dialog>
  );
}
