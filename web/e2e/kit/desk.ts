import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE_MS, signInUntil } from './patience';

export interface DeskLook {
  readonly dark?: boolean;
}

/** A desk-sized context: a wide screen with Dutch time. */
export async function openDesk(browser: Browser, look: DeskLook = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: look.dark === true ? 'dark' : 'light',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Signs in at the control room and turns the sound on, as whoever sits down there does. */
export async function sitDown(page: Page, url: string, userName: string): Promise<void> {
  await page.goto(`${url}/control-room/#/`);
  await page.locator('input[autocomplete^="username"]').fill(userName);
  await page.locator('input[type="password"]').fill('achterwacht-voorbeeld');
  await signInUntil(page, page.getByRole('heading', { name: 'Bord', exact: true }));
  await page.getByRole('button', { name: 'Geluid aanzetten' }).click();
}
