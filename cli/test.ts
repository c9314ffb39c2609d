/**
 * `jichi test`: the examples in a ruleset run, and what they leave untried: clauses, boundaries, slips of the pen nobody would notice.
 */
import {
  type Boundary,
  type Examined,
  type ExaminedIndicator,
  examine,
  exampleLine,
  type Mutant,
} from '../engine/index.ts';
import { type Span, valueText } from '../dsl/index.ts';
import type { TestRequest } from './arguments.ts';
import { diagnosticsText, hasErrors, inFile } from './diagnostics.ts';
import { loadLinked } from './inputs.ts';
import { findingsJson, jsonText } from './json.ts';
import { refusal } from './refusal.ts';
import { type Column, tableLines } from './table.ts';
import { type Look, oneLine, type Outcome } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** Runs `jichi test`. Ends with 1 when an example fails, under `--strict` when anything is untried; an unusable ruleset ends it with 2. */
export function runTest(request: TestRequest, cwd: string, out: Look, err: Look): Outcome {
  const { lang, format, strict, suggest, ruleset: file } = request;
  const loaded = loadLinked(file, cwd);
  const usable = loaded.kind === 'loaded' && !hasErrors(loaded.findings);
  if (!usable) return refusal({ ...loaded, kind: 'unusable' }, format === 'json', lang, err);
  const examined = examine(loaded.content);
  const failures = inFile(file, examined.failures);
  const untried = examined.indicators.some((one) => leftOf(one) > 0);
  const code = failures.length > 0 || (strict && untried) ? 1 : 0;
  if (format === 'json') {
    const document = { file, ...testJson(examined), failures: findingsJson(failures, loaded.texts, lang) };
    return { out: jsonText(document), err: '', code };
  }
  const words = wordsIn(lang);
  const failed = failures.length === 0 ? '' : diagnosticsText(failures, loaded.texts, lang, out);
  const blocks = examined.indicators.map((one) => indicatorText(one, words));
  const added = suggest ? suggestionText(examined, words) : '';
  return {
    out: `${headText(examined, words)}\n${failed}\n${tableText(examined, words, out)}\n${blocks.join('')}${added}`,
    err: '',
    code,
  };
}

function headText({ examples, failures }: Examined, words: Words): string {
  if (examples === 0) return words.noExamples;
  return failures.length === 0 ? words.examplesHeld(examples) : words.examplesFailed(examples, failures.length);
}

function tableText({ indicators }: Examined, words: Words, look: Look): string {
  const right = (title: string): Column => ({ title, align: 'right' });
  const columns: readonly Column[] = [
    { title: words.indicator, align: 'left' },
    right(words.clausesTried),
    right(words.boundariesTried),
    right(words.slipsNoticed),
  ];
  const rows = indicators.map(({ indicator, clauses, boundaries, mutants }) => {
    const sides = boundaries.flatMap((boundary) => boundary.sides);
    return {
      cells: [
        oneLine(indicator.name),
        words.ofAll(clauses.filter(({ touched }) => touched).length, clauses.length),
        words.ofAll(sides.filter(({ tried }) => tried).length, sides.length),
        words.ofAll(mutants.filter(({ noticed }) => noticed).length, mutants.length),
      ],
    };
  });
  return `${tableLines(columns, rows, look.width).join('\n')}\n`;
}

/** What is left untried of one indicator. */
function leftOf({ clauses, boundaries, mutants }: ExaminedIndicator): number {
  return (
    clauses.filter(({ touched }) => !touched).length +
    boundaries.flatMap(({ sides }) => sides).filter(({ tried }) => !tried).length +
    mutants.filter(({ noticed }) => !noticed).length
  );
}

function indicatorText(one: ExaminedIndicator, words: Words): string {
  if (leftOf(one) === 0) return '';
  const { indicator, clauses, boundaries, mutants } = one;
  const sentence = indicator.leaf.standard.text;
  const wordsAt = ({ start, end }: Span): string => oneLine(sentence.slice(start, end));
  const listed = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `  ${title}${words.colon}\n${lines.map((line) => `    ${line}\n`).join('')}`;
  const untried = boundaries.flatMap((boundary) => untriedSides(boundary, words));
  return [
    `${oneLine(indicator.name)}\n`,
    listed(
      words.untouchedClauses,
      clauses.filter(({ touched }) => !touched).map(({ span }) => wordsAt(span)),
    ),
    listed(words.untriedBoundaries, untried),
    listed(
      words.unnoticedSlips,
      mutants.filter(({ noticed }) => !noticed).map((mutant) => slipText(mutant, words)),
    ),
    '\n',
  ].join('');
}

function slipText({ changes, sentence }: Mutant, words: Words): string {
  const changed = changes.map(({ from, to }) => words.changed(oneLine(from), oneLine(to))).join(words.list);
  return `${changed}${words.colon}${oneLine(sentence)}`;
}

function untriedSides({ at, measure, sides }: Boundary, words: Words): readonly string[] {
  const left = sides.filter(({ tried }) => !tried).map(({ side }) => words.side[side]);
  return left.length === 0 ? [] : [`${left.join(words.list)} ${valueText(at, measure)}`];
}

function suggestionText({ suggestions }: Examined, words: Words): string {
  if (suggestions.length === 0) return '';
  const groups = new Map<string, string[]>();
  for (const suggested of suggestions) {
    const { name } = suggested.indicator;
    groups.set(name, [...(groups.get(name) ?? []), `  ${exampleLine(suggested)}\n`]);
  }
  const blocks = [...groups].map(([name, lines]) => `# ${oneLine(name)}\n${lines.join('')}`);
  return `${words.suggestions}${words.colon}\n\n${blocks.join('\n')}`;
}

function testJson({ examples, indicators, suggestions }: Examined): object {
  return {
    examples,
    indicators: indicators.map(({ indicator, clauses, boundaries, mutants }) => ({
      name: indicator.name,
      clauses: clauses.map(({ span, touched }) => ({
        text: indicator.leaf.standard.text.slice(span.start, span.end),
        touched,
      })),
      boundaries: boundaries.map(({ at, measure, sides }) => ({
        at: valueText(at, measure),
        tried: Object.fromEntries(sides.map(({ side, tried }) => [side, tried])),
      })),
      mutants: mutants.map(({ kind, sentence, noticed }) => ({ kind, sentence, noticed })),
    })),
    suggestions: suggestions.map((suggested) => ({
      indicator: suggested.indicator.name,
      example: exampleLine(suggested),
    })),
  };
}
