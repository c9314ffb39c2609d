/**
 * The ways to change a sentence by a hair: a figure moved by one in its last place, 含 turned into 不含, the points of two neighbours
 * swapped. What became of the meaning is for others to say.
 */
import type { Chunk } from '../text/ast.ts';
import { collector, type Edit } from '../text/diagnostic.ts';
import type { Names } from '../words/names.ts';
import { parseStandard } from '../grammar/parser.ts';
import type { Span } from '../text/source.ts';
import { wordsOf } from '../grammar/words.ts';

/** What is changed: a threshold, 含 or 不含, the points of two bands, how far a step reaches, points, a cap. */
export type SlipKind = 'threshold' | 'inclusion' | 'swap' | 'step' | 'points' | 'cap';

/** One slip of the pen; `span` is its place in the original. */
export interface Slip {
  readonly kind: SlipKind;
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** The slips a sentence lends itself to, in its order. */
export function slipsOf(sentence: string, names: Names): readonly Slip[] {
  const { chunks } = parseStandard(sentence, names, collector().report);
  const figures = wordsOf(sentence, names, 'standard').flatMap(({ kind, span }) => {
    const chunk = chunks.find((one) => one.span.start <= span.start && span.end <= one.span.end);
    return chunk === undefined ? [] : [{ kind, text: sentence.slice(span.start, span.end), span, chunk }];
  });
  const nudged = figures.flatMap(({ kind, text, span, chunk }): readonly Slip[] => {
    if (kind === 'inclusion') return [{ kind: 'inclusion', span, edits: [{ span, text: turned(text) }] }];
    const change = kind === 'quantity' ? ofQuantity(chunk) : kind === 'points' ? ofPoints(chunk) : undefined;
    return change === undefined
      ? []
      : nudges(text).map((next) => ({ kind: change, span, edits: [{ span, text: next }] }));
  });
  const awards = figures.filter(({ kind, chunk }) => kind === 'points' && chunk.kind === 'award');
  const swaps = awards.slice(1).flatMap((second, index): readonly Slip[] => {
    const first = awards[index];
    if (first === undefined || first.text === second.text) return [];
    const edits = [
      { span: first.span, text: second.text },
      { span: second.span, text: first.text },
    ];
    return [{ kind: 'swap', span: { start: first.span.start, end: second.span.end }, edits }];
  });
  return [...nudged, ...swaps];
}

function ofQuantity({ kind }: Chunk): SlipKind | undefined {
  if (kind === 'condition' || kind === 'basis') return 'threshold';
  return kind === 'step' ? 'step' : undefined;
}

function ofPoints({ kind }: Chunk): SlipKind | undefined {
  if (kind === 'limit') return 'cap';
  return kind === 'award' || kind === 'step' ? 'points' : undefined;
}

function turned(mark: string): string {
  return mark.includes('不') ? mark.replace('不', '') : mark.replace(/包?含/, '不含');
}

/** The figure one unit in its last place up, and down where that leaves it above zero. */
function nudges(text: string): readonly string[] {
  const found = /\d+(?:\.(\d+))?/.exec(text);
  const [figure, decimals = ''] = found ?? [];
  if (figure === undefined) return [];
  const scaled = BigInt(figure.replace('.', ''));
  return [scaled + 1n, scaled - 1n]
    .filter((value) => value > 0n)
    .map((value) => text.replace(figure, withDecimals(value, decimals.length)));
}

function withDecimals(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
