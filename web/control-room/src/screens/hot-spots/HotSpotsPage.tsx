import { useMemo, useState } from 'react';
import type { HotSpot } from '../../../../shared/src/api/types';
import { Button, Heading, useAnnounce } from '../../../../shared/src/components';
import { ALL_AREAS, areaRows, isFilteringAreas, isMarked, shownRows } from '../../core/hot-spots';
import { mayManageHotSpots } from '../../core/rights';
import { Loading } from '../LoadFault';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { AddHotSpotDialog } from './AddHotSpotDialog';
import { AreaFilterBar } from './AreaFilterBar';
import { AreaTable } from './AreaTable';
import { BoundariesPart } from './BoundariesPart';
import { EndHotSpotDialog } from './EndHotSpotDialog';
import { MapPart } from './MapPart';
import { useHotSpots, useHotSpotsTexts, type Known } from './use-hot-spots';
import './hot-spots.css';

/** Streets and neighbourhoods with much aggression: on a map, in a list, and by hand. */
export default function HotSpotsPage() {
  const t = useHotSpotsTexts();
  const loaded = useHotSpots();
  useTitle(t.title);

  return (
    <div className="aw-hot-spots">
      <Heading level={1} focusOnShow>
        {t.title}
      </Heading>
      <p className="utrecht-paragraph">{t.intro}</p>
      <Loading of={loaded} />
      {loaded.value === null ? null : <Areas known={loaded.value} onChanged={loaded.again} />}
    </div>
  );
}

interface AreasProps {
  readonly known: Known;
  readonly onChanged: () => Promise<void>;
}

type Asking =
  | { readonly kind: 'add' }
  | { readonly kind: 'end'; readonly spot: HotSpot; readonly name: string };

function Areas({ known, onChanged }: AreasProps) {
  const t = useHotSpotsTexts();
  const { me } = useSeat();
  const announce = useAnnounce();
  const [filter, setFilter] = useState(ALL_AREAS);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [hotSpots, boundaries] = known;
  const rows = useMemo(() => areaRows(hotSpots, boundaries.items), [hotSpots, boundaries.items]);
  const shown = shownRows(rows, filter);
  const isFiltering = isFilteringAreas(filter);
  const mayManage = mayManageHotSpots(me.roles);
  const chosen = filter.code === null ? null : rows.find(({ code }) => code === filter.code);
  const choose = (code: string): void => setFilter({ ...ALL_AREAS, code });
  const done = (told: string): void => {
    setAsking(null);
    announce(told);
    void onChanged();
  };
  return (
    <>
      {mayManage ? (
        <div className="aw-row">
          <Button look="primary" onClick={() => setAsking({ kind: 'add' })}>
            {t.add}
          </Button>
        </div>
      ) : null}
      <MapPart boundaries={boundaries} rows={rows} chosen={filter.code} onChoose={choose} />
      <section className="aw-hot-spots__part">
        <Heading level={2}>{t.list.title}</Heading>
        {isFiltering || rows.some(isMarked) ? (
          <AreaFilterBar
            filter={filter}
            shown={shown.length}
            chosenName={chosen?.name ?? null}
            onChange={setFilter}
          />
        ) : null}
        {shown.length === 0 ? (
          <Nothing isFiltering={isFiltering} />
        ) : (
          <AreaTable
            rows={shown}
            mayEnd={mayManage}
            onChoose={choose}
            onEnd={(spot, name) => setAsking({ kind: 'end', spot, name })}
          />
        )}
      </section>
      <BoundariesPart boundaries={boundaries} onLoaded={onChanged} />
      {asking?.kind === 'add' ? (
        <AddHotSpotDialog
          drawn={boundaries.items}
          code={filter.code}
          onAdded={(name) => done(t.form.added(name))}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.kind === 'end' ? (
        <EndHotSpotDialog
          spot={asking.spot}
          name={asking.name}
          onEnded={() => done(t.ending.done(asking.name))}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

function Nothing({ isFiltering }: { readonly isFiltering: boolean }) {
  const t = useHotSpotsTexts().list;
  return isFiltering ? (
    <p className="utrecht-paragraph">{t.noMatch}</p>
  ) : (
    <>
      <p className="utrecht-paragraph">{t.empty}</p>
      <p className="utrecht-paragraph aw-quiet">{t.emptyHint}</p>
    </>
  );
}
