/**
 * The last line of a test run: `N passed, N failed`, alone on its line, for people and machines that read logs.
 * Counted from the states Vitest gives each test; a file that could not even be collected counts as one failure.
 */
import type { Reporter, TestModule } from 'vitest/node';

/** Counts of one run. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Vitest reporter that prints nothing but the closing line. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const { passed, failed, skipped } = tally(modules, unhandledErrors.length);
    // Written at exit, so that no other reporter's summary can follow it.
    process.once('exit', () => {
      process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    });
  }
}

function tally(modules: readonly TestModule[], unhandledErrors: number): Tally {
  let passed = 0;
  let failed = unhandledErrors;
  let skipped = 0;
  for (const module of modules) {
    let failedInside = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'skipped') skipped += 1;
      else failedInside += 1;
    }
    // Failed, yet no test in it did: it threw while loading, or a hook of the suite did.
    failed += failedInside === 0 && module.state() === 'failed' ? 1 : failedInside;
  }
  return { passed, failed, skipped };
}
