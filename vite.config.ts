// Vite and Vitest in one place. Benchmarks are apart (`npm run bench`): they measure, they do not pass or fail.
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

export default defineConfig({
  base: './',
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      input: { index: 'playground/index.html', sw: 'playground/offline/sw.ts' },
      // A service worker governs the folder it lies in, under a name that never changes.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          setupFiles: ['test/seed.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/*.test.ts'], globalSetup: ['test/browser/served.ts'] },
      },
    ],
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new ClosingLine()],
  },
});
