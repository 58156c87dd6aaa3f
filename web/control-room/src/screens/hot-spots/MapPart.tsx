import { useMemo } from 'react';
import { Alert, Heading, useLanguage } from '../../../../shared/src/components';
import { areaPicture } from '../../core/area-map';
import type { AreaRow } from '../../core/hot-spots';
import { mayLoadBoundaries } from '../../core/rights';
import type { Boundaries } from '../../shell/area-api';
import { useSeat } from '../room-context';
import { AreaMap } from './AreaMap';
import { useHotSpotsTexts } from './use-hot-spots';

interface MapPartProps {
  readonly boundaries: Boundaries;
  readonly rows: readonly AreaRow[];
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

/** The map, or why there is none. */
export function MapPart({ boundaries, rows, chosen, onChoose }: MapPartProps) {
  const t = useHotSpotsTexts().map;
  const { language } = useLanguage();
  const { me } = useSeat();
  const { items, areas } = boundaries;
  const picture = useMemo(() => areaPicture(rows, items), [rows, items]);
  const mayLoad = mayLoadBoundaries(me.roles);
  const none = areas === 0 ? (mayLoad ? t.noneForAdministrator : t.none) : t.noShapes;
  return (
    <section className="aw-hot-spots__part">
      <Heading level={2}>{t.title}</Heading>
      {items.length < areas ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{t.cut(items.length, areas)}</p>
        </Alert>
      ) : null}
      {picture.box === null ? (
        <p className="utrecht-paragraph">{none}</p>
      ) : (
        <AreaMap key={language} t={t} picture={picture} chosen={chosen} onChoose={onChoose} />
      )}
    </section>
  );
}
