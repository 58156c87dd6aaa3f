import type { Locator, Page } from 'playwright-core';
import { until } from './server';

/** A machine that does much else beside these tests is slow, not wrong. */
export const PATIENCE_MS = 90_000;

/** Presses the button of the sign-in form; a server that is too busy is asked again, as people do. */
export async function signInUntil(page: Page, signedIn: Locator): Promise<void> {
  // By the name: during an alarm the next screen asks for a code, which is hidden as a password is.
  const form = page.locator('form:has(input[autocomplete^="username"])');
  const submit = form.locator('button[type="submit"]');
  await until(
    'somebody to be signed in',
    async () => {
      if (await submit.isVisible()) await submit.click({ timeout: 5000 }).catch(() => undefined);
      return signedIn.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    },
    PATIENCE_MS / 1000,
  );
}
