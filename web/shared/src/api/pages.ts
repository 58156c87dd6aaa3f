import type { ApiAnswer } from './answer';
import type { Api } from './client';
import type { Schema } from './parse';

const A_PAGE = 200;
/** Five thousand rows. More is no list for a screen; whoever shows it says that there is more. */
const MOST_PAGES = 25;

interface Page {
  readonly items: readonly unknown[];
  readonly _links: { readonly next?: { readonly href: string } };
}

/** A list that was put together from its pages. */
export type Whole<P extends Page> = Omit<P, 'items' | '_links'> & {
  readonly items: readonly P['items'][number][];
  /** The server has more than this. */
  readonly isMore: boolean;
};

/**
 * Page after page, as long as the server names a next one. Half a list would look like a whole
 * one, so when a page fails its answer is the answer.
 *
 * @param path may have a query
 * @param keyOf what moves between two questions may come twice, and is then kept once
 */
export async function allPages<P extends Page>(
  api: Api,
  path: string,
  schema: Schema<P>,
  keyOf: (item: P['items'][number]) => string,
  mostPages = MOST_PAGES,
): Promise<ApiAnswer<Whole<P>>> {
  const found = new Map<string, P['items'][number]>();
  let at = `${path}${path.includes('?') ? '&' : '?'}pageSize=${A_PAGE}`;
  for (let number = 1; ; number++) {
    const answer = await api.call({ method: 'GET', path: at, schema });
    if (answer.kind !== 'ok') return answer;
    const { items, _links, ...rest } = answer.value;
    for (const item of items) found.set(keyOf(item), item);
    if (_links.next === undefined || number === mostPages) {
      const isMore = _links.next !== undefined;
      return { ...answer, value: { ...rest, items: [...found.values()], isMore } };
    }
    at = _links.next.href.replace(/^\/api\/v1/, '');
  }
}

/** The same for things that have an id. */
export const idOf = ({ id }: { readonly id: string }): string => id;
