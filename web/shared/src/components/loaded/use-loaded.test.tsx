// @vitest-environment happy-dom
import { act, useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiAnswer } from '../../api/answer';
import { closePage, draw, openPage, press } from '../../test-kit/page';
import { NotLoaded } from './NotLoaded';
import { useEvery, useLoaded, type Loaded } from './use-loaded';

type Answer = ApiAnswer<string>;
const GONE: Answer = { kind: 'unreachable' };
const said = (value: string): Answer => ({ kind: 'ok', status: 200, value });

/** A question whose answers come when the test says so. */
function question() {
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    times: () => waiting.length,
    ask: async () => new Promise<Answer>((resolve) => waiting.push(resolve)),
    answer: async (time: number, answer: Answer) =>
      act(async () => {
        waiting[time]?.(answer);
        await Promise.resolve();
      }),
  };
}

let loaded: Loaded<string>;

function Part({ ask }: { readonly ask: (() => Promise<Answer>) | null }) {
  const here = useLoaded(ask);
  useEvery(30_000, here.again);
  useEffect(() => {
    loaded = here;
  }, [here]);
  return (
    <>
      <p>{here.value}</p>
      {here.failed === null ? null : <NotLoaded words="Niet gelukt." again={here.again} />}
    </>
  );
}

const show = async (ask: (() => Promise<Answer>) | null): Promise<string> =>
  draw(<Part ask={ask} />);
const text = () => document.body.textContent;

beforeEach(() => {
  vi.useFakeTimers();
  openPage();
});
afterEach(closePage);

describe('what is loaded', () => {
  it('is waited for, and asked once', async () => {
    const one = question();
    await show(one.ask);
    expect([text(), loaded.waiting]).toEqual(['', true]);
    await one.answer(0, said('hier'));
    expect([text(), loaded.waiting]).toEqual(['hier', false]);
    expect(one.times()).toBe(1);
  });

  it('says a failure, keeps what was shown, and comes back when asked again', async () => {
    const one = question();
    await show(one.ask);
    await one.answer(0, GONE);
    expect(text()).toBe('Niet gelukt.Opnieuw proberen');
    await press();
    expect(document.querySelector('button')?.getAttribute('aria-busy')).toBe('true');
    await one.answer(1, said('hier'));
    expect(text()).toBe('hier');
    void loaded.again();
    await one.answer(2, GONE);
    expect(text()).toBe('hierNiet gelukt.Opnieuw proberen');
  });

  it('drops the answer to an earlier question', async () => {
    const [mine, all] = [question(), question()];
    await show(mine.ask);
    await show(all.ask);
    await all.answer(0, said('alles'));
    await mine.answer(0, said('van mij'));
    expect(text()).toBe('alles');
  });

  it('shows the answer to an earlier question until this one is answered, also with no', async () => {
    const [mine, all] = [question(), question()];
    await show(mine.ask);
    await mine.answer(0, said('van mij'));
    await show(all.ask);
    expect([text(), loaded.waiting]).toEqual(['van mij', true]);
    await all.answer(0, GONE);
    expect(text()).toBe('Niet gelukt.Opnieuw proberen');
  });

  it('drops an answer that was overtaken by a later one, or by what an act left', async () => {
    const one = question();
    await show(one.ask);
    void loaded.again();
    await one.answer(1, said('later'));
    await one.answer(0, said('eerder'));
    expect(text()).toBe('later');
    void loaded.again();
    act(() => loaded.set('gedaan'));
    await one.answer(2, said('eerder'));
    expect(text()).toBe('gedaan');
    act(() => loaded.change((known) => `${known} en klaar`));
    expect(text()).toBe('gedaan en klaar');
  });

  it('asks nothing without a question', async () => {
    await show(null);
    expect([text(), loaded.waiting]).toEqual(['', false]);
  });

  it('is looked at again only while somebody can see it', async () => {
    const one = question();
    await show(one.ask);
    await one.answer(0, said('hier'));
    const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await act(async () => vi.advanceTimersByTimeAsync(60_000));
    expect(one.times()).toBe(1);
    sight.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(one.times()).toBe(2);
    sight.mockRestore();
  });
});
