/**
 * Conformance: a list of sentences, grade tables and formulas with what each must give, run through the whole product. Every entry
 * becomes a ruleset of one indicator and every example a unit, so what holds here holds for a bureau's own files.
 */
import type { Diagnostic, Lang } from '../../dsl/index.ts';
import { type Entry, readEntry } from './entry.ts';
import type { Checking } from './findings.ts';
import { formulaDifferences } from './formula.ts';
import { gradeDifferences } from './grade.ts';
import type { Difference, EntryOutcome } from './report.ts';
import { isError } from './run.ts';
import { standardDifferences } from './standard.ts';
import { conformanceWords } from './words.ts';
import { diagnoseFile, textOf } from '../files/messages.ts';
import { readYaml, type SourceNode } from '../files/yaml.ts';

/** A conformance list run. */
export interface ConformanceRun {
  /** The file's text as decoded; the spans of `diagnostics` point into it. */
  readonly text: string;
  /** Why there is no list; empty when there is one. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of the file. */
  readonly outcomes: readonly EntryOutcome[];
}

/**
 * Runs a conformance list: the bytes or text of a file in the format of test/conformance. Whatever is wrong with an entry, a fault of
 * ours on running it included, is a difference of that entry and keeps no other from being run. Differences are put in `lang`.
 */
export function runConformance(source: Uint8Array | string, lang: Lang): ConformanceRun {
  const { text, root, diagnostics } = readYaml(source);
  if (root === undefined) return { text, diagnostics, outcomes: [] };
  if (root.kind !== 'list') return { text, diagnostics: [notAList(root)], outcomes: [] };
  const checking: Checking = { words: conformanceWords(lang), lang };
  const outcomes = root.items.map((node, index): EntryOutcome => {
    const { id, family, sentence, entry, faults } = readEntry(node, index + 1, checking.words);
    const own = diagnostics.filter(({ span }) => span.start >= node.span.start && span.end <= node.span.end);
    const unread = own.filter(isError).map((finding): Difference => ({
      kind: 'entry',
      expected: checking.words.readable,
      actual: textOf(finding, lang),
    }));
    const differences = entry === undefined ? [] : differencesOf(entry, checking);
    return { id, family, sentence, differences: [...unread, ...faults, ...differences] };
  });
  return { text, diagnostics: [], outcomes };
}

function differencesOf(entry: Entry, checking: Checking): readonly Difference[] {
  try {
    switch (entry.kind) {
      case 'standard':
        return standardDifferences(entry, checking);
      case 'grade':
        return gradeDifferences(entry, checking);
      case 'formula':
        return formulaDifferences(entry, checking);
    }
  } catch (error) {
    const { words } = checking;
    const message = error instanceof Error ? error.message : String(error);
    return [{ kind: 'error', expected: words.runs, actual: words.fault(message) }];
  }
}

function notAList(root: SourceNode): Diagnostic {
  const [found, foundEn] = root.kind === 'scalar' ? ['一段文字', 'a text'] : ['几行“名称: 内容”', 'a map'];
  const data = {
    expected: '列表（每项以“- ”开头）',
    expectedEn: 'a list (items beginning with “- ”)',
    found,
    foundEn,
  };
  return diagnoseFile(
    'wrong-shape',
    { start: root.span.start, end: Math.min(root.span.end, root.span.start + 1) },
    data,
  );
}
