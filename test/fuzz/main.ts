/**
 * `npm run fuzz -- [--count N] [--seed N] [--text N]`: throws N texts at the language and says how many of each kind there were, what
 * was thrown, which places were lost, and which texts took longest. `--text` shows the text of one number. Ends with 1 on any fault.
 */
import { parseArgs } from 'node:util';
import { type Fault, tryText } from './run.ts';
import { type Drawn, drawText } from './texts.ts';

const SLOWEST = 8;
const SHOWN = 20;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    text: { type: 'string' },
  },
});

if (values.text === undefined) process.exitCode = fuzz(Number(values.count), Number(values.seed));
else process.stdout.write(`${JSON.stringify(drawText(Number(values.text)))}\n`);

function fuzz(count: number, first: number): number {
  const origins = new Map<string, number>();
  const faults = new Map<string, { readonly fault: Fault; readonly seed: number; times: number }>();
  let slowest: readonly { readonly seed: number; readonly ms: number; readonly drawn: Drawn }[] = [];
  let faulty = 0;
  const start = performance.now();
  let told = start;
  for (let seed = first; seed < first + count; seed += 1) {
    const drawn = drawText(seed);
    const began = performance.now();
    const fault = tryText(drawn);
    const now = performance.now();
    const ms = now - began;
    origins.set(drawn.origin, (origins.get(drawn.origin) ?? 0) + 1);
    if (ms > (slowest.at(-1)?.ms ?? 0) || slowest.length < SLOWEST)
      slowest = [...slowest, { seed, ms, drawn }].toSorted((left, right) => right.ms - left.ms).slice(0, SLOWEST);
    if (fault !== undefined) {
      faulty += 1;
      const key = signature(fault);
      const known = faults.get(key);
      if (known === undefined) faults.set(key, { fault, seed, times: 1 });
      else known.times += 1;
    }
    if (now - told > 30_000) {
      told = now;
      process.stderr.write(`${String(seed - first + 1)} texts, ${String(faulty)} faults\n`);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const lines = [
    `${String(count)} texts in ${seconds.toFixed(0)} s: ${[...origins].map(([name, times]) => `${name} ${String(times)}`).join(', ')}`,
    `${String(faulty)} faults, ${String(faults.size)} of a kind`,
    ...[...faults.values()]
      .sort((left, right) => right.times - left.times)
      .slice(0, SHOWN)
      .map(
        ({ fault, seed, times }) =>
          `  ${fault.kind} × ${String(times)}, text ${String(seed)}: ${shown(drawText(seed))}\n    ${fault.detail.split('\n').slice(0, 5).join('\n    ')}`,
      ),
    'slowest:',
    ...slowest.map(
      ({ seed, ms, drawn }) =>
        `  ${ms.toFixed(1)} ms, text ${String(seed)} (${drawn.origin}, ${String(drawn.text.length)} characters): ${shown(drawn)}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return faulty === 0 ? 0 : 1;
}

/** Faults alike in where they come from are counted as one. */
function signature({ kind, detail }: Fault): string {
  if (kind === 'unstable print') return kind;
  return kind === 'exception'
    ? detail.split('\n').slice(0, 3).join('|').replaceAll(/\d+/g, '#')
    : `${kind} ${detail.replaceAll(/\d+/g, '#')}`;
}

function shown({ kind, text }: Drawn): string {
  return `${kind} ${JSON.stringify(text.length > 160 ? `${text.slice(0, 100)}…` : text)}`;
}
