import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The smallest picture there is. */
export function picture(name: string): ChosenFile {
  return { name, mimeType: 'image/png', buffer: DOT };
}

/** Calls itself a picture and is none. */
export function notAPicture(name: string): ChosenFile {
  return { name, mimeType: 'image/png', buffer: Buffer.from('geen plaatje') };
}

/** Waits until that picture is really seen: an image that is there may still be loading. */
export async function expectShown(page: Page, description: string): Promise<void> {
  const shown = page.getByRole('img', { name: description });
  await expect
    .poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(1);
}
