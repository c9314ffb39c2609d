/**
 * `npm run bench`: how fast the language and the engine are, as ratios within one run wherever a machine’s speed would matter, with
 * the targets beside them. Nothing is asserted here: it measures, it does not pass or fail.
 */
import { findingsOf } from '../../dsl/proofs/findings.ts';
import { lex } from '../../dsl/words/lexer.ts';
import { parseStandard } from '../../dsl/grammar/parser.ts';
import { printSentence } from '../../dsl/grammar/print.ts';
import { toExactText } from '../../dsl/numbers/number.ts';
import {
  Memory,
  type Ruleset,
  type RulesetFile,
  link,
  loadRuleset,
  plan,
  prove,
  score,
  scorer,
} from '../../engine/index.ts';
import { meaningHash } from '../../engine/ruleset/hash.ts';
import { readValues } from '../../engine/ruleset/values.ts';
import { CORPUS } from '../dsl/corpus.ts';
import { flatText, parseFlat } from './baseline.ts';
import { plainUnit, totalByHand } from './by-hand.ts';
import { foundingRuleset, largeRuleset, linked, loaded, units } from './samples.ts';
import { measure } from './timing.ts';

const INDICATORS = 100;
const UNITS = 64;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
}

const print = (title: string, rows: readonly Row[]): void => {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const body = rows.map(({ what, measured, target }) => `  ${what.padEnd(width)}  ${measured.padStart(14)}  ${target}`);
  process.stdout.write(`${[title, ...body].join('\n')}\n\n`);
};
const micro = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`;
const milli = (ms: number): string => `${ms.toFixed(2)} ms`;
const ratio = (left: number, right: number): string => `${(left / right).toFixed(2)} ×`;
const perSecond = (ms: number): string => `${Math.round(1000 / ms).toLocaleString('en')} /s`;

parsing();
linking();
scoring();

function parsing(): void {
  const sentences = CORPUS.filter(({ kind }) => kind === 'standard');
  const counts = sentences.map(({ text, names }) => lex(text, names, 'standard').tokens.length);
  const flat = counts.map(flatText);
  const silent = (): void => undefined;
  const trees = sentences.map(({ text, names }) => parseStandard(text, names, silent));
  const times = measure({
    parse: () => sentences.map(({ text, names }) => parseStandard(text, names, silent)),
    lex: () => sentences.map(({ text, names }) => lex(text, names, 'standard')),
    flat: () => flat.map(parseFlat),
    print: () => trees.map(printSentence),
  });
  const each = sentences.length;
  const tokens = counts.reduce((sum, count) => sum + count, 0);
  print(`a sentence (${String(each)} of the conformance list, ${(tokens / each).toFixed(1)} tokens on average)`, [
    { what: 'lexed and parsed', measured: micro(times.parse / each), target: '' },
    { what: '  of which lexed', measured: micro(times.lex / each), target: '' },
    { what: 'bare flat infix of as many tokens', measured: micro(times.flat / each), target: '' },
    { what: 'lexed and parsed ÷ bare', measured: ratio(times.parse, times.flat), target: '≤ 3 ×' },
    { what: 'printed', measured: micro(times.print / each), target: '' },
  ]);
}

function linking(): void {
  const source = largeRuleset(INDICATORS);
  const file = loaded(source);
  const ruleset = linked(file);
  const edited = [1, 2, 3].map((step) => loaded(source.replace('每低于5%扣2分', `每低于${String(step)}%扣2分`)));
  const times = measure({
    read: () => loadRuleset(source, 'bench.yaml'),
    link: () => link(file),
    plan: () => plan(ruleset),
    both: () => plan(link(file).ruleset),
    again: retold(edited, (next, memory) => plan(link(next, memory).ruleset)),
    provedAgain: retold(edited, (next, memory) => prove(link(next, memory), memory)),
    proofs: () => proofsOf(ruleset),
    prove: () => prove({ ruleset, diagnostics: [], waived: [] }),
    hash: () => meaningHash(ruleset),
  });
  print(`a ruleset of ${String(INDICATORS)} indicators`, [
    { what: 'read (YAML, shape)', measured: milli(times.read), target: '' },
    { what: 'linked, checked and planned', measured: milli(times.both), target: '≤ 16 ms' },
    { what: '  linked and checked', measured: milli(times.link), target: '' },
    { what: '    of which proofs', measured: milli(times.proofs), target: '' },
    { what: '    of which hashed', measured: milli(times.hash), target: '' },
    { what: '  planned', measured: milli(times.plan), target: '' },
    { what: 'proofs, with those beyond linking', measured: milli(times.proofs + times.prove), target: '≤ 50 ms' },
    { what: 'one sentence changed: linked, checked and planned', measured: milli(times.again), target: '≤ 16 ms' },
    { what: '  linked and proved', measured: milli(times.provedAgain), target: '' },
    { what: 'linked, checked and planned ÷ read', measured: ratio(times.both, times.read), target: '' },
  ]);
}

/** A task that meets the next of some states of a ruleset each time, with what it remembers of the last. */
function retold(states: readonly RulesetFile[], task: (next: RulesetFile, memory: Memory) => unknown): () => unknown {
  const memory = new Memory();
  let turn = 0;
  return () => {
    turn += 1;
    const next = states[turn % states.length];
    return next && task(next, memory);
  };
}

/** What linking proves of every sentence. */
function proofsOf({ indicators }: Ruleset): number {
  let found = 0;
  for (const { leaf, readings, scope } of indicators)
    for (const { standard } of readings) findingsOf(standard, scope, leaf.standard.text, () => (found += 1));
  return found;
}

function scoring(): void {
  const ruleset = foundingRuleset();
  const files = units(UNITS);
  const plain = files.map(plainUnit);
  agree(ruleset);
  const scoreOne = scorer(ruleset);
  const planned = plan(ruleset);
  const values = files.map((unit) => readValues(unit, ruleset).values);
  const times = measure({
    hand: () => plain.map(totalByHand),
    scored: () => files.map(scoreOne),
    read: () => files.map((unit) => readValues(unit, ruleset)),
    run: () => values.map((each) => planned.open(each).run()),
  });
  const [hand, scored] = [times.hand / UNITS, times.scored / UNITS];
  print(`a unit under the ${String(ruleset.indicators.length)} indicators of the founding report`, [
    { what: 'by hand with decimal.js, total only', measured: perSecond(hand), target: '' },
    { what: 'scored with trace, checks and grade', measured: perSecond(scored), target: '' },
    { what: '  of which figures read', measured: micro(times.read / UNITS), target: '' },
    { what: '  of which the plan run', measured: micro(times.run / UNITS), target: '' },
    { what: 'the plan alone', measured: perSecond(times.run / UNITS), target: '' },
    { what: 'scored ÷ by hand (units a second)', measured: ratio(hand, scored), target: '' },
    { what: 'plan alone ÷ by hand', measured: ratio(hand, times.run / UNITS), target: '' },
  ]);
}

/** Two contenders that give different totals are not doing the same work. */
function agree(ruleset: Ruleset): void {
  for (const unit of units(UNITS)) {
    const { total } = score(ruleset, unit);
    const byHand = totalByHand(plainUnit(unit));
    const ours = total.points === undefined ? 'none' : toExactText(total.points);
    if (ours !== byHand.toString()) throw new Error(`totals differ: ${ours}, by hand ${byHand.toString()}`);
  }
}
