/** Why a pair of codes cannot be used; null when it can. The server decides again. */
export type CodeFault = 'form' | 'alike' | 'easy';

export function faultOfCodes(safe: string, duress: string): CodeFault | null {
  if (!isCode(safe) || !isCode(duress)) return 'form';
  if (isEasy(safe) || isEasy(duress)) return 'easy';
  return differences(safe, duress) < 2 ? 'alike' : null;
}

function isCode(code: string): boolean {
  return /^\d{4,8}$/.test(code);
}

/** Four the same, or a row like 1234: known to everybody who tries. */
function isEasy(code: string): boolean {
  const digits = Array.from(code, Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  return [-1, 0, 1].some((step) => steps.every((taken) => taken === step));
}

function differences(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return Array.from({ length: longest }, (_, index) => index).filter(
    (index) => one.charAt(index) !== other.charAt(index),
  ).length;
}
