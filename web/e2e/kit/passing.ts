import type { BrowserContext } from 'playwright-core';

/** What leaves traces outside the app's own screens: addresses, titles, answers that may be kept. */
export interface Passing {
  /** Each request with where it came from, and each place the address bar was at. */
  readonly addresses: readonly string[];
  readonly titles: readonly string[];
  /** Answers of the API that a browser or a proxy may keep. */
  readonly keepable: readonly string[];
}

/** Call it before the first page opens. */
export async function noticePassing(context: BrowserContext): Promise<Passing> {
  const addresses: string[] = [];
  const titles: string[] = [];
  const keepable: string[] = [];
  await context.exposeFunction('awPassed', (address: string, title: string) => {
    addresses.push(readable(address));
    titles.push(title);
  });
  await context.addInitScript(() => {
    const tell = () => Reflect.get(window, 'awPassed')(window.location.href, document.title);
    window.addEventListener('hashchange', tell);
    window.addEventListener('popstate', tell);
    new MutationObserver(tell).observe(document, { childList: true, subtree: true });
  });
  context.on('request', (request) => {
    addresses.push(readable(request.url()), readable(request.headers()['referer'] ?? ''));
  });
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const kept = response.headers()['cache-control'];
    if (pathname.startsWith('/api/') && kept !== 'no-store') keepable.push(`${pathname} ${kept}`);
  });
  return { addresses, titles, keepable };
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}
