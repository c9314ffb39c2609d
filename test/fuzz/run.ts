/**
 * One text on the whole road: parsed, its places looked at, printed and parsed back, folded, proved, planned and run. Whatever is thrown
 * on the way is a fault of ours, and so is a place outside the text.
 */
import { fold } from '../../dsl/fold/fold.ts';
import { collector, type Diagnostic } from '../../dsl/text/diagnostic.ts';
import { findingsOf } from '../../dsl/proofs/findings.ts';
import { readGrades } from '../../dsl/fold/grades.ts';
import { gradeFindings } from '../../dsl/proofs/grade-findings.ts';
import { parseStandard } from '../../dsl/grammar/parser.ts';
import { readFormula } from '../../dsl/conditions/readers.ts';
import { ONE } from '../../dsl/numbers/number.ts';
import type { Span } from '../../dsl/text/source.ts';
import { coresOf } from '../../dsl/expressions/standard.ts';
import { compile } from '../../engine/values/compile.ts';
import { judge } from '../../engine/run/judge.ts';
import { CORPUS, inside, read, unplaced } from '../dsl/corpus.ts';
import { measureNamed, scopeOf } from '../dsl/scope.ts';
import { type Drawn, NAMES } from './texts.ts';

/** What went wrong with a text. */
export interface Fault {
  readonly kind: 'exception' | 'lost span' | 'unstable print';
  readonly detail: string;
}

const LEVELS = ['优', '良', '中', '差'];

/** Every name of the conformance lists is a ratio here, unless it says otherwise: most sentences then have a meaning. */
const MEASURES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CORPUS.flatMap(({ names }) => names.all())
      .filter((name) => name.length > 1)
      .map((name) => [name, '比率']),
  ),
  ...Object.fromEntries(NAMES.map((name) => [name, '万元'])),
  完成率: '比率',
  在职人数: '人',
  完成日期: '日期',
  已报送: '是非',
};

const SCOPE = scopeOf({ 分值: '10', 量: MEASURES, 等级: LEVELS });
const TOTAL = measureNamed('总分', '分');

/** Takes a text all the way; undefined when nothing went wrong. */
export function tryText({ kind, text, stable }: Drawn): Fault | undefined {
  try {
    const whole = { start: 0, end: text.length };
    const { tree, diagnostics, printed } = read(kind, text, SCOPE.names);
    const places = [...lost(tree, whole), ...outside(diagnostics, text)];
    if (places.length > 0) return { kind: 'lost span', detail: places.slice(0, 3).join('; ') };
    const back = read(kind, printed, SCOPE.names);
    if (stable && JSON.stringify(unplaced(back.tree)) !== JSON.stringify(unplaced(tree)))
      return { kind: 'unstable print', detail: printed };
    const strayed = outside(meaning(kind, text), text);
    return strayed.length > 0 ? { kind: 'lost span', detail: strayed.slice(0, 3).join('; ') } : undefined;
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'exception', detail };
  }
}

/** Places in a tree that are not inside the place around them; without recursion, for a tree may be as deep as a text is long. */
function lost(tree: unknown, whole: Span): readonly string[] {
  const found: string[] = [];
  const rest: { readonly node: unknown; readonly around: Span }[] = [{ node: tree, around: whole }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, around } = next;
    if (typeof node !== 'object' || node === null) continue;
    const own = 'span' in node && isSpan(node.span) ? node.span : around;
    if (!inside(own, around)) found.push(`${JSON.stringify(own)} is not inside ${JSON.stringify(around)}`);
    for (const value of Object.values(node)) if (!isSpan(value)) rest.push({ node: value, around: own });
  }
  return found;
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function outside(diagnostics: readonly Diagnostic[], text: string): readonly string[] {
  const whole = { start: 0, end: text.length };
  return diagnostics.flatMap(({ code, span, fixes }) =>
    [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]
      .filter((each) => !inside(each, whole))
      .map((each) => `${code} ${JSON.stringify(each)}`),
  );
}

/** Everything there is to say about a text that was read for its meaning, once it has been planned and run as well. */
function meaning(kind: Drawn['kind'], text: string): readonly Diagnostic[] {
  const { report, diagnostics } = collector();
  const slots = new Map<string, number>();
  const slotOf = (key: string): number => {
    const slot = slots.get(key) ?? slots.size;
    slots.set(key, slot);
    return slot;
  };
  const frame = { get: () => ({ lack: 'missing' as const, keys: [] }), weight: ONE };
  switch (kind) {
    case 'standard': {
      const { standard } = fold(parseStandard(text, SCOPE.names, report), text, SCOPE, new Map(), report);
      if (standard === undefined) break;
      if (diagnostics.every(({ severity }) => severity !== 'error')) findingsOf(standard, SCOPE, text, report);
      coresOf(standard).forEach((core) => compile(core, slotOf)(frame));
      judge(standard, slotOf)(frame);
      break;
    }
    case 'formula': {
      const { value } = readFormula(text, SCOPE, report);
      if (value !== undefined) compile(value.core, slotOf)(frame);
      break;
    }
    case 'grades':
      gradeFindings(readGrades(text, TOTAL, SCOPE, report), TOTAL, text, report);
  }
  return diagnostics;
}
