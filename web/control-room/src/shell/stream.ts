import { EMPTY_READER, readStream, type StreamEvent } from '../core/sse';

/** How a stream ended: it broke, or the server does not want us. */
export type StreamEnd = 'broken' | 'signed-out' | 'not-allowed';

interface StreamOrder {
  readonly after: string;
  readonly signal: AbortSignal;
  readonly onPiece: (events: readonly StreamEvent[]) => void;
}

/** Reads the live board until it ends. Never throws: a broken line is an answer. */
export async function readBoardStream(order: StreamOrder): Promise<StreamEnd> {
  try {
    const response = await fetch('/api/v1/board/events', {
      headers: { Accept: 'text/event-stream', 'Last-Event-ID': order.after },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: order.signal,
    });
    if (response.status === 401) {
      return 'signed-out';
    }
    if (response.status === 403) {
      return 'not-allowed';
    }
    if (!response.ok || response.body === null) {
      return 'broken';
    }
    order.onPiece([]);
    await readPieces(response.body, order);
    return 'broken';
  } catch {
    return 'broken';
  }
}

async function readPieces(body: ReadableStream<Uint8Array>, order: StreamOrder): Promise<void> {
  const decoder = new TextDecoder();
  const source = body.getReader();
  let reader = EMPTY_READER;
  for (;;) {
    const { done, value } = await source.read();
    if (done) {
      return;
    }
    const next = readStream(reader, decoder.decode(value, { stream: true }));
    reader = next.reader;
    order.onPiece(next.events);
  }
}
