/**
 * `jichi score UNIT UNIT …`: units scored together under one ruleset, so that places and means are known, and one table of their
 * totals. Nothing is printed where the input of any of them is at fault.
 */
import { type FiledDiagnostic, type Place, placesOf, scoreAll, type ScoreResult, toJson } from '../engine/index.ts';
import type { ScoreRequest } from './arguments.ts';
import { hasErrors, hasWarnings } from './diagnostics.ts';
import { type Batch, loadBatch } from './inputs.ts';
import { jsonText } from './json.ts';
import { escapeMarkdown, scoreMarkdown } from './markdown.ts';
import { refusal } from './refusal.ts';
import { fillInLines, gradeText, pointsOrRange, provenanceText, rulesetTitle, unscoredCount } from './sheet.ts';
import { type Column, type Row, tableLines } from './table.ts';
import { type Look, oneLine, type Outcome } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** A unit's result with its place among those it was scored with. */
interface Placed {
  readonly result: ScoreResult;
  readonly place: Place;
}

/** Runs `jichi score` on several units. */
export function runBatch(request: ScoreRequest, cwd: string, out: Look, err: Look): Outcome {
  const { format, lang, strict } = request;
  const batch = loadBatch([request.unit, ...request.others], request.ruleset, cwd);
  if (batch.kind === 'unusable') return refusal(batch, format === 'json', lang, err);
  const results = scoredTogether(batch);
  const findings = results.flatMap(({ diagnostics }) => diagnostics);
  if (hasErrors(findings))
    return refusal({ kind: 'unusable', findings, texts: batch.texts }, format === 'json', lang, err);
  const open = results.some((result) => unscoredCount(result) > 0 || result.total.points === undefined);
  const code = open || (strict && hasWarnings([...findings, ...batch.rulesetFindings])) ? 1 : 0;
  const places = placesOf(results);
  const placed = results.flatMap((result, index): readonly Placed[] => {
    const place = places[index];
    return place === undefined ? [] : [{ result, place }];
  });
  const words = wordsIn(lang);
  switch (format) {
    case 'json': {
      const list = placed.map(({ result, place }) => ({ place, ...asObject(toJson(result, batch.texts, lang)) }));
      return { out: jsonText(list), err: '', code };
    }
    case 'markdown': {
      const sheets = results.map((result, index) => {
        const file = batch.units[index]?.unit.file ?? '';
        const lines = fillInLines(result.indicators, batch.texts.get(file) ?? '', words);
        const beside = { findings: result.diagnostics, alerts: [], remarks: [], fillIn: { file, lines } };
        return scoreMarkdown(result, beside, batch.texts, lang);
      });
      return { out: [summaryMarkdown(placed, words), ...sheets].join('\n'), err: '', code };
    }
    case 'table':
      return { out: summaryTable(placed, words, out), err: '', code };
  }
}

function scoredTogether({ ruleset, units }: Batch): readonly ScoreResult[] {
  const results = scoreAll(
    ruleset,
    units.map(({ unit }) => unit),
  );
  return results.map((result, index) => {
    const before: readonly FiledDiagnostic[] = units[index]?.findings ?? [];
    return { ...result, diagnostics: [...before, ...result.diagnostics] };
  });
}

function asObject(document: unknown): object {
  return typeof document === 'object' && document !== null ? document : {};
}

/** The best first; who may share a place stays in the order given. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  return placed.toSorted((left, right) => left.place.best - right.place.best || left.place.worst - right.place.worst);
}

function cellsOf({ result, place: { best, worst } }: Placed, words: Words): readonly string[] {
  const unscored = unscoredCount(result);
  return [
    best === worst ? String(best) : words.range(String(best), String(worst)),
    result.unit.name,
    pointsOrRange(result.total, words),
    result.grade === undefined ? '' : gradeText({ ...result.grade, above: undefined, next: undefined }, words),
    unscored === 0 ? '' : words.unscoredItems(unscored),
  ];
}

function titlesOf(words: Words): readonly string[] {
  return [words.place, words.unit, words.total, words.grade, words.remarks];
}

function summaryTable(placed: readonly Placed[], words: Words, look: Look): string {
  const [first] = placed;
  if (first === undefined) return '';
  const aligns: readonly Column['align'][] = ['right', 'left', 'point', 'left', 'left'];
  const columns = titlesOf(words).map((title, index): Column => ({ title, align: aligns[index] ?? 'left' }));
  const rows = inOrder(placed).map((one): Row => {
    const cells = cellsOf(one, words).map(oneLine);
    return unscoredCount(one.result) === 0 ? { cells } : { cells, paint: (line) => look.paint('warning', line) };
  });
  const head = look.paint('heading', oneLine(rulesetTitle(first.result.ruleset, words)));
  const lines = [head, words.together(placed.length), '', ...tableLines(columns, rows, look.width), ''];
  return `${[...lines, look.paint('faint', provenanceText(first.result, words))].join('\n')}\n`;
}

function summaryMarkdown(placed: readonly Placed[], words: Words): string {
  const [first] = placed;
  if (first === undefined) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = inOrder(placed).map((one) => line(cellsOf(one, words).map(escapeMarkdown)));
  const title = `# ${escapeMarkdown(rulesetTitle(first.result.ruleset, words))}`;
  const table = [line(titlesOf(words)), line(['---:', '---', '---:', '---', '---']), ...rows].join('\n');
  return `${[title, words.together(placed.length), table].join('\n\n')}\n`;
}
