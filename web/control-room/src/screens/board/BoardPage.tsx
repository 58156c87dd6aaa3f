import { useMemo, useRef, useState } from 'react';
import { Button, Heading } from '../../../../shared/src/components';
import type { BoardState } from '../../core/board';
import { filterWatches, isFiltering, NO_FILTER, teamsOf } from '../../core/filter';
import type { Watch } from '../../core/model';
import { mayDrill } from '../../core/rights';
import { sortAlarms, sortWatches } from '../../core/urgency';
import { useSeat, useTexts } from '../room-context';
import { AlarmStrip } from './AlarmStrip';
import { BoardFilter } from './BoardFilter';
import { DrillDialog } from './DrillDialog';
import { EmptyBoard } from './EmptyBoard';
import { WatchDialog } from './WatchDialog';
import { WatchTable } from './WatchTable';
import './board.css';

interface BoardPageProps {
  readonly board: BoardState;
  readonly onHelp: () => void;
}

/** The live board: alarms above, below them everybody who is out, most urgent first. */
export function BoardPage({ board, onHelp }: BoardPageProps) {
  const t = useTexts();
  const { me } = useSeat();
  const [filter, setFilter] = useState(NO_FILTER);
  const [openId, open] = useState<string | null>(null);
  const [drilling, setDrilling] = useState(false);
  const filterBox = useRef<HTMLDivElement>(null);

  const alarms = useMemo(() => sortAlarms(board.alarms.values(), me.id), [board.alarms, me.id]);
  const watches = useMemo(
    () => sortWatches(board.watches.values(), board.alarms),
    [board.watches, board.alarms],
  );
  const shown = useMemo(() => filterWatches(watches, filter), [watches, filter]);
  const teams = useMemo(
    () => teamsOf(board.watches.values(), board.alarms.values()),
    [board.watches, board.alarms],
  );
  const opened = openId === null ? undefined : board.watches.get(openId);

  return (
    <div className="aw-board">
      <div className="aw-board__top">
        <Heading level={1} focusOnShow>
          {t.board.title}
        </Heading>
        <div className="aw-row">
          {mayDrill(me.roles) ? (
            <Button onClick={() => setDrilling(true)}>{t.board.drill}</Button>
          ) : null}
          <Button look="quiet" onClick={onHelp}>
            {t.board.help}
          </Button>
        </div>
      </div>
      <AlarmStrip alarms={alarms} />
      <section className="aw-board__watches" aria-labelledby="aw-watches">
        <div className="aw-board__head">
          <h2 className="utrecht-heading-2" id="aw-watches">
            {t.board.watches}
          </h2>
          <p className="utrecht-paragraph aw-quiet">{summary(watches, t.board.summary)}</p>
        </div>
        {watches.length === 0 ? (
          <EmptyBoard />
        ) : (
          <>
            <BoardFilter filter={filter} teams={teams} onChange={setFilter} box={filterBox} />
            <p className="utrecht-paragraph aw-quiet aw-board__shown" role="status">
              {isFiltering(filter) ? t.board.shown(shown.length, watches.length) : ''}
            </p>
            {shown.length === 0 ? (
              <div className="aw-board__no-match">
                <p className="utrecht-paragraph">{t.board.noMatch}</p>
                <p className="utrecht-paragraph aw-quiet">{t.board.noMatchHint}</p>
                <Button onClick={() => setFilter(NO_FILTER)}>{t.board.clearFilter}</Button>
              </div>
            ) : (
              <WatchTable watches={shown} onOpen={open} />
            )}
          </>
        )}
      </section>
      {opened === undefined ? null : <WatchDialog watch={opened} onClose={() => open(null)} />}
      {drilling ? <DrillDialog onClose={() => setDrilling(false)} /> : null}
    </div>
  );
}

function summary(
  watches: readonly Watch[],
  say: (running: number, overdue: number, planned: number) => string,
): string {
  const count = (state: Watch['state']): number =>
    watches.filter((watch) => watch.state === state).length;
  return say(count('running'), count('overdue') + count('alarmed'), count('planned'));
}
