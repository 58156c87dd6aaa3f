// @vitest-environment happy-dom
import { act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { LanguageProvider } from '../../../shared/src/components';
import { Loading } from './LoadFault';
import { NamedField } from './NamedField';
import { useEvery, useLoaded, type Loaded } from './use-loaded';

type Answer = ApiAnswer<string>;
const GONE: Answer = { kind: 'unreachable' };
const said = (value: string, status = 200): Answer => ({ kind: 'ok', status, value });

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

let root = createRoot(document.createElement('div'));
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
      <Loading of={here} unknown="Dat is er niet." />
    </>
  );
}

/** Draws it, and lets it ask what it asks at first. */
async function show(ask: (() => Promise<Answer>) | null): Promise<void> {
  await act(async () => {
    root.render(
      <LanguageProvider>
        <Part ask={ask} />
      </LanguageProvider>,
    );
    await Promise.resolve();
  });
  await act(async () => vi.advanceTimersByTimeAsync(0));
}
const text = () => document.body.textContent;
const press = async () =>
  act(async () => {
    document.querySelector('button')?.click();
    await Promise.resolve();
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('achterwacht-language', 'nl');
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what is loaded', () => {
  it('says that it is on its way, and is asked once', async () => {
    const one = question();
    await show(one.ask);
    expect(text()).toBe('Wordt geladen…');
    await one.answer(0, said('hier'));
    expect(text()).toBe('hier');
    expect(one.times()).toBe(1);
  });

  it('says a failure, keeps what was shown, and comes back when asked again', async () => {
    const one = question();
    await show(one.ask);
    await one.answer(0, GONE);
    expect(text()).toContain('Dit is niet te laden: de server is niet bereikbaar.');
    await press();
    await one.answer(1, said('hier'));
    expect(text()).toBe('hier');
    void loaded.again();
    await one.answer(2, GONE);
    expect(text()).toMatch(/^hierDit is niet te laden/);
  });

  it('says of what the server does not know that it is not there, without a way to ask again', async () => {
    const one = question();
    await show(one.ask);
    const problem = { type: 'about:blank', title: '', status: 404, detail: '' };
    await one.answer(0, { kind: 'problem', status: 404, problem, retryAfterSeconds: null });
    expect(text()).toBe('Dat is er niet.');
    expect(document.querySelector('button')).toBeNull();
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
    expect(text()).toMatch(/^Dit is niet te laden/);
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

describe('a field to choose from a list', () => {
  it('says that the list did not come, and chooses nobody meanwhile', async () => {
    const again = vi.fn(async () => Promise.resolve());
    act(() =>
      root.render(
        <LanguageProvider>
          <NamedField
            label="Wie?"
            of={{ value: null, failed: GONE, again }}
            value="anna"
            onChange={() => undefined}
          />
        </LanguageProvider>,
      ),
    );
    expect(document.querySelector('select')?.value).toBe('');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Dit is niet te laden');
    await press();
    expect(again).toHaveBeenCalledOnce();
  });
});
