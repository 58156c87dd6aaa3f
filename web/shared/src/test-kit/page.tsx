import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { vi } from 'vitest';
import { Announcer, LanguageProvider } from '../components';

let root: Root | null = null;

/** Before a test that draws: an empty page in Dutch. Needs happy-dom. */
export function openPage(): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('achterwacht-language', 'nl');
  root = createRoot(document.body.appendChild(document.createElement('div')));
}

/** Nothing drawn stays; what the browser keeps does. */
export function wipePage(): void {
  act(() => root?.unmount());
  document.body.replaceChildren();
}

/** After it: no globals and no clock stay that stood in for the real ones. */
export function closePage(): void {
  wipePage();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}

/** Draws, lets what it asks at first be answered, and returns what can be read. */
export async function draw(parts: ReactNode): Promise<string> {
  act(() =>
    root?.render(
      <LanguageProvider>
        <Announcer>{parts}</Announcer>
      </LanguageProvider>,
    ),
  );
  return settled();
}

/** Presses, by default the first button there is; returns what can be read after it. */
export async function press(
  button: HTMLElement | null | undefined = document.querySelector('button'),
): Promise<string> {
  act(() => button?.click());
  return settled();
}

/** What can be read once everything that was due has happened. */
export async function settled(): Promise<string> {
  await act(async () => {
    if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0);
    else await Promise.resolve();
  });
  return document.body.textContent ?? '';
}
