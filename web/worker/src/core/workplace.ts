import type { NewWatch, Transport, TravelMode, WorkplaceCard } from '../../../shared/src/api/types';
import { isoOf } from './act';

/** A shift at a workplace; how often one gives a sign is the team's. */
export function shiftAt(card: WorkplaceCard, companion: string): NewWatch {
  return {
    shape: 'shift',
    place: { address: card.address ?? card.name, floor: card.spot },
    purpose: card.name,
    leg: 'on-site',
    workplaceId: card.id,
    companion: companion.trim() === '' ? null : companion.trim(),
  };
}

/** The journey of an arrangement, that begins now. */
export function journeyBy(
  { terms }: Transport,
  way: 'out' | 'home',
  serverNowMs: number,
): NewWatch {
  return {
    shape: 'journey',
    leg: way,
    expectedEndAt: isoOf(serverNowMs + terms.travelMinutes * 60_000),
    travelMode: modeOf(terms.means),
    companion: terms.carrier ?? null,
  };
}

function modeOf(means: Transport['terms']['means']): TravelMode {
  return means === 'public-transport' ? 'public-transport' : 'car';
}

/** What brings somebody home today; the own arrangement comes first, as the server has it. */
export function waysHome(transports: readonly Transport[]): readonly Transport[] {
  return transports.filter(({ today, terms }) => today && (terms.homeAt ?? null) !== null);
}
