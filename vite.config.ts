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
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    reporters: ['default', new ClosingLine()],
  },
});
