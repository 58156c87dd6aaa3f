import { diffLines, diffWordsWithSpace } from 'diff';

/** A piece of words: in both versions, or in one of them. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines that belong together; `changed` when anything in them differs. */
export interface Block {
  readonly changed: boolean;
  readonly pieces: readonly Piece[];
}

/**
 * Two versions of a text, word by word where lines changed. Pure; blocks stand in the order of the
 * newer one.
 */
export function compare(older: string, newer: string): readonly Block[] {
  const blocks: Block[] = [];
  const parts = diffLines(older, newer);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) break;
    const next = parts[at + 1];
    if (part.removed === true && next?.added === true) {
      const pieces = diffWordsWithSpace(part.value, next.value).map(pieceOf);
      blocks.push({ changed: true, pieces });
      at++;
    } else {
      const piece = pieceOf(part);
      blocks.push({ changed: piece.kind !== 'same', pieces: [piece] });
    }
  }
  return blocks;
}

/** How many words were added and removed. */
export function counted(blocks: readonly Block[]): {
  readonly added: number;
  readonly removed: number;
} {
  const words = (kind: Piece['kind']): number =>
    blocks
      .flatMap(({ pieces }) => pieces)
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return { added: words('added'), removed: words('removed') };
}

function pieceOf(part: { value: string; added?: boolean; removed?: boolean }): Piece {
  const kind = part.added === true ? 'added' : part.removed === true ? 'removed' : 'same';
  return { kind, text: part.value };
}
