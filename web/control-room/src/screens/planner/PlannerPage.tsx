import { useDeferredValue, useMemo, useState } from 'react';
import type { Visit } from '../../../../shared/src/api/types';
import {
  Alert,
  Button,
  Heading,
  useAnnounce,
  useLanguage,
} from '../../../../shared/src/components';
import { dayOf, mondayOf } from '../../../../shared/src/core/local-day';
import {
  ALL_OF_WEEK,
  daysOf,
  rowsOf,
  warningsOf,
  type Cell,
  type WarningsOf,
} from '../../core/planner';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTitle } from '../use-title';
import { AgendaList } from './AgendaList';
import { CancelDialog } from './CancelDialog';
import { PlannerFilterBar } from './PlannerFilterBar';
import { PlannerNotice, type Notice } from './PlannerNotice';
import { staleText, usePlannerTexts, whenOf } from './planner-words';
import { useIsNarrow } from '../use-is-narrow';
import { usePlanner, type Moved } from './use-planner';
import { VisitDialog } from './VisitDialog';
import { WeekBar } from './WeekBar';
import { WeekGrid } from './WeekGrid';
import './planner.css';
import './planner-print.css';

/** What lies open over the week. */
type Open =
  | {
      readonly kind: 'new';
      readonly cell: { readonly personId: string | null; readonly day: string };
    }
  | { readonly kind: 'visit'; readonly visit: Visit }
  | { readonly kind: 'cancel'; readonly visit: Visit };

const NO_WARNINGS: WarningsOf = new Map();

/** Who goes where and when, a week at a time: the one that was asked for, or the one that it is now. */
export function PlannerPage({ monday }: { readonly monday: string | null }) {
  const { room } = useSeat();
  const today = dayOf(room.serverNowMs());
  return <WeekPage monday={monday ?? mondayOf(today)} today={today} />;
}

interface WeekPageProps {
  readonly monday: string;
  readonly today: string;
}

