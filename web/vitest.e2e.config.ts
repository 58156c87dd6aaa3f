import { defineConfig } from 'vitest/config';

/** In a real browser, on what `npm run build` made. LOOK=1 draws every screen into out/ instead. */
export default defineConfig({
  test: {
    include: process.env['LOOK'] === undefined ? ['e2e/**/*.e2e.ts'] : ['e2e/**/*.look.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
