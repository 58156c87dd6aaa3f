import { useMemo, useState } from 'react';
import { Button, ChipsField, Heading, useLanguage } from '../../../../shared/src/components';
import type { BoardState } from '../../core/board';
import { countText } from '../../core/count-text';
import { hashOf } from '../../core/route';
import { tally, type TodayItem, type TodayKind } from '../../core/today';
import { sortAlarms } from '../../core/urgency';
import type { TaskScope } from '../../shell/task-api';
import { AlarmStrip } from '../board/AlarmStrip';
import { Icon } from '../Icon';
import { LoadFault, Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { dueText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useWhat } from '../tasks/AtIncident';
import { useTaskTexts } from '../tasks/use-tasks';
import { useTitle } from '../use-title';
import { useToday, useTodayTexts } from './use-today';
import '../tasks/tasks.css';
import './today.css';

const SCOPES: readonly TaskScope[] = ['mine', 'team', 'all'];

/** What needs the supervisor: the alarms, then all that waits for an answer or a decision. */
export default function TodayPage({ board }: { readonly board: BoardState }) {
  const t = useTodayTexts();
  const { me } = useSeat();
  const [scope, setScope] = useState<TaskScope>('team');
  const { today, list, cautions, refresh } = useToday(scope);
  const alarms = useMemo(() => sortAlarms(board.alarms.values(), me.id), [board.alarms, me.id]);
  useTitle(t.title);
  const isEmpty =
    today !== null && today.late.length + today.today.length + today.later.length === 0;
  const isAll = !cautions.waiting && cautions.failed === null;
  return (
    <div className="aw-tasks aw-today">
      <div className="aw-tasks__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <Button look="quiet" onClick={refresh}>
          {t.refresh}
        </Button>
      </div>
      <AlarmStrip alarms={alarms} />
      <p className="utrecht-paragraph">{t.intro}</p>
      <ChipsField
        label={t.scope}
        choices={SCOPES.map((value) => ({ value, label: t.scopes[value] }))}
        value={scope}
        onChange={setScope}
      />
      <Loading of={list} words={t.failed} />
      <LoadFault of={cautions} words={t.cautionsFailed} />
      {isEmpty && isAll ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.nothingTitle}</p>
          <p className="utrecht-paragraph">{t.nothingText}</p>
        </div>
      ) : null}
      {today === null || isEmpty ? null : (
        <ul className="aw-today__tally" aria-label={t.inAll}>
          {tally(today).map(({ kind, count }) => (
            <Count key={kind} kind={kind} count={count} />
          ))}
        </ul>
      )}
      <Group title={t.late} late items={today?.late ?? []} />
      <Group title={t.today} items={today?.today ?? []} />
      <Group title={t.later} items={today?.later ?? []} />
      <IsMore of={list.value?.[0] ?? null} />
    </div>
  );
}

/** What a thing is called: its own word, or that of its task. */
function useKindText(): (kind: TodayKind) => string {
  const t = useTodayTexts();
  const tasks = useTaskTexts();
  return (kind) =>
    kind === 'unready' || kind === 'proposal' || kind === 'caution-review'
      ? t.kinds[kind]
      : tasks.kinds[kind];
}

function Count({ kind, count }: { readonly kind: TodayKind; readonly count: number }) {
  const { language } = useLanguage();
  const kindText = useKindText();
  return (
    <li className="aw-today__count">
      <strong>{countText(count, language)}</strong> {kindText(kind)}
    </li>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly TodayItem[];
  readonly late?: boolean;
}

function Group({ title, items, late = false }: GroupProps) {
  const { language } = useLanguage();
  if (items.length === 0) return null;
  return (
    <section className={late ? 'aw-tasks__group aw-tasks__group--late' : 'aw-tasks__group'}>
      <Heading level={2}>
        {late ? <Icon name="overdue" /> : null} {title} ({countText(items.length, language)})
      </Heading>
      <LongList className="aw-tasks__list" items={items}>
        {(item) => <Line key={item.key} item={item} />}
      </LongList>
    </section>
  );
}

function Line({ item }: { readonly item: TodayItem }) {
  const t = useTodayTexts();
  const kind = useKindText()(item.kind);
  const what = useWhat()(item);
  const { language } = useLanguage();
  const owner = item.owner ?? t.youOrAnother;
  const due = dueText(new Date(item.dueMs).toISOString(), language);
  return (
    <li className="aw-tasks__task">
      <div className="aw-tasks__what">
        <strong>{kind}</strong>
        {what === '' ? null : <span>{what}</span>}
      </div>
      <div className="aw-tasks__who">
        <span>
          {t.who}: {owner}
        </span>
      </div>
      <div className="aw-tasks__due">
        <span>
          {item.kind === 'unready' ? t.starts : t.due}: {due}
        </span>
        {item.climbed === 0 ? null : <span className="aw-quiet">{t.climbed(item.climbed)}</span>}
      </div>
      <a
        className="aw-tasks__link"
        href={hashOf(item.to)}
        aria-label={t.openThis(what === '' ? kind : `${kind}: ${what}`, owner)}
      >
        {t.open}
      </a>
    </li>
  );
}
