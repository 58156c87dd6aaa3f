import type { Browser } from 'playwright-core';
import { openBrowser } from '../phone-browser';
import { startServer, type RunningServer } from './server';

/** The example town, in which only the test goes out, and a browser to look at it. */
export interface OneTown {
  readonly server: RunningServer;
  readonly browser: Browser;
}

/** Nobody is played: what happens there, a test does. */
export const STILL_TOWN = ['--example-town', '--achterwacht.example-pace=0'] as const;

export async function startTown(): Promise<OneTown> {
  return { server: await startServer(...STILL_TOWN), browser: await openBrowser() };
}

export async function closeTown(town: OneTown | undefined): Promise<void> {
  await town?.browser.close();
  await town?.server.stop();
}
