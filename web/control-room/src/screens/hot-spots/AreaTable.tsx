import { Button, useLanguage } from '../../../../shared/src/components';
import type { HotSpot } from '../../../../shared/src/api/types';
import type { AreaRow } from '../../core/hot-spots';
import { dayText } from '../places/say-day';
import { useHotSpotsTexts } from './use-hot-spots';

interface AreaTableProps {
  readonly rows: readonly AreaRow[];
  readonly mayEnd: boolean;
  readonly onChoose: (code: string) => void;
  readonly onEnd: (spot: HotSpot, name: string) => void;
}

/** The areas in words and numbers: all that the map shows, and the streets. */
export function AreaTable({ rows, ...rest }: AreaTableProps) {
  const t = useHotSpotsTexts().list;
  return (
    <table className="aw-hot-spots__table">
      <caption>{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.area}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.departures}</th>
          <th scope="col">{t.panics}</th>
          <th scope="col">{t.signals}</th>
          <th scope="col">{t.incidents}</th>
          <th scope="col">{t.visits}</th>
          <th scope="col">{t.byHand}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<AreaTableProps, 'rows'> {
  readonly row: AreaRow;
}

/** On a small screen a row is a card; each number then says itself what it is. */
function Row({ row, onChoose, ...rest }: RowProps) {
  const texts = useHotSpotsTexts();
  const t = texts.list;
  const { code, name } = row;
  return (
    <tr>
      <th scope="row">
        {code === null ? (
          name
        ) : (
          <Button look="quiet" onClick={() => onChoose(code)}>
            {name}
          </Button>
        )}
      </th>
      <td>{texts.kindOf[row.kind]}</td>
      <td data-label={t.departures}>{row.departures}</td>
      <td data-label={t.panics}>{row.panics}</td>
      <td data-label={t.signals}>{row.signals}</td>
      <td data-label={t.incidents}>{row.incidents}</td>
      <td data-label={t.visits}>{row.visits}</td>
      <td>
        {row.spots.map((spot) => (
          <ByHand key={spot.id} spot={spot} name={name} {...rest} />
        ))}
      </td>
    </tr>
  );
}

interface ByHandProps extends Pick<AreaTableProps, 'mayEnd' | 'onEnd'> {
  readonly spot: HotSpot;
  readonly name: string;
}

function ByHand({ spot, name, mayEnd, onEnd }: ByHandProps) {
  const t = useHotSpotsTexts().list;
  const { language } = useLanguage();
  return (
    <div className="aw-hot-spots__by-hand">
      <p className="utrecht-paragraph">{spot.reason}</p>
      <p className="utrecht-paragraph aw-quiet">
        {t.since(dayText(spot.enteredAt, language), dayText(spot.endsAt, language))}
      </p>
      {mayEnd ? (
        <Button aria-label={t.endOf(name)} onClick={() => onEnd(spot, name)}>
          {t.end}
        </Button>
      ) : null}
    </div>
  );
}
