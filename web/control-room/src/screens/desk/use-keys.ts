import { useEffect } from 'react';
import { hashOf, type Route } from '../../core/route';

const REMEMBERED_AS = 'achterwacht-single-keys';

/** Keys of one sign can be in the way of speech control: they can be turned off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(REMEMBERED_AS) !== 'off';
}

export function turnSingleKeys(on: boolean): void {
  localStorage.setItem(REMEMBERED_AS, on ? 'on' : 'off');
}

interface Keys {
  readonly route: Route;
  readonly onHelp: () => void;
}

/** Arrows go through the rows, `/` searches, `?` helps, Escape goes back to the board. */
export function useKeys({ route, onHelp }: Keys): void {
  const isBoard = route.page === 'board';
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector('dialog[open]')
      ) {
        return;
      }
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key === 'Escape' && !isBoard && !isTyping) {
        location.hash = hashOf({ page: 'board' });
      } else if (isTyping) {
        leaveSearch(event);
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        stepThroughRows(event);
      } else if (singleKeysOn() && event.key === '/' && isBoard) {
        event.preventDefault();
        document.querySelector<HTMLElement>('[data-aw-search]')?.focus();
      } else if (singleKeysOn() && event.key === '?') {
        event.preventDefault();
        onHelp();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isBoard, onHelp]);
}

/** From the search field, the arrow down goes into the list that was found. */
function leaveSearch(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) {
    return;
  }
  if ('awSearch' in event.target.dataset) {
    event.preventDefault();
    document.querySelector<HTMLElement>('table [data-aw-row]')?.focus();
  }
}

function stepThroughRows(event: KeyboardEvent): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-aw-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const to = event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1);
  const row = rows[Math.min(to, rows.length - 1)];
  if (row !== undefined) {
    event.preventDefault();
    row.focus();
  }
}
