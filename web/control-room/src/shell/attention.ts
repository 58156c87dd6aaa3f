/** What the tab of the browser shows: the number of alarms that ask for somebody, or a drill. */
export interface Attention {
  readonly words: string | null;
  readonly icon: 'icon' | 'icon-alarm' | 'icon-drill';
}

/** Flashes title and icon, at most once a second; {@code beat} turns them on and off. */
export function showInTab(calmTitle: string, attention: Attention, beat: boolean): void {
  const flashing = attention.words !== null && beat;
  // The words stay in the title on both beats: a tab read at the wrong moment must not look calm.
  const title =
    attention.words === null
      ? calmTitle
      : `${flashing ? '🔴' : '⚪'} ${attention.words} · ${calmTitle}`;
  if (document.title !== title) {
    document.title = title;
  }
  const icon = `/control-room/${flashing ? attention.icon : 'icon'}.svg`;
  const link = document.querySelector('link[rel="icon"]');
  if (link !== null && link.getAttribute('href') !== icon) {
    link.setAttribute('href', icon);
  }
}
