/** As the server has it: a larger file need not be sent to be refused. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** What in a file was refused: its how-manieth feature, or the code of a neighbourhood. */
export type WhereInFile =
  | { readonly kind: 'feature'; readonly number: number }
  | { readonly kind: 'code'; readonly code: string };

/** Reads the place from what the server tells of a file; null when it is about all of it. */
export function whereInFile(detail: string): WhereInFile | null {
  const feature = /\bFeature (\d+)\b/.exec(detail)?.[1];
  if (feature !== undefined) return { kind: 'feature', number: Number(feature) };
  const code = /\bBU\d{4}[0-9A-Z]{4}\b/.exec(detail)?.[0];
  return code === undefined ? null : { kind: 'code', code };
}
