import type { Page } from 'playwright-core';
import { field } from './api';
import { until } from './server';

/** A notification as it stands on the lock screen, with what hangs behind it. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly silent: boolean;
  readonly data: unknown;
}

/** The service worker of one page's app, handed messages as a push service would. */
export interface PushLine {
  /** Hands over one message as it was decrypted; resolves once a notice with this title stands. */
  deliver(message: unknown): Promise<void>;
  shown(): Promise<readonly Shown[]>;
}

const RETRY_SECONDS = 5;

/** Call it when the page's app was opened; its context must be allowed to show notifications. */
export async function pushLineOf(page: Page): Promise<PushLine> {
  const { origin, pathname } = new URL(page.url());
  const browser = await page.context().newCDPSession(page);
  const registrations = new Map<string, string>();
  browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: all }) => {
    for (const { scopeURL, registrationId } of all) registrations.set(scopeURL, registrationId);
  });
  await browser.send('ServiceWorker.enable');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const registrationId = await until('the service worker', () =>
    registrations.get(`${origin}${pathname}`),
  );
  const shown = (): Promise<readonly Shown[]> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notices = await registration.getNotifications();
      return notices.map((notice): Shown => {
        const { title, body, tag, silent } = notice;
        return { title, body, tag, silent: silent === true, data: notice.data };
      });
    });
  return {
    async deliver(message) {
      const data = JSON.stringify(message);
      const title = String(field(message, 'title'));
      const stands = async () => (await shown()).some((notice) => notice.title === title);
      // A service worker that is being stopped loses what it gets; a push service tries again too.
      await until(`the notice ${title}`, async () => {
        await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
        return until(title, stands, RETRY_SECONDS).catch(() => false);
      });
    },
    shown,
  };
}
