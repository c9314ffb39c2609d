/**
 * The fold: clauses become one tree of case, sum and part, and what they do outside their own item. How clauses combine is in combine.ts
 * and lists.ts. Openings are given to `answers`, or listed with their first option taken.
 */
import type { Chunk, Sentence } from '../text/ast.ts';
import { beyondOf } from './beyond.ts';
import { withBracketedWords } from '../conditions/bracketed-words.ts';
import type { Block, Clause } from '../conditions/clauses.ts';
import { clausesOf } from '../clauses/clause-reader.ts';
import { withCappedMeasures } from '../clauses/capped-measures.ts';
import { caseOf, nothingSaid, ruleOf } from './cases.ts';
import { type Cuts, ownCuts } from './combine.ts';
import type { Context } from '../conditions/context.ts';
import type { Diagnostic, Report } from '../text/diagnostic.ts';
import { withOneDifference } from '../conditions/differences.ts';
import { withoutExplanations } from '../conditions/headings.ts';
import { withLevels } from '../expressions/levels-named.ts';
import { type KindSection, kindSectionsOf } from './kind-sections.ts';
import { listOf, withCommon } from './lists.ts';
import { quantityValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { ZERO } from '../numbers/number.ts';
import { type Answers, openingsOf } from '../conditions/openings.ts';
import { parseStandard } from '../grammar/parser.ts';
import { withReferences } from './references.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Section, sectionsOf } from './sections.ts';
import { settledBlocks } from '../conditions/settled.ts';
import { withSeries } from '../clauses/series.ts';
import { type Span, cover } from '../text/source.ts';
import type { Beyond, OpenChoice, Standard } from '../expressions/standard.ts';
import { reportUnused } from './unused.ts';
import { fullMarks, vetoesOf } from './vetoes.ts';
import { withWeight } from './weights.ts';

/** A standard with one meaning, and the choices that were made for it. */
export interface Folded {
  /** undefined when the sentence has a fault; it is reported */
  readonly standard: Standard | undefined;
  readonly beyond: Beyond;
  readonly open: readonly OpenChoice[];
}

/** Reads a standard from its text. */
export function readStandard(text: string, scope: Scope, answers: Answers, report: Report): Folded {
  const own = withLevels(text, scope);
  return fold(parseStandard(text, own.names, report), text, own, answers, report);
}

/** Gives a parsed sentence its meaning. */
export function fold(sentence: Sentence, text: string, scope: Scope, answers: Answers, tell: Report): Folded {
  const faults: Diagnostic[] = [];
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') faults.push(diagnostic);
    tell(diagnostic);
  };
  const context: Context = { text, scope, report, openings: openingsOf(text, scope, answers, report) };
  const { standard, read, others } = wholeStandard(sentence, context);
  const beyond = beyondOf(others, standard, sentence.span, context);
  if (
    (standard === undefined || isEmpty(standard)) &&
    sentence.chunks.every(({ kind }) => kind !== 'award' && kind !== 'step')
  ) {
    report(diagnose('no-award', sentence.span));
  }
  if (standard !== undefined) reportUnused(read, [standard, beyond], context);
  return { standard: faults.length > 0 ? undefined : standard, beyond, open: context.openings.open };
}

/** A part in which nothing gives points. */
function isEmpty(standard: Standard): boolean {
  return (
    standard.kind === 'part' &&
    standard.bands.length + standard.adjustments.length === 0 &&
    standard.fallback === undefined
  );
}

/** A standard with the clauses it was built from, and those that leave the item. */
interface Built {
  readonly standard: Standard | undefined;
  readonly read: readonly Block[];
  readonly others: readonly Clause[];
}

/** A sentence, or the sum of its sections under what is said of all of them. */
function wholeStandard({ chunks, span }: Sentence, context: Context): Built {
  const { scope, text } = context;
  const scoring = withReferences(withoutExplanations(withBracketedWords(chunks, text), text), text);
  const kinds = kindSectionsOf(scoring, context);
  if (kinds.length > 0) return kindsStandard(kinds, span, context);
  const sectioned = sectionsOf(scoring, text);
  if (sectioned === undefined) return standardOf(scoring, span, ownCuts(scope), context);
  const built = sectioned.sections.map((section) => sectionStandard(section, context));
  const common = blocksOf(sectioned.common, context);
  const [own, others] = splitBeyond(common);
  const parts = built.flatMap(({ standard }) => standard ?? []);
  const clauses = own.flatMap((block) => block.clauses);
  return {
    standard: parts.length < built.length ? undefined : withCommon(parts, clauses, [], span, context),
    read: [...built.flatMap(({ read }) => read), ...common],
    others: [...built.flatMap((each) => each.others), ...others],
  };
}

/** One standard for each kind of unit. */
function kindsStandard(kinds: readonly KindSection[], span: Span, context: Context): Built {
  const built = kinds.map(({ chunks }) => standardOf(chunks, span, ownCuts(context.scope), context));
  const rules = kinds.map(({ selector }, index) => ({ selector, rule: built[index]?.standard }));
  return {
    standard: caseOf(rules, nothingSaid(span), span, context),
    read: built.flatMap(({ read }) => read),
    others: built.flatMap(({ others }) => others),
  };
}

/** A section is scored as a sentence of its own weight. */
function sectionStandard({ chunks, points }: Section, context: Context): Built {
  const weight = points === undefined ? undefined : quantityValue(points)?.value;
  const whole = chunks.length === 0 ? { start: 0, end: 0 } : cover(...chunks.map(({ span }) => span));
  if (weight === undefined) return standardOf(chunks, whole, { floor: ZERO, cap: undefined }, context, true);
  const scope: Scope = { ...context.scope, weight, highest: undefined };
  const built = standardOf(chunks, whole, ownCuts(scope), { ...context, scope }, true);
  return { ...built, standard: built.standard && withWeight(built.standard, weight) };
}

function blocksOf(chunks: readonly Chunk[], context: Context): readonly Block[] {
  const blocks = withCappedMeasures(clausesOf(chunks, context), context);
  return settledBlocks(withSeries(withOneDifference(blocks), context), context);
}

function standardOf(chunks: readonly Chunk[], span: Span, cuts: Cuts, context: Context, addend = false): Built {
  const read = blocksOf(chunks, context);
  const [own, others] = splitBeyond(read);
  const silent = others.length > 0 && own.every(({ clauses }) => clauses.length === 0);
  const standard = silent
    ? fullMarks(span, cuts)
    : (vetoesOf(own, span, cuts, context) ??
      (own.some(({ listed }) => listed)
        ? listOf(own, span, context)
        : ruleOf(own[0]?.clauses ?? [], span, cuts, context, addend)));
  return { standard, read, others };
}

/** Clauses of the item itself, and those that speak of the total, each with the limits and readings said of it. */
function splitBeyond(blocks: readonly Block[]): readonly [own: readonly Block[], others: readonly Clause[]] {
  const others = new Set<Clause>();
  for (const { clauses } of blocks) {
    let moved = false;
    for (const clause of clauses) {
      const moves = (clause.kind === 'step' || clause.kind === 'award') && clause.scope === 'total';
      const follows: boolean = moved && (clause.kind === 'limit' || clause.kind === 'reading');
      if (moves || follows || clause.kind === 'effect') others.add(clause);
      moved = moves || follows;
    }
  }
  const own = blocks.map((block) => ({ ...block, clauses: block.clauses.filter((clause) => !others.has(clause)) }));
  return [own, [...others]];
}
