import { Map as GlMap, setWorkerUrl, type MapLayerMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { AreaPicture } from '../../core/area-map';
import type { HotSpotsTexts } from '../../text/hot-spots';
import { layersIn } from './area-layers';

/** A map of neighbourhoods that is open. */
export interface OpenMap {
  show(picture: AreaPicture, chosen: string | null): void;
  zoom(by: 1 | -1): void;
  whole(): void;
  close(): void;
}

interface Wishes {
  readonly words: HotSpotsTexts['map'];
  readonly onChoose: (code: string) => void;
  readonly onFailed: () => void;
}

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
const ROOM_PX = 24;

/**
 * Opens a map in `container`; this file, with MapLibre, is loaded only when it is needed. There are
 * no tiles: all that it draws is handed to it, and it asks nothing of anybody.
 */
export function openAreaMap(container: HTMLElement, { words, ...wishes }: Wishes): OpenMap {
  setWorkerUrl(workerUrl);
  const source = { type: 'geojson' as const, data: EMPTY };
  const map = new GlMap({
    container,
    style: { version: 8, sources: { areas: source, labels: source }, layers: [] },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': words.label,
      'CooperativeGesturesHandler.WindowsHelpText': words.wheel,
      'CooperativeGesturesHandler.MacHelpText': words.wheelMac,
      'CooperativeGesturesHandler.MobileHelpText': words.fingers,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let box: AreaPicture['box'] = null;
  const whole = (): void => {
    if (box !== null) map.fitBounds(box, { padding: ROOM_PX, animate: false });
  };
  const styled = new Promise<void>((done) => void map.once('load', () => done()));
  const paint = (): void => void styled.then(() => repaint(map, container));
  const stopFollowing = followColours(paint);
  paint();
  map.on('error', () => {
    if (!map.loaded()) wishes.onFailed();
  });
  map.on('click', 'areas', (event) => {
    const code = codeAt(event);
    if (code !== null) wishes.onChoose(code);
  });
  map.on('mouseenter', 'areas', () => void (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', 'areas', () => void (map.getCanvas().style.cursor = ''));
  map.on('idle', () => tellWhatIsDrawn(map, container));
  return {
    show: (picture, chosen) =>
      void styled.then(() => {
        setData(map, 'areas', picture.areas);
        setData(map, 'labels', picture.labels);
        map.setFilter('chosen', ['==', ['get', 'code'], chosen ?? '']);
        if (String(box) !== String(picture.box)) {
          box = picture.box;
          whole();
        }
      }),
    zoom: (by) => void map.zoomTo(map.getZoom() + by),
    whole,
    close: () => {
      stopFollowing();
      map.remove();
    },
  };
}

function setData(map: GlMap, name: string, data: AreaPicture['areas'] | AreaPicture['labels']) {
  const source = map.getSource(name);
  if (source !== undefined && 'setData' in source && typeof source.setData === 'function') {
    source.setData(data);
  }
}

/** The colours of the page as they are now; the order of the layers stays. */
function repaint(map: GlMap, container: HTMLElement): void {
  const chosen = map.getLayer('chosen') === undefined ? undefined : map.getFilter('chosen');
  for (const layer of layersIn(container)) {
    if (map.getLayer(layer.id) !== undefined) map.removeLayer(layer.id);
    map.addLayer(layer);
  }
  if (chosen !== undefined) map.setFilter('chosen', chosen);
}

function followColours(changed: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

function codeAt({ features }: MapLayerMouseEvent): string | null {
  const code: unknown = features?.[0]?.properties['code'];
  return typeof code === 'string' ? code : null;
}

/** A canvas has no parts that can be looked at from outside: what is in sight is told beside it. */
function tellWhatIsDrawn(map: GlMap, container: HTMLElement): void {
  const inSight = map.queryRenderedFeatures({ layers: ['areas'] });
  const codes = (only: (properties: Record<string, unknown>) => boolean): string =>
    [...new Set(inSight.filter((one) => only(one.properties)).map((one) => one.properties['code']))]
      .sort()
      .join(' ');
  container.dataset['drawn'] = codes(() => true);
  container.dataset['byHand'] = codes((properties) => properties['byHand'] === true);
}
