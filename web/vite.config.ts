import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['ACHTERWACHT_SERVER'] ?? 'http://localhost:8080';

/** What is of the control room says so in its name, and the phone neither loads nor stores it. */
function partOf(sources: readonly string[]): string {
  return sources.some((source) => source.includes('control-room/')) ? 'control-room-' : '';
}

export default defineConfig({
  build: {
    outDir: 'dist',
    // The content security policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        door: file('./index.html'),
        worker: file('./worker/index.html'),
        'control-room': file('./control-room/index.html'),
      },
      output: {
        chunkFileNames: ({ moduleIds }) => `assets/${partOf(moduleIds)}[name]-[hash].js`,
        assetFileNames: ({ originalFileNames }) =>
          `assets/${partOf(originalFileNames)}[name]-[hash][extname]`,
      },
    },
  },
  server: {
    proxy: { '/api': server },
    // The control room shows what came as standard; that is told in one file, the server's.
    fs: { allow: [file('.'), file('../server/src/main/resources/guidance')] },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'worker/src/sw',
      filename: 'sw.ts',
      outDir: 'dist/worker',
      scope: '/worker/',
      injectRegister: null,
      manifest: false,
      injectManifest: {
        globDirectory: 'dist',
        // The list is read by /worker/sw.js, but its addresses count from the root.
        modifyURLPrefix: { 'worker/': '/worker/', 'assets/': '/assets/' },
        globPatterns: ['worker/**/*.{html,webmanifest,svg,png}', 'assets/**/*.{js,css,woff2,svg}'],
        globIgnores: [
          '**/sw.js',
          'assets/control-room*',
          'assets/door*',
          'assets/dmn*',
          // Pages of the control room that are loaded only when somebody opens them.
          'assets/ImportPage*',
          'assets/HouseRulesPage*',
        ],
      },
    }),
    // The control room is of no use without a network: its service worker only receives notices.
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'control-room/src/sw',
      filename: 'sw.ts',
      outDir: 'dist/control-room',
      scope: '/control-room/',
      injectRegister: null,
      manifest: false,
      injectManifest: { injectionPoint: undefined },
    }),
  ],
});
