import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { LEVELS } from '../../core/hot-spots';

const FONT = ['system-ui', 'Arial', 'sans-serif'];
const SOURCE = 'areas';

/** How the map is drawn, in the colours that the style sheet gives to `container` now. */
export function layersIn(container: HTMLElement): LayerSpecification[] {
  const colour = (name: string): string => colourOf(container, name);
  const byHand: ExpressionSpecification = ['==', ['get', 'byHand'], true];
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
      id: 'by-hand',
      type: 'line',
      source: SOURCE,
      filter: byHand,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour('ink'), 'line-width': 3, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'chosen',
      type: 'line',
      source: SOURCE,
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour('chosen'), 'line-width': 5 },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: 'labels',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 15,
        'text-max-width': 9,
        'symbol-sort-key': ['-', 0, ['+', ['get', 'count'], ['case', byHand, 1000, 0]]],
      },
      paint: {
        'text-color': colour('ink'),
        'text-halo-color': colour('halo'),
        'text-halo-width': 2,
      },
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
