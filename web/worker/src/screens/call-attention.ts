import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../../shared/src/components';
import { vibrate } from '../shell/senses';

/**
 * Says through the screen reader what appeared, and again when it changes. A live region that
 * appears together with its words is often not read out; the announcer's is there from the start.
 */
export function useSayAtOnce(words: string): void {
  const announce = useAnnounce();
  useEffect(() => announce(words, 'assertive'), [announce, words]);
}

/** Lets the hand feel, once, that something appeared. */
export function useVibration(wanted: boolean): void {
  useEffect(() => {
    if (wanted) vibrate([300, 150, 300]);
  }, [wanted]);
}

/** What had the focus is gone with its screen: a screen reader goes on from the new title. */
export function useFocusOnTitle(shownAs: string | null): void {
  const before = useRef(shownAs);
  useEffect(() => {
    const first = before.current === null;
    const same = before.current === shownAs;
    before.current = shownAs;
    if (first || same || document.activeElement !== document.body) return;
    const title = document.querySelector<HTMLElement>('main h1');
    if (title === null) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, [shownAs]);
}