function WeekPage({ monday, today }: WeekPageProps) {
  const t = usePlannerTexts();
  const texts = useTexts();
  const { language } = useLanguage();
  const announce = useAnnounce();
  const isNarrow = useIsNarrow();
  const planner = usePlanner(monday);
  const [filter, setFilter] = useState(ALL_OF_WEEK);
  const [open, setOpen] = useState<Open | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);

  const week = planner.loaded.value;
  const wanted = useDeferredValue(filter);
  const days = useMemo(() => daysOf(monday), [monday]);
  const rows = useMemo(() => (week === null ? [] : rowsOf(week, wanted)), [week, wanted]);
  const warnings = useMemo(() => (week === null ? NO_WARNINGS : warningsOf(week)), [week]);
  useTitle(t.title);

  const say = (text: string): void => {
    announce(text);
    setNotice({ kind: 'done', text });
  };

  const whyNot = (moved: Extract<Moved, { kind: 'refused' }>): string => {
    switch (moved.fault) {
      case 'stale':
        return staleText(moved.now, t);
      case 'started':
        return t.form.started;
      case 'cancelled':
        return t.form.gone;
      case 'failed':
        return faultText(moved.answer, texts);
    }
  };

  const move = async (visit: Visit, cell: Cell, isUndo = false): Promise<void> => {
    setNotice(null);
    const moved = await planner.move(visit, cell);
    if (moved.kind === 'refused') {
      const text = t.notMoved(whyNot(moved));
      announce(text, 'assertive');
      setNotice({ kind: 'fault', text });
      return;
    }
    const { before, after } = moved;
    const text = t.moved(after.workerName, whenOf(after, language));
    announce(text);
    const isOfSeries = (after.seriesId ?? null) !== null;
    setNotice({
      kind: 'done',
      text: isOfSeries ? `${text} ${t.movedOfSeries}` : text,
      ...(isUndo
        ? {}
        : {
            undo: {
              label: t.takeBack,
              run: () =>
                void move(
                  after,
                  { personId: before.workerId, day: dayOf(Date.parse(before.plannedStartAt)) },
                  true,
                ),
            },
          }),
    });
  };

  const undoCancel = async (visit: Visit): Promise<void> => {
    const answer = await planner.restore(visit);
    if (answer.kind === 'ok') {
      say(t.undo.done);
    } else {
      const text =
        answer.kind === 'problem' && answer.status === 409
          ? t.undo.tooLate
          : faultText(answer, texts);
      announce(text, 'assertive');
      setNotice({ kind: 'fault', text });
    }
  };

  const close = (): void => setOpen(null);
  const openVisit = (visit: Visit): void => setOpen({ kind: 'visit', visit });
  const planOn = (personId: string | null, day: string): void =>
    setOpen({ kind: 'new', cell: { personId, day } });
  const firstDay = days.includes(today) ? today : monday;

  return (
    <div className="aw-planner">
      <div className="aw-planner__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <WeekBar monday={monday} today={today} />
        <div className="aw-row aw-no-print">
          <Button look="primary" onClick={() => planOn(null, firstDay)}>
            {t.plan}
          </Button>
          <Button look="quiet" onClick={() => window.print()}>
            {t.print}
          </Button>
          <a className="aw-planner__step" href={hashOf({ page: 'imports' })}>
            {t.imports}
          </a>
        </div>
      </div>
      <PlannerNotice notice={notice} onClose={() => setNotice(null)} />
      {week === null ? (
        <Loading of={planner.loaded} />
      ) : (
        <>
          {planner.loaded.failed === null ? null : (
            <Alert tone="warning">
              <p className="utrecht-paragraph">{t.old}</p>
            </Alert>
          )}
          {week.isComplete ? null : (
            <Alert tone="warning">
              <p className="utrecht-paragraph">{t.incomplete}</p>
            </Alert>
          )}
          <PlannerFilterBar week={week} filter={filter} rows={rows} onChange={setFilter} />
          {week.visits.length === 0 ? (
            <div className="aw-board__empty">
              <p className="utrecht-paragraph aw-board__empty-title">{t.emptyTitle}</p>
              <p className="utrecht-paragraph">{t.emptyText}</p>
            </div>
          ) : null}
          {rows.length === 0 ? (
            <p className="utrecht-paragraph">{t.noMatch}</p>
          ) : isNarrow ? (
            <AgendaList
              week={week}
              rows={rows}
              days={days}
              today={today}
              warnings={warnings}
              onOpen={openVisit}
            />
          ) : (
            <WeekGrid
              week={week}
              rows={rows}
              days={days}
              today={today}
              warnings={warnings}
              onOpen={openVisit}
              onPlan={planOn}
              onMove={(visit, cell) => void move(visit, cell)}
            />
          )}
        </>
      )}
      {week !== null && (open?.kind === 'new' || open?.kind === 'visit') ? (
        <VisitDialog
          key={open.kind === 'visit' ? open.visit.id : 'new'}
          api={planner.api}
          week={week}
          visit={open.kind === 'visit' ? open.visit : null}
          cell={open.kind === 'new' ? open.cell : null}
          onClose={close}
          onCancel={(visit) => setOpen({ kind: 'cancel', visit })}
          onSaved={(text) => {
            close();
            say(text);
            void planner.loaded.again();
          }}
        />
      ) : null}
      {open?.kind === 'cancel' ? (
        <CancelDialog
          visit={open.visit}
          cancel={planner.cancel}
          onClose={close}
          onCancelled={(visit) => {
            close();
            const text = t.undo.cancelled(visit.workerName, whenOf(visit, language));
            announce(text);
            setNotice({
              kind: 'done',
              text,
              undo: { label: t.undo.undo, run: () => void undoCancel(visit) },
            });
          }}
        />
      ) : null}
    </div>
  );
}
