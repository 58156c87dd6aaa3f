import { useCallback, useState } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  useEvery,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Task } from '../../../../shared/src/api/types';
import { countText } from '../../core/count-text';
import { mayAnswerForOthers } from '../../core/rights';
import { hashOf } from '../../core/route';
import type { TaskScope } from '../../shell/task-api';
import { Icon } from '../Icon';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { dueText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { useWhat } from './AtIncident';
import { AddTaskDialog } from './AddTaskDialog';
import { useTaskApi, useTaskTexts } from './use-tasks';
import './tasks.css';

const REFRESH_EVERY_MS = 30_000;
const SCOPES: readonly TaskScope[] = ['mine', 'team', 'all'];

/** What must be done, with whom and when; what is late stands first. */
export default function TasksPage() {
  const t = useTaskTexts();
  const api = useTaskApi();
  const { me, room } = useSeat();
  const answersForOthers = mayAnswerForOthers(me.roles);
  const [scope, setScope] = useState<TaskScope>(answersForOthers ? 'team' : 'mine');
  const [adding, setAdding] = useState(false);
  const list = useLoaded(useCallback(() => api.tasks(scope), [api, scope]));
  useEvery(REFRESH_EVERY_MS, list.again);
  useTitle(t.title);
  const now = room.serverNowMs();
  const isLate = ({ dueAt }: Task) => dueAt !== null && Date.parse(dueAt) <= now;
  const tasks = list.value?.items ?? [];
  return (
    <div className="aw-tasks">
      <div className="aw-tasks__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <div className="aw-row">
          {answersForOthers ? (
            <Button look="primary" onClick={() => setAdding(true)}>
              {t.add.open}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => void list.again()}>
            {t.refresh}
          </Button>
        </div>
      </div>
      <p className="utrecht-paragraph">{t.intro}</p>
      {answersForOthers ? (
        <ChipsField
          label={t.scope}
          choices={SCOPES.map((value) => ({ value, label: t.scopes[value] }))}
          value={scope}
          onChange={setScope}
        />
      ) : null}
      <Loading of={list} />
      {list.value !== null && tasks.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.emptyTitle}</p>
          <p className="utrecht-paragraph">{t.emptyText}</p>
        </div>
      ) : null}
      <Group title={t.overdue} late tasks={tasks.filter(isLate)} />
      <Group title={t.ahead} tasks={tasks.filter((task) => !isLate(task))} />
      <IsMore of={list.value} />
      {adding ? (
        <AddTaskDialog
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            void list.again();
          }}
        />
      ) : null}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly tasks: readonly Task[];
  readonly late?: boolean;
}

function Group({ title, tasks, late = false }: GroupProps) {
  const { language } = useLanguage();
  if (tasks.length === 0) return null;
  return (
    <section className={late ? 'aw-tasks__group aw-tasks__group--late' : 'aw-tasks__group'}>
      <Heading level={2}>
        {late ? <Icon name="overdue" /> : null} {title} ({countText(tasks.length, language)})
      </Heading>
      <LongList className="aw-tasks__list" items={tasks}>
        {(task) => <Line key={task.id} task={task} />}
      </LongList>
    </section>
  );
}

function Line({ task }: { readonly task: Task }) {
  const t = useTaskTexts();
  const { language } = useLanguage();
  const owner = task.ownerName ?? '';
  const kind = t.kinds[task.kind];
  const what = useWhat()(task);
  return (
    <li className="aw-tasks__task">
      <div className="aw-tasks__what">
        <strong>{kind}</strong>
        {what === '' ? null : <span>{what}</span>}
      </div>
      <div className="aw-tasks__who">
        <span>{owner}</span>
        <span className="aw-quiet">{task.teamName}</span>
      </div>
      <div className="aw-tasks__due">
        {task.dueAt === null ? null : (
          <span>
            {t.columns.due}: {dueText(task.dueAt, language)}
          </span>
        )}
        {task.rung === 0 ? null : <span className="aw-quiet">{t.climbed(task.rung)}</span>}
      </div>
      <a
        className="utrecht-link utrecht-link--html-a aw-tasks__link"
        href={hashOf({ page: 'task', taskId: task.id })}
        aria-label={t.openThis(what === '' ? kind : `${kind}: ${what}`, owner)}
      >
        {t.open}
      </a>
    </li>
  );
}
