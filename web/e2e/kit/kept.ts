import type { Page } from 'playwright-core';

/** Everything a page's origin keeps on this machine, as text: tables, caches and both storages. */
export async function keptBy(page: Page): Promise<string> {
  const parts = await page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error ?? new Error('no answer'));
      });
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name ?? ''));
      for (const table of database.objectStoreNames) {
        const rows = database.transaction(table).objectStore(table);
        found.push(`${table} ${JSON.stringify(await answered(rows.getAll()))}`);
        const keys = database.transaction(table).objectStore(table);
        found.push(`${table} ${JSON.stringify(await answered(keys.getAllKeys()))}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        found.push(`${name} ${request.url}`, (await response?.text()) ?? '');
      }
    }
    return found;
  });
  const cookies = await page.context().cookies();
  return [...parts, ...cookies.map(({ name, value }) => `${name}=${value}`)].join('\n');
}
