import { describe, expect, it } from 'vitest';
import { EMPTY_READER, readStream } from './sse';
import type { StreamEvent } from './sse';

function readAll(...pieces: string[]): StreamEvent[] {
  let reader = EMPTY_READER;
  const found: StreamEvent[] = [];
  for (const piece of pieces) {
    const next = readStream(reader, piece);
    reader = next.reader;
    found.push(...next.events);
  }
  return found;
}

describe('the reader of the stream', () => {
  it('reads id, name and data', () => {
    expect(readAll('id: 11\nevent: alarm.opened\ndata: {"a":1}\n\n')).toEqual([
      { kind: 'event', id: '11', name: 'alarm.opened', text: '{"a":1}' },
    ]);
  });

  it('reads the same, cut anywhere', () => {
    const whole = ': hi\r\n\r\nid: 1\r\nevent: a\r\ndata: x\r\ndata: y\r\n\r\n:\r\n\r\n';
    for (let cut = 0; cut <= whole.length; cut++) {
      const found = readAll(whole.slice(0, cut), whole.slice(cut));
      expect(found.map((event) => event.kind)).toEqual(['comment', 'event', 'comment']);
      expect(found[1]?.text).toBe('x\ny');
    }
  });

  it('tells of a comment: the proof that the other side lives', () => {
    expect(readAll(': still here\n\n')[0]?.kind).toBe('comment');
  });

  it('tells of a reset without data', () => {
    expect(readAll('event: reset\n\n')[0]).toMatchObject({ kind: 'event', name: 'reset' });
  });

  it('keeps an unfinished event for later', () => {
    expect(readAll('id: 1\nevent: a\ndata: x\n')).toEqual([]);
  });
});
