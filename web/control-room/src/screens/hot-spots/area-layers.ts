import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { LEVELS } from '../../core/hot-spots';

const FONT = ['system-ui', 'Arial', 'sans-serif'];
const SOURCE = 'areas';
const LABELS = 'labels';

/** How the map is drawn, in the colours that the style sheet gives to `container` now. */
export function layersIn(container: HTMLElement): LayerSpecification[] {
  const colour = (name: string): string => colourOf(container, name);
  const byHand: ExpressionSpecification = ['==', ['get', 'byHand'], true];
  const text = {
    'text-color': colour('ink'),
    'text-halo-color': colour('halo'),
    'text-halo-width': 2,
  };
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colour('ground') } },
    {
      id: 'areas',
      type: 'fill',
      source: SOURCE,
      paint: {
        'fill-color': [
          'match',
          ['get', 'level'],
          1,
          colour('level-1'),
          2,
          colour('level-2'),
          LEVELS.length - 1,
          colour('level-3'),
          colour('level-0'),
        ],
      },
    },
    {
      id: 'borders',
      type: 'line',
      source: SOURCE,
      paint: { 'line-color': colour('border'), 'line-width': 1 },
    },
    {
      id: 'chosen',
      type: 'line',
      source: SOURCE,
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour('chosen'), 'line-width': 7 },
    },
    {
      id: 'by-hand',
      type: 'line',
      source: SOURCE,
      filter: byHand,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour('ink'), 'line-width': 3, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: LABELS,
      filter: ['!=', ['get', 'told'], ''],
      layout: {
        'text-field': ['get', 'told'],
        'text-font': FONT,
        'text-size': 20,
        // What is to be told is told, however small the area.
        'text-allow-overlap': true,
        'symbol-sort-key': ['get', 'count'],
      },
      paint: text,
    },
    {
      id: 'names',
      type: 'symbol',
      source: LABELS,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 14,
        'text-max-width': 8,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: text,
    },
  ];
}

function colourOf(container: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.className = `aw-area-map__colour--${name}`;
  container.append(probe);
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}
