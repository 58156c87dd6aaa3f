import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createApi } from './client';
import { allPages, idOf } from './pages';
import { pageLinksSchema } from './parse';

const schema = v.object({
  madeAt: v.string(),
  items: v.array(v.object({ id: v.string() })),
  _links: pageLinksSchema,
});

/** A server that answers each of these pages, under its number; null is no answer. */
function server(...pages: readonly (readonly string[] | null)[]) {
  const asked: string[] = [];
  const api = createApi({
    csrfToken: () => null,
    fetch: async (path) => {
      asked.push(String(path));
      const number = Number(/page=(\d+)/.exec(String(path))?.[1] ?? 1);
      const ids = pages[number - 1];
      if (ids === null || ids === undefined) throw new TypeError('no network');
      const at = (page: number) => ({ href: `/api/v1/things?page=${page}&pageSize=200&kind=a` });
      return Response.json({
        madeAt: 'now',
        items: ids.map((id) => ({ id })),
        _links: { self: at(number), ...(number < pages.length ? { next: at(number + 1) } : {}) },
      });
    },
  });
  return { api, asked };
}

describe('all pages of a list', () => {
  it('are asked one after the other, as each says where the next is', async () => {
    const { api, asked } = server(['a', 'b'], ['c'], ['d']);
    const answer = await allPages(api, '/things?kind=a', schema, idOf);
    expect(answer).toMatchObject({ kind: 'ok', value: { madeAt: 'now', isMore: false } });
    expect(answer.kind === 'ok' && answer.value.items.map(idOf)).toEqual(['a', 'b', 'c', 'd']);
    expect(asked).toEqual([
      '/api/v1/things?kind=a&pageSize=200',
      '/api/v1/things?page=2&pageSize=200&kind=a',
      '/api/v1/things?page=3&pageSize=200&kind=a',
    ]);
  });

  it('hold what moved to a later page meanwhile only once', async () => {
    const answer = await allPages(server(['a', 'b'], ['b', 'c']).api, '/things', schema, idOf);
    expect(answer.kind === 'ok' && answer.value.items.map(idOf)).toEqual(['a', 'b', 'c']);
  });

  it('are no list when one of them fails', async () => {
    const answer = await allPages(server(['a'], null).api, '/things', schema, idOf);
    expect(answer.kind).toBe('unreachable');
  });

  it('end somewhere, and then it is told that there is more', async () => {
    const { api, asked } = server(['a'], ['b'], ['c']);
    const answer = await allPages(api, '/things', schema, idOf, 2);
    expect(answer).toMatchObject({ value: { isMore: true, items: [{ id: 'a' }, { id: 'b' }] } });
    expect(asked).toHaveLength(2);
  });
});
