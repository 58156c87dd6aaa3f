/**
 * Reads server-sent events by hand: the browser's EventSource hides comments, and a comment is
 * what tells us that a quiet board is not a dead one.
 */
export interface StreamEvent {
  readonly kind: 'event' | 'comment';
  readonly id: string | null;
  readonly name: string;
  readonly text: string;
}

export interface StreamReader {
  /** The unfinished end of what came in. */
  readonly rest: string;
}

export const EMPTY_READER: StreamReader = { rest: '' };

/** Takes the next piece of text, in whatever pieces the network cuts it. */
export function readStream(
  reader: StreamReader,
  piece: string,
): { readonly reader: StreamReader; readonly events: readonly StreamEvent[] } {
  const text = reader.rest + piece;
  // A lone CR at the end may be half of a CRLF: keep it for the next piece.
  const usable = text.endsWith('\r') ? text.slice(0, -1) : text;
  const normal = usable.replace(/\r\n?/g, '\n');
  const blocks = normal.split('\n\n');
  const unfinished = blocks.pop() ?? '';
  const rest = unfinished + (text.endsWith('\r') ? '\r' : '');
  return { reader: { rest }, events: blocks.flatMap(parseBlock) };
}

function parseBlock(block: string): StreamEvent[] {
  let id: string | null = null;
  let name = 'message';
  const data: string[] = [];
  let commented = false;
  for (const line of block.split('\n')) {
    if (line.startsWith(':')) {
      commented = true;
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') {
      id = value;
    } else if (field === 'event') {
      name = value;
    } else if (field === 'data') {
      data.push(value);
    }
  }
  if (data.length === 0 && name === 'message') {
    return commented || id !== null ? [{ kind: 'comment', id, name, text: '' }] : [];
  }
  return [{ kind: 'event', id, name, text: data.join('\n') }];
}
