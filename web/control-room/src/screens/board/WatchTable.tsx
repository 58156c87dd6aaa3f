import { memo, useEffect, useRef, useState } from 'react';
import type { Watch } from '../../core/model';
import { Countdown } from '../Countdown';
import { Icon, type IconName } from '../Icon';
import { useTexts } from '../room-context';
import { ago, dueText, shapeText, wholePlate } from '../say-time';
import './watch-table.css';

interface WatchTableProps {
  readonly watches: readonly Watch[];
  readonly onOpen: (watchId: string) => void;
}

/** Everybody who is out, most urgent first. One row can be reached with Tab, the others by arrows. */
export function WatchTable({ watches, onOpen }: WatchTableProps) {
  const t = useTexts();
  const { columns } = t.board;
  const [chosenId, choose] = useState<string | null>(null);
  const tabbable = watches.find((watch) => watch.id === chosenId)?.id ?? watches[0]?.id;
  const list = useFocusThatStays(chosenId, tabbable);
  return (
    <table className="aw-watches" role="table" ref={list} aria-labelledby="aw-watches">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {columns.due}
          </th>
          <th role="columnheader" scope="col">
            {columns.state}
          </th>
          <th role="columnheader" scope="col">
            {columns.who}
          </th>
          <th role="columnheader" scope="col">
            {columns.place}
          </th>
          <th role="columnheader" scope="col">
            {columns.travel}
          </th>
          <th role="columnheader" scope="col">
            {columns.companion}
          </th>
          <th role="columnheader" scope="col">
            {columns.lastSign}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {watches.map((watch) => (
          <WatchRow
            key={watch.id}
            watch={watch}
            isTabbable={watch.id === tabbable}
            onOpen={onOpen}
            onFocus={choose}
          />
        ))}
      </tbody>
    </table>
  );
}

/** When the row with the focus goes away, the focus goes to the first row instead of nowhere. */
function useFocusThatStays(chosenId: string | null, tabbable: string | undefined) {
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (chosenId !== null && chosenId !== tabbable && document.activeElement === document.body) {
      list.current?.querySelector<HTMLElement>('[data-aw-row][tabindex="0"]')?.focus();
    }
  }, [chosenId, tabbable]);
  return list;
}

interface WatchRowProps {
  readonly watch: Watch;
  readonly isTabbable: boolean;
  readonly onOpen: (watchId: string) => void;
  readonly onFocus: (watchId: string) => void;
}

const WatchRow = memo(function WatchRow({ watch, isTabbable, onOpen, onFocus }: WatchRowProps) {
  const t = useTexts();
  const { columns } = t.board;
  const { lastSignAt } = watch;
  return (
    <tr role="row" className={`aw-watches__row aw-watches__row--${watch.state}`}>
      <td role="cell" className="aw-watches__due" data-label={columns.due}>
        <Countdown say={(now) => dueText(watch, now, t)} />
      </td>
      <td role="cell" className="aw-watches__state" data-label={columns.state}>
        <span className={`aw-state aw-state--${watch.state}`}>
          <Icon name={ICON_OF[watch.state]} /> {t.words.state[watch.state]}
        </span>
        <span className="aw-watches__small">{shapeText(watch, t)}</span>
        {watch.couldNotBeHeard ? (
          <span className="aw-watches__not-heard">
            <Icon name="not-heard" /> {t.board.notHeard}
          </span>
        ) : null}
      </td>
      <th role="rowheader" scope="row" className="aw-watches__who" data-label={columns.who}>
        <button
          type="button"
          className="aw-watches__open"
          data-aw-row
          tabIndex={isTabbable ? 0 : -1}
          onFocus={() => onFocus(watch.id)}
          onClick={() => onOpen(watch.id)}
        >
          {watch.workerName}
        </button>
        <span className="aw-watches__small">{watch.teamName}</span>
        {watch.highRisk ? (
          <span className="aw-watches__risk">
            <Icon name="risk" /> {t.board.highRisk}
          </span>
        ) : null}
      </th>
      <td role="cell" className="aw-watches__place" data-label={columns.place}>
        {watch.place?.address ?? <span className="aw-quiet">{t.board.noPlace}</span>}
        {watch.place?.floor ? <span className="aw-watches__small">{watch.place.floor}</span> : null}
      </td>
      <td role="cell" className="aw-watches__travel" data-label={columns.travel}>
        {t.words.travel[watch.travelMode]}
        {watch.vehicle === null ? null : (
          <span className="aw-watches__small">{wholePlate(watch.vehicle)}</span>
        )}
      </td>
      <td role="cell" className="aw-watches__companion" data-label={columns.companion}>
        {watch.companion ?? <span className="aw-quiet">{t.board.alone}</span>}
      </td>
      <td role="cell" className="aw-watches__sign" data-label={columns.lastSign}>
        {lastSignAt === null ? (
          <span className="aw-quiet">{t.board.noSign}</span>
        ) : (
          <Countdown say={(now) => ago(lastSignAt, now, t)} />
        )}
      </td>
    </tr>
  );
});

const ICON_OF: Readonly<Record<Watch['state'], IconName>> = {
  planned: 'planned',
  running: 'running',
  overdue: 'overdue',
  alarmed: 'alarm',
  closed: 'check',
};
