/** Our own clock, in ms since 1970. Nobody can set it back while this page is open. */
export function ownNowMs(): number {
  return performance.timeOrigin + performance.now();
}
