/**
 * 豁免: findings their author has seen and keeps, with the reason. A waiver takes warnings and notes out of the findings and lists
 * them apart; errors stay, and so does every waiver that has nothing to take.
 */
import { type Diagnostic, type Span, cover, foldWidth, nearest } from '../../dsl/index.ts';
import type { Text } from '../files/locate.ts';
import { MESSAGES, diagnoseFile } from '../files/messages.ts';
import type { IndicatorLeaf, IndicatorNode, RulesetFile, Waiver } from '../files/ruleset-file.ts';

/** A finding that is waived, and why. */
export interface Waived {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** A waiver with the part of the file it speaks of. */
interface Placed {
  readonly waiver: Waiver;
  /** texts in which its 处 is looked for */
  readonly texts: readonly Text[];
  /** where findings must lie; anywhere when undefined */
  readonly within: Span | undefined;
}

/** Parts findings into those that stay, with what there is to say about the waivers of such codes, and those waived. */
export function waive(
  file: RulesetFile,
  diagnostics: readonly Diagnostic[],
  isOwn: (code: string) => boolean,
): { readonly diagnostics: readonly Diagnostic[]; readonly waived: readonly Waived[] } {
  const waived = new Map<Diagnostic, Waived>();
  const about: Diagnostic[] = [];
  for (const placed of placedWaivers(file)) {
    const { code, reason } = placed.waiver;
    if (!isOwn(code.text)) continue;
    if (!Object.hasOwn(MESSAGES, code.text)) {
      const suggestion = nearest(code.text, Object.keys(MESSAGES));
      const data = { code: code.text, ...(suggestion === undefined ? {} : { suggestion }) };
      about.push(diagnoseFile('unknown-code', code.span, data));
      continue;
    }
    const taken = diagnostics.filter((diagnostic) => takes(placed, diagnostic));
    for (const diagnostic of taken) {
      if (!waived.has(diagnostic)) waived.set(diagnostic, { diagnostic, reason: reason.text });
    }
    if (taken.length === 0) about.push(diagnoseFile('unused-waiver', code.span, { code: code.text }));
  }
  return {
    diagnostics: [...diagnostics.filter((diagnostic) => !waived.has(diagnostic)), ...about],
    waived: [...waived.values()],
  };
}

function takes({ waiver, texts, within }: Placed, { code, severity, span }: Diagnostic): boolean {
  if (code !== waiver.code.text || severity === 'error') return false;
  if (within !== undefined && !contains(within, span)) return false;
  const { place } = waiver;
  return place === undefined || texts.some((text) => placesIn(text, place.text).some((found) => touches(found, span)));
}

/** Where the words of a 处 stand in a text, in the file; widths and quotes aside. */
function placesIn(text: Text, words: string): readonly Span[] {
  const [all, sought] = [foldWidth(text.text), foldWidth(words.trim())];
  const found: Span[] = [];
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1))
    found.push(text.at({ start: at, end: at + sought.length }));
  return found;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function touches(place: Span, finding: Span): boolean {
  return contains(place, finding) || contains(finding, place);
}

function placedWaivers(file: RulesetFile): readonly Placed[] {
  const leaves = leavesOf(file.indicators);
  const all = [...headTexts(file), ...leaves.flatMap(leafTexts)];
  return [
    ...leaves.flatMap((leaf) => {
      const texts = leafTexts(leaf);
      const within = cover(...texts.map(({ span }) => span));
      return leaf.waivers.map((waiver) => ({ waiver, texts, within }));
    }),
    ...file.waivers.map((waiver) => ({ waiver, texts: all, within: undefined })),
  ];
}

function leavesOf(nodes: readonly IndicatorNode[]): readonly IndicatorLeaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children)));
}

function leafTexts(leaf: IndicatorLeaf): readonly Text[] {
  const pairs = [...leaf.measures, ...leaf.conditions, ...leaf.aliases];
  const texts = [leaf.name, leaf.weight, leaf.standard, leaf.cap, ...leaf.formulas, ...leaf.levels, ...leaf.items];
  return [
    ...texts,
    ...pairs.flatMap(({ name, value }) => [name, value]),
    ...leaf.readings.flatMap(({ kindText, choiceText }) => [kindText, choiceText]),
  ].filter((text) => text !== undefined);
}

function headTexts({
  title,
  family,
  statusText,
  grades,
  fields,
  parameters,
  crossChecks,
}: RulesetFile): readonly Text[] {
  return [
    title,
    family,
    statusText,
    grades,
    ...fields.flatMap(({ name, unit, range, aliases }) => [name, unit, range, ...aliases]),
    ...parameters.flatMap(({ name, value, unit }) => [name, value, unit]),
    ...crossChecks.flatMap(({ expression, tolerance }) => [expression, tolerance]),
  ].filter((text) => text !== undefined);
}
