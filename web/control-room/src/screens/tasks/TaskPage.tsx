import { useState, type ReactNode } from 'react';
import { Button, Heading, TextArea, useLanguage } from '../../../../shared/src/components';
import type { Signal, Task } from '../../../../shared/src/api/types';
import { mayAnswerForOthers, maySeeWorkplaces, mayUseIncidents } from '../../core/rights';
import { hashOf } from '../../core/route';
import { IncidentOfSignal } from '../incidents/OpenIncident';
import { Loading } from '../LoadFault';
import { Answer, AtIncident, useWhat } from './AtIncident';
import { dueText, momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { WorkplaceLink } from '../workplaces/WorkplaceLink';
import { ChangeTaskDialog, type TaskChange } from './ChangeTaskDialog';
import { useTask, useTaskTexts, type OneTask } from './use-tasks';
import './tasks.css';

const LONGEST = 2000;

/** One task: what it is about, and the ways to end it or give it on. */
export default function TaskPage({ taskId }: { readonly taskId: string }) {
  const t = useTaskTexts();
  const one = useTask(taskId);
  const whatOf = useWhat();
  const { me } = useSeat();
  const task = one.task.value;
  const signal = one.signal.value;
  useTitle(t.title);
  const what = task === null ? '' : whatOf(task);
  return (
    <div className="aw-tasks">
      <a
        className="utrecht-link utrecht-link--html-a aw-tasks__back"
        href={hashOf({ page: 'tasks' })}
      >
        {t.page.back}
      </a>
      <Loading of={one.task} unknown={t.page.notFound} />
      {task === null ? null : (
        <>
          <Heading level={1} focusOnShow>
            {t.kinds[task.kind]}
          </Heading>
          {what === '' ? null : <span>{what}</span>}
          <About task={task} />
          <Loading of={one.signal} words={t.signal.failed} />
          {signal === null ? null : <Reported signal={signal} />}
          {signal === null || !mayUseIncidents(me.roles) ? null : (
            <IncidentOfSignal signal={signal} />
          )}
          <Facts task={task} />
          {task.state !== 'open' ? (
            <Ended task={task} />
          ) : task.kind === 'aftercare' ? null : (
            <Handling one={one} />
          )}
        </>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="aw-tasks__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ task }: { readonly task: Task }) {
  const t = useTaskTexts();
  const { language } = useLanguage();
  return (
    <dl className="aw-tasks__facts">
      {task.dueAt === null ? null : (
        <Fact name={t.page.due}>
          {dueText(task.dueAt, language, 'long')}
          {task.rung === 0 ? '' : ` (${t.climbed(task.rung)})`}
        </Fact>
      )}
      {task.ownerName === null ? null : <Fact name={t.page.owner}>{task.ownerName}</Fact>}
      <Fact name={t.page.team}>{task.teamName}</Fact>
      <Fact name={t.page.madeBy}>{task.madeByName ?? t.page.byServer}</Fact>
    </dl>
  );
}

function About({ task }: { readonly task: Task }) {
  const t = useTaskTexts();
  const { about } = t;
  switch (task.kind) {
    case 'departure':
      return (
        <>
          <p className="utrecht-paragraph">{about.departure}</p>
          <a
            className="utrecht-link utrecht-link--html-a"
            href={hashOf({ page: 'alarm', alarmId: task.subjectId })}
          >
            {about.toAlarm}
          </a>
        </>
      );
    case 'caution':
      return (
        <>
          <p className="utrecht-paragraph">{about.caution}</p>
          <a
            className="utrecht-link utrecht-link--html-a"
            href={hashOf({ page: 'place', placeId: task.subjectId })}
          >
            {about.toPlace}
          </a>
        </>
      );
    case 'incident':
    case 'aftercare':
      return <AtIncident task={task} />;
    case 'hot-spot':
      return (
        <>
          <p className="utrecht-paragraph">{about['hot-spot']}</p>
          <a className="utrecht-link utrecht-link--html-a" href={hashOf({ page: 'hot-spots' })}>
            {about.toHotSpots}
          </a>
        </>
      );
    case 'measure':
    case 'review':
      return <AboutWorkplace subjectId={task.subjectId} />;
    case 'device-test':
    case 'device-broken':
      return <a href={hashOf({ page: 'device', deviceId: task.subjectId })}>{about.toDevice}</a>;
    case 'drill':
      return (
        <>
          <p className="utrecht-paragraph">{about.drill}</p>
          <a href={hashOf({ page: 'drills' })}>{about.toDrills}</a>
        </>
      );
    default:
      return null;
  }
}

/** The way to the workplace that it is about, if it is about one and this is for you. */
function AboutWorkplace({ subjectId }: { readonly subjectId: string }) {
  const { about } = useTaskTexts();
  const { me } = useSeat();
  return maySeeWorkplaces(me.roles) ? (
    <WorkplaceLink subjectId={subjectId} words={about.toWorkplace} />
  ) : null;
}

function Reported({ signal }: { readonly signal: Signal }) {
  const t = useTaskTexts().signal;
  const { language } = useLanguage();
  return (
    <section className="aw-tasks__signal">
      <Heading level={2}>{t.title}</Heading>
      <p className="utrecht-paragraph">
        <strong>{t.kinds[signal.kind]}</strong>
      </p>
      <dl className="aw-tasks__facts">
        <Fact name={t.severity}>{t.severities[signal.severity] ?? ''}</Fact>
        <Fact name={t.reporter}>{signal.reporterName ?? t.anonymous}</Fact>
        <Fact name={t.when}>{momentText(signal.madeAt, language, 'long')}</Fact>
        {signal.address === null || signal.placeId === null ? null : (
          <Fact name={t.where}>
            <a
              className="utrecht-link utrecht-link--html-a"
              href={hashOf({ page: 'place', placeId: signal.placeId })}
            >
              {signal.address}
            </a>
          </Fact>
        )}
      </dl>
      {signal.text === null ? null : (
        <dl className="aw-tasks__facts">
          <Fact name={t.words}>{signal.text}</Fact>
        </dl>
      )}
    </section>
  );
}

function Ended({ task }: { readonly task: Task }) {
  const t = useTaskTexts().page;
  const { language } = useLanguage();
  const by = task.endedByName ?? '';
  const when = task.endedAt === null ? '' : momentText(task.endedAt, language, 'long');
  return (
    <section className="aw-tasks__signal">
      <Heading level={2}>{t.answer}</Heading>
      <p className="utrecht-paragraph aw-tasks__answer">
        <Answer task={task} />
      </p>
      <p className="utrecht-paragraph aw-quiet">
        {task.state === 'done' ? t.isDone(by, when) : t.isDropped(by, when)}
      </p>
    </section>
  );
}

function Handling({ one }: { readonly one: OneTask }) {
  const t = useTaskTexts().page;
  const { me } = useSeat();
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [change, setChange] = useState<TaskChange | null>(null);
  const words = answer.trim();
  const wrong = tried && words === '' ? t.answerMissing : fault;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words !== '') setFault(await one.act({ kind: 'completions', answer: words }));
  };
  return (
    <>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextArea
          label={t.answer}
          hint={t.answerHint}
          error={wrong}
          isInvalid={wrong !== null}
          maxLength={LONGEST}
          value={answer}
          onChange={setAnswer}
        />
        <div className="aw-row">
          <Button look="primary" type="submit">
            {t.done}
          </Button>
          <Button onClick={() => setChange('postpone')}>{t.postpone}</Button>
          <Button onClick={() => setChange('giveTo')}>{t.giveTo}</Button>
          {mayAnswerForOthers(me.roles) ? (
            <Button look="quiet" onClick={() => setChange('drop')}>
              {t.drop}
            </Button>
          ) : null}
        </div>
      </form>
      {change === null ? null : (
        <ChangeTaskDialog change={change} one={one} onClose={() => setChange(null)} />
      )}
    </>
  );
}
