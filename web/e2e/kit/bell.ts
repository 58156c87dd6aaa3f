import type { Page } from 'playwright-core';

/** Listens to the bell of a control room: what repeats is the ringing, what plays once is not. */
export interface Bell {
  /** When each ringing began, by the clock of this machine. */
  readonly rang: readonly number[];
}

/** Call it before the page opens. */
export async function listenToBell(page: Page): Promise<Bell> {
  const rang: number[] = [];
  await page.exposeFunction('awBellRang', (atMs: number) => {
    rang.push(atMs);
  });
  await page.addInitScript(() => {
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (...when) {
      start.apply(this, when);
      if (this.loop && this.buffer !== null && this.context.state === 'running') {
        Reflect.get(window, 'awBellRang')(Date.now());
      }
    };
  });
  return { rang };
}
