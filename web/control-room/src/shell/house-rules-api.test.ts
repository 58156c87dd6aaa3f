import { describe, expect, it } from 'vitest';
import { createApi } from '../../../shared/src/api/client';
import { guidanceDoor } from './house-rules-api';
import { SheetLine } from './sheet-line';

const line = (words: string) => ({ nl: words, en: words });
const KIJK = line('Kijk.');
const BEL = line('Bel.');
const LUISTER = line('Luister.');
const ZIN = line('Ik ga.');

const WHOLE = { cards: [], atTheDoor: [KIJK], leaveSentences: [ZIN], riskyMoments: [] };

/** A server that holds one guidance, as ours does; `before` runs between a question and an order. */
function server(before: () => void = () => undefined) {
  const held = { version: 0, guidance: WHOLE };
  const answer = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  const api = createApi({
    csrfToken: () => null,
    fetch: async (_, request) => {
      if (request?.method !== 'PUT') return answer(200, held);
      before();
      const asked = JSON.parse(String(request.body));
      if (asked.version !== held.version) {
        return answer(409, { type: 'about:blank', status: 409, title: 'stale' });
      }
      held.version += 1;
      held.guidance = asked.guidance;
      return answer(200, held);
    },
  });
  return { held, api };
}

describe('one part of the guidance', () => {
  it('is saved beside what somebody else makes of another part at that moment', async () => {
    let isFirst = true;
    const { held, api } = server(() => {
      if (!isFirst) return;
      isFirst = false;
      held.version += 1;
      held.guidance = { ...held.guidance, leaveSentences: [] };
    });
    const written = await guidanceDoor(api, 'atTheDoor').write([KIJK], [KIJK, BEL]);
    expect(written).toEqual({ kind: 'written', value: [KIJK, BEL] });
    expect(held.guidance).toEqual({ ...WHOLE, atTheDoor: [KIJK, BEL], leaveSentences: [] });
  });

  it('is not saved over what somebody else made of it, until who wrote it says so', async () => {
    const { held, api } = server();
    const sheet = new SheetLine(guidanceDoor(api, 'atTheDoor'), () => undefined);
    await sheet.read();
    sheet.tell({ kind: 'changed', draft: [BEL] });
    held.version += 1;
    held.guidance = { ...WHOLE, atTheDoor: [KIJK, LUISTER] };

    expect(await sheet.save()).toBe(false);
    expect(sheet.view().sheet?.meanwhile).toEqual({ before: [KIJK], now: [KIJK, LUISTER] });
    expect(held.guidance.atTheDoor).toEqual([KIJK, LUISTER]);
    expect(await sheet.save()).toBe(true);
    expect(held.guidance.atTheDoor).toEqual([BEL]);
    expect(sheet.isUnsaved()).toBe(false);
  });
});
