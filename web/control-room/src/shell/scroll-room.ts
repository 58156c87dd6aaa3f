const COVERED = '--aw-covered-height';

/**
 * Tells the style sheet how much of the screen `banners` covers while it sticks to the top, so that
 * what gets the focus is scrolled to below it (WCAG 2.4.11).
 */
export function keepRoomBelow(banners: HTMLElement): () => void {
  const { style } = document.documentElement;
  const watcher = new ResizeObserver(() => {
    style.setProperty(COVERED, `${banners.offsetHeight}px`);
  });
  watcher.observe(banners);
  return () => {
    watcher.disconnect();
    style.removeProperty(COVERED);
  };
}
