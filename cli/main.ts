/**
 * Binds the command to this process: its arguments, streams and exit code. Runs when imported; everything testable is in run.ts.
 */
import { run } from './run.ts';
import { wordsIn } from './words.ts';

// A reader that has seen enough (`jichi … | head`) closes the pipe: that is no fault, and nothing is left to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

try {
  // The exit code is set, not exited with: a pipe must take all that was written first.
  process.exitCode = run(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    cwd: process.cwd(),
    env: process.env,
  });
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`jichi: ${wordsIn('zh').internal}\n${wordsIn('en').internal}\n${detail}\n`);
  process.exitCode = 70;
}
