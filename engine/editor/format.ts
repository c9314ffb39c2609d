/**
 * A ruleset file formatted: its layout made even, and on request its sentences printed in canonical wording. What the file means, by its
 * hash, never changes: wording that would change it stays as its author wrote it. A file with an error is not touched.
 */
import {
  collector,
  type Declared,
  type Diagnostic,
  type Edit,
  type Names,
  namesOf,
  parseFormula,
  parseGrades,
  parseStandard,
  printFormula,
  printGrades,
  printSentence,
  type Report,
} from '../../dsl/index.ts';
import { layOut } from '../files/layout.ts';
import { link } from '../ruleset/link.ts';
import { applyEdits, type Text } from '../files/locate.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { loadRuleset, type NamePair } from '../files/ruleset-file.ts';

/** A ruleset file before and after. */
export interface Formatted {
  /** The file’s text as decoded. */
  readonly text: string;
  /** The text it should have; undefined when the file has an error and must stay as it is. */
  readonly formatted: string | undefined;
  /** Everything found on the way; their places are in `text`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Formats a ruleset file; `canonical` also prints its sentences, formulas and grades in canonical wording. */
export function formatRuleset(source: Uint8Array | string, file: string, canonical: boolean): Formatted {
  const { text, ruleset, diagnostics } = read(source, file);
  if (ruleset === undefined) return { text, formatted: undefined, diagnostics };
  const worded = canonical ? (applyEdits(text, wordings(text, file, ruleset)) ?? text) : text;
  return { text, formatted: layOut(worded), diagnostics };
}

/** A file linked, unless there is an error in it. */
function read(
  source: Uint8Array | string,
  file: string,
): { readonly text: string; readonly ruleset: Ruleset | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const loaded = loadRuleset(source, file);
  const { text } = loaded;
  if (loaded.ruleset === undefined || loaded.diagnostics.some(isError))
    return { text, ruleset: undefined, diagnostics: loaded.diagnostics };
  const linked = link(loaded.ruleset);
  const diagnostics = [...loaded.diagnostics, ...linked.diagnostics];
  return { text, ruleset: diagnostics.some(isError) ? undefined : linked.ruleset, diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** The edits that give canonical wording and leave the hash as it is: all of them when they may all be made, else one by one. */
function wordings(text: string, file: string, ruleset: Ruleset): readonly Edit[] {
  const keeps = (edits: readonly Edit[]): boolean => {
    const changed = applyEdits(text, edits);
    return changed !== undefined && read(changed, file).ruleset?.hash === ruleset.hash;
  };
  const proposed = proposals(ruleset);
  if (keeps(proposed.flat())) return proposed.flat();
  const made: Edit[] = [];
  for (const edits of proposed) if (keeps([...made, ...edits])) made.push(...edits);
  return made;
}

/** For each text whose canonical wording is another, the edits of the file. */
function proposals(ruleset: Ruleset): readonly (readonly Edit[])[] {
  const { file, indicators } = ruleset;
  const general = generalNames(ruleset);
  const found: (readonly Edit[])[] = [];
  const propose = (text: Text, print: (report: Report) => string): void => {
    const { report, diagnostics } = collector();
    const printed = print(report);
    if (diagnostics.length > 0 || printed === '' || printed === text.text) return;
    const edits = text.rewrite([{ span: { start: 0, end: text.text.length }, text: printed }]);
    if (edits !== undefined) found.push(edits);
  };
  for (const { leaf, level } of indicators) {
    const words = level?.type.kind === 'level' ? level.type.words : [];
    const names = namesOf(
      [
        ...spelt([...leaf.conditions, ...leaf.measures].map(nameText), 'data'),
        ...spelt(leaf.items.map(textOnly), 'data'),
        ...spelt(words, 'level'),
        ...spelt(leaf.aliases.map(nameText), 'data'),
      ],
      general,
    );
    propose(leaf.standard, (report) => printSentence(parseStandard(leaf.standard.text, names, report)));
    for (const text of leaf.formulas) {
      propose(text, (report) => {
        const formula = parseFormula(text.text, general, report);
        return formula === undefined ? '' : printFormula(formula);
      });
    }
  }
  const { grades } = file;
  if (grades !== undefined) propose(grades, (report) => printGrades(parseGrades(grades.text, general, report)));
  return found;
}

type Spelling = readonly [spelling: string, declared: Declared];

function spelt(spellings: readonly string[], role: Declared['role']): readonly Spelling[] {
  return spellings.map((spelling) => [spelling, { name: spelling, role }]);
}

function nameText({ name }: Pick<NamePair, 'name'>): string {
  return name.text;
}

function textOnly({ text }: Text): string {
  return text;
}

/** Fields and what is computed; an alias stands for itself, so that the author’s word for a thing stays. */
function generalNames({ spellings, definitions }: Ruleset): Names {
  return namesOf(
    spelt([...spellings.keys(), ...spellings.values(), ...definitions.map(({ measure }) => measure.name)], 'data'),
  );
}
