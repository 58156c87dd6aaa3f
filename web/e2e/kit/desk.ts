import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE_MS, signInUntil } from './patience';

const TRIES = 10;

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

/** Presses the link to a page of the desk, also when it stands under "Meer". */
export async function toPage(page: Page, name: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Pagina’s' })
    .getByRole('link', { name, exact: true });
  // A link of the page one just left still stands in the row for a moment.
  for (let more = TRIES; more > 0; more--) {
    if (!(await link.isVisible())) {
      await page.getByRole('button', { name: 'Meer', exact: true }).click();
    }
    const isDone = await link.click({ timeout: PATIENCE_MS / TRIES }).then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
  throw new Error(`there is no way to the page ${name}`);
}

/** Opens the menu under one's own name. */
export async function openOwnMenu(page: Page): Promise<void> {
  await page.locator('.aw-desk__end .aw-menu__button').click();
}
