// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../../shared/src/components';
import { IsMore, LongList } from './LongList';

const root = () => createRoot(document.body.appendChild(document.createElement('div')));
let page = root();

function show(many: number): void {
  const items = Array.from({ length: many }, (_, at) => `row ${at + 1}`);
  act(() =>
    page.render(
      <LanguageProvider>
        <LongList className="rows" items={items}>
          {(item) => <li key={item}>{item}</li>}
        </LongList>
        <IsMore of={{ items, isMore: many === 1204 }} />
      </LanguageProvider>,
    ),
  );
}
const rows = () => [...document.querySelectorAll('li')].map((row) => row.textContent);
const button = () => document.querySelector('button');
const showNext = () => act(() => button()?.click());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('achterwacht-language', 'nl');
  page = root();
});
afterEach(() => {
  act(() => page.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('a long list', () => {
  it('is drawn whole when it is short', () => {
    show(200);
    expect(rows()).toHaveLength(200);
    expect(button()).toBeNull();
  });

  it('shows the next part when asked, and who asked reads on where it begins', () => {
    show(1204);
    expect(rows()).toHaveLength(200);
    expect(button()?.textContent).toBe('Toon de volgende 200 (van 1.204)');
    showNext();
    expect(rows()).toHaveLength(400);
    expect(document.activeElement?.textContent).toBe('row 201');
  });

  it('keeps the focus when its last part came and the button is gone', () => {
    show(203);
    expect(button()?.textContent).toBe('Toon de volgende 3 (van 203)');
    showNext();
    expect(button()).toBeNull();
    expect(rows().at(-1)).toBe('row 203');
    expect(document.activeElement?.textContent).toBe('row 201');
  });

  it('says when the server has more than all of it', () => {
    show(1204);
    expect(document.body.textContent).toContain('Er is meer. Hier staan de eerste 1.204.');
  });
});
