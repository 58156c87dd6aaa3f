import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Heading } from '../../../../shared/src/components';
import type { AreaPicture } from '../../core/area-map';
import { LEVELS } from '../../core/hot-spots';
import type { HotSpotsTexts } from '../../text/hot-spots';
import type { OpenMap } from './area-map';

interface AreaMapProps {
  readonly t: HotSpotsTexts['map'];
  readonly picture: AreaPicture;
  readonly chosen: string | null;
  readonly onChoose: (code: string) => void;
}

/** The neighbourhoods by how often something happened; the list says the same in words. */
export function AreaMap(props: AreaMapProps) {
  const { t } = props;
  const { place, state, map } = useOpenMap(props);
  if (state === 'failed') {
    return (
      <Alert tone="info">
        <p className="utrecht-paragraph">{t.failed}</p>
      </Alert>
    );
  }
  return (
    <>
      <p className="utrecht-paragraph">{t.hint}</p>
      {state === 'open' ? null : <p className="utrecht-paragraph">{t.opening}</p>}
      <div ref={place} className="aw-area-map" />
      <div className="aw-row">
        <Button onClick={() => map.current?.zoom(1)}>{t.zoomIn}</Button>
        <Button onClick={() => map.current?.zoom(-1)}>{t.zoomOut}</Button>
        <Button onClick={() => map.current?.whole()}>{t.whole}</Button>
      </div>
      <Legend t={t} />
    </>
  );
}

function Legend({ t }: { readonly t: HotSpotsTexts['map'] }) {
  const swatch = (name: string) => (
    <span className={`aw-area-map__swatch aw-area-map__colour--${name}`} aria-hidden="true" />
  );
  return (
    <div className="aw-area-map__legend">
      <Heading level={3}>{t.legend}</Heading>
      <ul className="aw-area-map__levels">
        {LEVELS.map((from, level) => {
          const next = LEVELS[level + 1];
          return (
            <li key={from}>
              {swatch(`level-${level}`)}
              {from === 0 ? t.never : t.times(from, next === undefined ? null : next - 1)}
            </li>
          );
        })}
        <li>
          <span className="aw-area-map__swatch aw-area-map__swatch--by-hand" aria-hidden="true" />
          {t.byHand}
        </li>
      </ul>
      <p className="utrecht-paragraph aw-quiet">{t.source}</p>
    </div>
  );
}

/** Opens the map once; it is loaded only here, and tells when this browser cannot draw it. */
function useOpenMap({ t, picture, chosen, onChoose }: AreaMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<OpenMap | null>(null);
  const choose = useRef(onChoose);
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening');

  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);

  useEffect(() => {
    let wanted = true;
    const failed = (): void => {
      if (wanted) setState('failed');
    };
    const open = async (container: HTMLElement): Promise<void> => {
      const { openAreaMap } = await import('./area-map');
      if (!wanted) return;
      map.current = openAreaMap(container, {
        words: t,
        onChoose: (code) => choose.current(code),
        onFailed: failed,
      });
      setState('open');
    };
    if (place.current !== null) open(place.current).catch(failed);
    return () => {
      wanted = false;
      map.current?.close();
      map.current = null;
    };
  }, [t]);

  useEffect(() => {
    if (state === 'open') map.current?.show(picture, chosen);
  }, [state, picture, chosen]);

  return { place, state, map };
}
