import { describe, expect, it } from 'vitest';
import { BRAM, CARLA, exampleAlarm } from '../../core/examples';
import { texts } from '../../text';
import { iconOf, isSilent, lookOf, nameIn, standText } from './alarm-words';

const { nl } = texts;

describe('the words of an alarm', () => {
  it('treats duress as silent even when the mark is missing', () => {
    expect(isSilent(exampleAlarm({ kind: 'duress', silent: false }))).toBe(true);
    expect(isSilent(exampleAlarm({ kind: 'panic', silent: true }))).toBe(true);
    expect(isSilent(exampleAlarm())).toBe(false);
  });

  it('gives a drill a look of its own in every state', () => {
    const drill = exampleAlarm({ drill: true, kind: 'drill' });
    expect(lookOf(drill, BRAM)).toBe('drill');
    expect(lookOf({ ...drill, state: 'acknowledged' }, BRAM)).toBe('drill');
    expect(iconOf(drill, BRAM)).toBe('drill');
  });

  it('always has a name: the worker, the team of a drill, or that nobody knows', () => {
    const nameless = exampleAlarm({ workerName: '', workerId: null });
    expect(nameIn(exampleAlarm(), nl)).toBe('Anna de Vries');
    expect(nameIn({ ...nameless, drill: true }, nl)).toBe('Wijkteam Noord');
    expect(nameIn(nameless, nl)).toBe('Onbekend wie dit is');
  });

  it('says who is on it, seen from who reads it', () => {
    const carlas = exampleAlarm({
      state: 'acknowledged',
      handledBy: 'Carla Bakker',
      handledById: CARLA,
    });
    expect(standText(exampleAlarm(), BRAM, nl)).toBe('Niemand heeft dit opgepakt');
    expect(standText(carlas, BRAM, nl)).toBe('Carla Bakker heeft dit alarm');
    expect(standText(carlas, CARLA, nl)).toBe('U heeft dit alarm');
    const offered = exampleAlarm({ ...carlas, state: 'handing-over', offeredToId: BRAM });
    expect(standText(offered, BRAM, nl)).toBe('Carla Bakker draagt dit alarm aan u over');
  });

  it('has the same words in both languages, none of them empty', () => {
    const leaves = (thing: unknown, path = ''): string[] =>
      typeof thing === 'object' && thing !== null
        ? Object.entries(thing).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
        : [`${path}:${typeof thing === 'string' && thing.trim() === '' ? 'empty' : typeof thing}`];
    expect(leaves(texts.en)).toEqual(leaves(texts.nl));
    expect(leaves(texts.nl).filter((leaf) => leaf.endsWith(':empty'))).toEqual([]);
  });
});
