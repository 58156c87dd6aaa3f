import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PATIENCE_MS, signInUntil } from './kit/patience';

const FIND = resolve(import.meta.dirname, '../../bin/find-chromium');

/**
 * The Chromium of this machine, told to keep to itself. The light one takes half the work; only a
 * whole one shows notifications.
 */
export function openBrowser(which: 'light' | 'whole' = 'light'): Promise<Browser> {
  return chromium.launch({
    executablePath: execFileSync(FIND, [which], { encoding: 'utf8' }).trim(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface PhoneLook {
  readonly language?: 'nl' | 'en';
  readonly dark?: boolean;
}

/** A phone-sized context: touch, a small screen, Dutch time. */
export async function openPhone(browser: Browser, look: PhoneLook = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: look.language === 'en' ? 'en-GB' : 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: look.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['geolocation'],
    geolocation: { latitude: 52.09, longitude: 5.12, accuracy: 12 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

export async function signIn(page: Page, url: string, userName = 'anna'): Promise<void> {
  await page.goto(`${url}/worker/`);
  await page.locator('input[autocomplete^="username"]').fill(userName);
  await page.locator('input[type="password"]').fill('achterwacht-voorbeeld');
  await signInUntil(page, page.locator('body:not(:has(input[autocomplete^="username"]))'));
}
