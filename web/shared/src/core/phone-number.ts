const DIALABLE = /^(\+[1-9]\d{6,14}|\d{3,11})$/;

/** The number as the server takes it, without what people put between digits; null when it is none. */
export function dialable(typed: string): string | null {
  const number = typed.replaceAll(/[\s().-]/g, '');
  return DIALABLE.test(number) ? number : null;
}
