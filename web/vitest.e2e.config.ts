import { defineConfig } from 'vitest/config';

/** What is run: the tests; with LOOK=1 every screen is drawn into out/, with PICTURES=1 the README's. */
function files(): string {
  if (process.env['PICTURES'] !== undefined) {
    return 'e2e/**/*.picture.ts';
  }
  return process.env['LOOK'] === undefined ? 'e2e/**/*.e2e.ts' : 'e2e/**/*.look.ts';
}

/** In a real browser, on what `npm run build` made. */
export default defineConfig({
  test: {
    include: [files()],
    reporters: ['default', ['junit', { outputFile: 'test-results/e2e.xml' }]],
    environment: 'node',
    globalSetup: 'e2e/kit/lay-out.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } }, // a slow machine is not a fault
    maxWorkers: 2, // they wait more than they work
  },
});
