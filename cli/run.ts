/**
 * One run of the command: arguments → request → outcome → written. The only place that writes, and it writes whole.
 */
import { readArguments, type Request } from './arguments.ts';
import { runCheck } from './check.ts';
import { runConformanceLists } from './conformance.ts';
import { runExplain } from './explain.ts';
import { runFormat } from './format.ts';
import { runScore } from './score.ts';
import { runTest } from './test.ts';
import { type ExitCode, type Io, lookOf, type Look, type Outcome } from './terminal.ts';

/** Runs the command on the arguments behind its name, and says how it ended. Our own faults are thrown. */
export function run(argv: readonly string[], io: Io): ExitCode {
  const out = lookOf(io.out, io.env);
  const { out: result, err: complaint, code } = perform(readArguments(argv, out.width), io, out);
  if (result !== '') io.out.write(result);
  if (complaint !== '') io.err.write(complaint);
  return code;
}

function perform(request: Request, io: Io, out: Look): Outcome {
  const err = lookOf(io.err, io.env);
  switch (request.kind) {
    case 'score':
      return runScore(request, io.cwd, out, err);
    case 'check':
      return runCheck(request, io.cwd, out, err);
    case 'test':
      return runTest(request, io.cwd, out, err);
    case 'explain':
      return runExplain(request, io.cwd, out, err);
    case 'conformance':
      return runConformanceLists(request, io.cwd, out, err);
    case 'fmt':
      return runFormat(request, io.cwd, err);
    case 'help':
      return { out: request.text, err: '', code: 0 };
    case 'usage':
      return { out: '', err: request.text, code: 2 };
    default:
      return request satisfies never;
  }
}
