// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { LanguageProvider } from '../../../shared/src/components';
import { Loading } from './LoadFault';
import { NamedField } from './NamedField';

const GONE: ApiAnswer<never> = { kind: 'unreachable' };
const again = vi.fn(async () => Promise.resolve());

let root = createRoot(document.createElement('div'));

function show(part: ReactNode): string | null {
  act(() => root.render(<LanguageProvider>{part}</LanguageProvider>));
  return document.body.textContent;
}
const press = async () =>
  act(async () => {
    document.querySelector('button')?.click();
    await Promise.resolve();
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('achterwacht-language', 'nl');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  again.mockClear();
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('a part of a page', () => {
  it('says that it is on its way', () => {
    const of = { value: null, failed: null, waiting: true, again };
    expect(show(<Loading of={of} />)).toBe('Wordt geladen…');
  });

  it('says why it did not come, and asks again', async () => {
    const of = { value: null, failed: GONE, waiting: false, again };
    expect(show(<Loading of={of} />)).toContain(
      'Dit is niet te laden: de server is niet bereikbaar.',
    );
    await press();
    expect(again).toHaveBeenCalledOnce();
  });

  it('says of what the server does not know that it is not there, without a way to ask again', () => {
    const problem = { type: 'about:blank', title: '', status: 404, detail: '' };
    const failed = { kind: 'problem', status: 404, problem, retryAfterSeconds: null } as const;
    const of = { value: null, failed, waiting: false, again };
    expect(show(<Loading of={of} unknown="Dat is er niet." />)).toBe('Dat is er niet.');
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('a field to choose from a list', () => {
  it('says that the list did not come, and chooses nobody meanwhile', async () => {
    show(
      <NamedField
        label="Wie?"
        of={{ value: null, failed: GONE, again }}
        value="anna"
        onChange={() => undefined}
      />,
    );
    expect(document.querySelector('select')?.value).toBe('');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Dit is niet te laden');
    await press();
    expect(again).toHaveBeenCalledOnce();
  });
});
