/**
 * The layout of a YAML file: two blanks a level, no blanks at the end of a line, no quotes where none are needed. Comments, blank lines,
 * the order of keys and every text stay as they are. Each step is taken only if the file then still says exactly the same.
 */
import type { Edit, Span } from '../../dsl/index.ts';
import { applyEdits } from './locate.ts';
import { readYaml, type SourceNode, standsPlain } from './yaml.ts';

const STEP = 2;

/** The file laid out anew; the same text when it cannot be read. */
export function layOut(text: string): string {
  return [unquoted, indented, ended].reduce((before, step) => {
    const { root } = readYaml(before);
    if (root === undefined) return before;
    const after = step(before, root);
    const again = readYaml(after);
    return again.diagnostics.length === 0 && sameTree(root, again.root) ? after : before;
  }, text);
}

/** Whether two files hold the same texts under the same keys in the same order. */
function sameTree(left: SourceNode, right: SourceNode | undefined): boolean {
  if (left.kind === 'scalar') return right?.kind === 'scalar' && left.text === right.text && left.blank === right.blank;
  if (left.kind === 'list')
    return (
      right?.kind === 'list' &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => sameTree(item, right.items[index]))
    );
  return (
    right?.kind === 'map' &&
    left.entries.length === right.entries.length &&
    left.entries.every(({ key, value }, index) => {
      const other = right.entries[index];
      return other?.key.text === key.text && sameTree(value, other.value);
    })
  );
}

/** Every node with what is around it; a node met again through an alias is met once. */
function* walk(
  node: SourceNode,
  text: string,
  flow: boolean,
  key: boolean,
  seen: Set<SourceNode>,
): Generator<{ readonly node: SourceNode; readonly flow: boolean; readonly key: boolean }> {
  if (seen.has(node)) return;
  seen.add(node);
  yield { node, flow, key };
  const inside = flow || isFlow(node, text);
  if (node.kind === 'list') for (const item of node.items) yield* walk(item, text, inside, false, seen);
  if (node.kind !== 'map') return;
  for (const entry of node.entries) {
    yield* walk(entry.key, text, inside, true, seen);
    yield* walk(entry.value, text, inside, false, seen);
  }
}

function isFlow({ kind, span }: SourceNode, text: string): boolean {
  return kind !== 'scalar' && '{['.includes(text.charAt(span.start));
}

/** Without quotes that change nothing. A text that other readers would take for a number keeps its quotes. */
function unquoted(text: string, root: SourceNode): string {
  const edits: Edit[] = [];
  for (const { node, flow, key } of walk(root, text, false, false, new Set())) {
    if (node.kind !== 'scalar') continue;
    const source = text.slice(node.span.start, node.span.end);
    const bare = /^(["'])[^\n]*\1$/.test(source) && standsPlain(node.text, { flow, key });
    if (bare) edits.push({ span: node.span, text: node.text });
  }
  return applyEdits(text, edits) ?? text;
}

/** One line break at the end. */
function ended(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.replace(/\s+$/, '')}${end}`;
}

/** A level of the file: where its lines begin, and where they are to begin. */
interface Level {
  readonly kind: 'map' | 'list';
  readonly from: number;
  readonly to: number;
}

/** Lines that belong to what began on a line before them: `exact` when their blanks are part of a text. */
interface Inner extends Span {
  readonly exact: boolean;
}

function indented(text: string, root: SourceNode): string {
  const inner = innerSpans(text, root);
  const lines: string[] = [];
  let comments: { readonly at: number; readonly from: number }[] = [];
  let levels: readonly Level[] = [];
  let shift = 0;
  let offset = 0;
  const place = (from: number, to: number, around: readonly Level[]): void => {
    for (const comment of comments) {
      const at = comment.from === from ? to : (levelAt(comment.from, around)?.to ?? 0);
      lines[comment.at] = ' '.repeat(at) + (lines[comment.at] ?? '').trimStart();
    }
    comments = [];
  };
  for (const line of text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const within = inner.find((span) => span.start < start && start < span.end);
    const from = line.length - line.trimStart().length;
    const body = line.trimEnd();
    if (within !== undefined) lines.push(moved(line, shift, within.exact));
    else if (body.trim() === '') lines.push('');
    else if (body.trimStart().startsWith('#')) {
      comments.push({ at: lines.length, from });
      lines.push(body);
    } else if (/^(?:---|\.\.\.|%)/.test(body)) {
      place(0, 0, levels);
      levels = [];
      lines.push(body);
    } else {
      const laid = lineAt(body, levels);
      place(from, laid.to, [...levels, ...laid.levels]);
      ({ levels, shift } = laid);
      // A text that ends its line keeps the blanks in front of the line break only where they are part of it.
      lines.push(laid.text);
    }
  }
  place(-1, 0, levels);
  const broken = text.includes('\r\n') ? '\r\n' : '\n';
  return lines.map((line) => line.replace(/\r$/, '')).join(broken);
}

/** A line in its new place, the levels that are open behind it, and how far its content has moved. */
function lineAt(
  body: string,
  before: readonly Level[],
): { readonly text: string; readonly to: number; readonly levels: readonly Level[]; readonly shift: number } {
  let levels = before;
  let from = body.length - body.trimStart().length;
  let rest = body.slice(from);
  let text = '';
  let first: number | undefined;
  for (let dash = /^- */.exec(rest); dash !== null && isDash(rest); dash = /^- */.exec(rest)) {
    levels = opened(levels, 'list', from);
    const to = levels.at(-1)?.to ?? 0;
    first ??= to;
    text = `${text.padEnd(to)}-`;
    from += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  if (rest === '') return { text, to: first ?? 0, levels, shift: 0 };
  levels = opened(levels, 'map', from);
  const to = levels.at(-1)?.to ?? 0;
  return { text: text.padEnd(to) + rest, to: first ?? to, levels, shift: to - from };
}

function isDash(rest: string): boolean {
  return rest === '-' || rest.startsWith('- ');
}

/** The levels that are open where a line of a kind begins. A list may begin where the keys around it do. */
function opened(levels: readonly Level[], kind: Level['kind'], from: number): readonly Level[] {
  const open = levels.filter(
    (level) => level.from < from || (level.from === from && (level.kind === 'map' || kind === 'list')),
  );
  const top = open.at(-1);
  if (top?.from === from && top.kind === kind) return open;
  return [...open, { kind, from, to: top === undefined ? 0 : top.to + STEP }];
}

function levelAt(from: number, levels: readonly Level[]): Level | undefined {
  return (
    levels.findLast((level) => level.from === from) ??
    levels
      .filter((level) => level.from < from)
      .toSorted((left, right) => left.from - right.from)
      .at(-1)
  );
}

function moved(line: string, shift: number, exact: boolean): string {
  const kept = exact ? line : line.trimEnd();
  if (kept.trim() === '' && (kept === '' || !exact)) return '';
  if (shift >= 0) return ' '.repeat(shift) + kept;
  const blanks = kept.length - kept.trimStart().length;
  return kept.slice(Math.min(blanks, -shift));
}

/** Texts and flow collections of several lines. */
function innerSpans(text: string, root: SourceNode): readonly Inner[] {
  const spans: Inner[] = [];
  for (const { node, flow } of walk(root, text, false, false, new Set())) {
    const source = text.slice(node.span.start, node.span.end);
    if (flow || !source.includes('\n')) continue;
    if (node.kind === 'scalar') spans.push({ ...node.span, exact: '|>"\''.includes(source.charAt(0)) });
    else if (isFlow(node, text)) spans.push({ ...node.span, exact: false });
  }
  return spans;
}
