/**
 * A YAML file as a tree of texts with their places. Numbers, dates and yes/no are never interpreted: 0.10 stays 0.10.
 * YAML 1.2, core schema, one document; merge keys and tags are refused, aliases and depth limited, so no file can be bigger than
 * it looks. JSON is read by the same reader. The only importer of yaml, whose English is never shown: yaml-errors.ts has our words.
 */
import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  Parser,
  type Scalar,
} from 'yaml';
import { type Diagnostic, emptySpan, type Report, type Span } from '../../dsl/index.ts';
import { decode } from './decode.ts';
import { plainText, type Text } from './locate.ts';
import { diagnoseFile } from './messages.ts';
import { scalarText, type ScalarStyle } from './scalar.ts';
import { isUnclosedQuote, syntaxFindings } from './yaml-errors.ts';
import type { Complaint } from './yaml-indentation.ts';

/** A text in the file. `blank`: nothing is written there (`key:`, `~`, `null`), as opposed to ''. */
export interface ScalarNode extends Text {
  readonly kind: 'scalar';
  readonly blank: boolean;
}

/** A map, in the order of the file; no two keys are the same. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  /** whether it is written in braces; else each entry has its own lines, beginning at this column from 0 */
  readonly inBraces: boolean;
  readonly column: number;
  readonly span: Span;
}

/** One line of a map. */
export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: SourceNode;
}

/** A list. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly span: Span;
}

/** A file's content, free of YAML. */
export type SourceNode = ScalarNode | MapNode | ListNode;

/** A file read. */
export interface ReadYaml {
  /** The file's text; all spans point into it. */
  readonly text: string;
  /** Absent when the file cannot be read as one document; faults that leave its structure whole leave it here. */
  readonly root?: SourceNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_DEPTH = 64;
const MAX_ALIASED = 10_000;
const MAX_FINDINGS = 200;
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'silent',
  // Duplicate keys are found below: yaml compares every key with every other, which a large file must not cost.
  uniqueKeys: false,
} as const;

/** Reads a file: bytes as they are on disk, or text. Never throws, whatever it is given. */
export function readYaml(source: Uint8Array | string): ReadYaml {
  const { text, diagnostic } = decode(source);
  if (diagnostic !== undefined) return { text, diagnostics: [diagnostic] };
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    return { text, diagnostics: [diagnoseFile('nested-too-deep', deep, { limit: String(MAX_DEPTH) })] };
  }
  const [document, second] = composed(tokens, text);
  const complaints = fromOpeningQuotes([...document.errors, ...document.warnings], tokens);
  const diagnostics = [...syntaxFindings(complaints, text, faultsIn)];
  if (second !== undefined) {
    const [start] = second.range;
    diagnostics.push(diagnoseFile('several-documents', { start, end: Math.min(start + 3, text.length) }));
  }
  if (diagnostics.length > 0) return { text, diagnostics };
  if (document.contents === null) return { text, diagnostics: [diagnoseFile('file-empty', emptySpan(0))] };
  const root = converter(
    text,
    (diagnostic) => diagnostics.length < MAX_FINDINGS && diagnostics.push(diagnostic),
  )(document.contents);
  if (root.kind === 'scalar' && root.blank) return { text, diagnostics: [diagnoseFile('file-empty', emptySpan(0))] };
  return { text, root, diagnostics };
}

/** Reads a file unless that has been done. */
export function readOnce(source: Uint8Array | string | ReadYaml): ReadYaml {
  return typeof source === 'object' && 'diagnostics' in source ? source : readYaml(source);
}

/** The first two documents in a text. */
function composed(tokens: readonly CST.Token[], text: string): readonly [Document.Parsed, Document.Parsed | undefined] {
  const documents = new Composer(OPTIONS).compose(tokens, true, text.length);
  const { value: first } = documents.next();
  if (first === undefined) throw new Error('yaml composes a document from any tokens');
  const second = documents.next().value;
  return [first, second ?? undefined];
}

/** How much the parser finds wrong with a text; a text that nests too deep is as wrong as can be. */
function faultsIn(text: string): number {
  const tokens = [...new Parser().parse(text)];
  return tooDeep(tokens) === undefined ? composed(tokens, text)[0].errors.length : Infinity;
}

/** Every token with the number of collections around it; without recursion, for nothing is known of the file yet. */
function* walk(tokens: readonly CST.Token[]): Generator<{ readonly token: CST.Token; readonly depth: number }> {
  const rest = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    yield next;
    const { token, depth } = next;
    if (token.type === 'document' && token.value !== undefined) rest.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) if (inner) rest.push({ token: inner, depth: depth + 1 });
    }
  }
}

/** The place where collections nest deeper than is read. */
function tooDeep(tokens: readonly CST.Token[]): Span | undefined {
  for (const { token, depth } of walk(tokens)) {
    if (depth > MAX_DEPTH) return { start: token.offset, end: token.offset + 1 };
  }
  return undefined;
}

/** A quote that is never closed is best shown where it opens; the parser complains where it gives up. */
function fromOpeningQuotes(complaints: readonly Complaint[], tokens: readonly CST.Token[]): readonly Complaint[] {
  if (!complaints.some(isUnclosedQuote)) return complaints;
  const openings = new Map<number, number>();
  for (const { token } of walk(tokens)) {
    if (token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar') {
      openings.set(token.offset + token.source.length, token.offset);
    }
  }
  return complaints.map((complaint) => {
    const opening = isUnclosedQuote(complaint) ? openings.get(complaint.pos[0]) : undefined;
    const { code, message } = complaint;
    return opening === undefined ? complaint : { code, message, pos: [opening, opening + 1] };
  });
}

/** Where in the file a node stands, as far as it matters for writing into it. */
export interface Context {
  readonly flow: boolean;
  readonly key: boolean;
}

/** What has been read under an anchor, and how many nodes it stands for. */
interface Anchored {
  readonly node: SourceNode;
  readonly size: number;
}

/** Turns yaml's nodes into ours. An alias shares the node it names; nodes reached through aliases are counted and limited. */
function converter(text: string, report: Report): (node: ParsedNode) => SourceNode {
  const anchors = new Map<string, Anchored>();
  let size = 0;
  let aliased = 0;

  const convert = (node: ParsedNode | null, context: Context, fallback: number): SourceNode => {
    const before = size;
    size += 1;
    if (node === null) return blankAt(fallback);
    const span = { start: node.range[0], end: node.range[1] };
    if (isAlias(node)) return resolve(node.source, span);
    if (node.tag !== undefined)
      report(diagnoseFile('tag-not-allowed', span, { tag: node.tag.replace(/^tag:yaml\.org,2002:/, '!!') }));
    const converted = isScalar(node)
      ? scalar(node, text, context)
      : isSeq(node)
        ? list(node.items, span, isFlow(node, context))
        : map(node.items, span, isFlow(node, context));
    if (node.anchor !== undefined) anchors.set(node.anchor, { node: converted, size: size - before });
    return converted;
  };

  const resolve = (name: string, span: Span): SourceNode => {
    const anchored = anchors.get(name);
    if (anchored === undefined) {
      report(diagnoseFile('unknown-alias', span, { name }));
      return { kind: 'scalar', blank: false, ...plainText(`*${name}`, span.start) };
    }
    size += anchored.size;
    const within = aliased <= MAX_ALIASED;
    aliased += anchored.size;
    if (aliased <= MAX_ALIASED) return anchored.node;
    if (within) report(diagnoseFile('too-many-aliases', span, { limit: String(MAX_ALIASED) }));
    return blankAt(span.start);
  };

  const list = (items: readonly ParsedNode[], span: Span, flow: boolean): ListNode => ({
    kind: 'list',
    items: items.map((item) => convert(item, { flow, key: false }, span.start)),
    span,
  });

  const map = (items: readonly Pair<ParsedNode, ParsedNode | null>[], span: Span, flow: boolean): MapNode => {
    const entries = new Map<string, MapEntry>();
    for (const { key: keyNode, value: valueNode } of items) {
      const key = convert(keyNode, { flow, key: true }, span.start);
      const value = convert(valueNode, { flow, key: false }, key.span.end);
      const refusal = refused(key, entries);
      if (refusal !== undefined) report(refusal);
      else if (key.kind === 'scalar') entries.set(key.text, { key, value });
    }
    const column = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
    return { kind: 'map', entries: [...entries.values()], inBraces: flow, column, span };
  };

  return (node) => convert(node, { flow: false, key: false }, 0);
}

/** Why a key cannot stand in a map, if it cannot. `__proto__` is never a name here: no map of ours must ever meet it. */
function refused(key: SourceNode, entries: ReadonlyMap<string, MapEntry>): Diagnostic | undefined {
  if (key.kind !== 'scalar' || key.blank) return diagnoseFile('key-not-text', key.span);
  if (key.text === '__proto__') return diagnoseFile('unknown-key', key.span, { key: key.text });
  if (key.text === '<<') return diagnoseFile('merge-key', key.span);
  return entries.has(key.text) ? diagnoseFile('duplicate-key', key.span, { key: key.text }) : undefined;
}

function isFlow(
  node: { readonly srcToken?: CST.BlockMap | CST.BlockSequence | CST.FlowCollection },
  context: Context,
): boolean {
  return context.flow || node.srcToken?.type === 'flow-collection';
}

function blankAt(offset: number): ScalarNode {
  return { kind: 'scalar', blank: true, ...plainText('', offset) };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  'scalar': 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
  'block-scalar': 'block',
};

function scalar(node: Scalar.Parsed, text: string, context: Context): ScalarNode {
  const token = node.srcToken;
  const value = node.source;
  const style = STYLES[token?.type ?? ''];
  if (token === undefined || style === undefined || (value === '' && style === 'plain')) return blankAt(node.range[0]);
  const header = token.type === 'block-scalar' ? token.props.map(CST.stringify).join('').length : 0;
  const offset = token.offset;
  const source = text.slice(offset, offset + header + token.source.length);
  const reread = (changed: string): string | undefined => rereadScalar(changed, context);
  const blank = style === 'plain' && /^(?:~|null)$/i.test(value);
  return { kind: 'scalar', blank, ...scalarText({ style, source, offset, body: header, value, reread }) };
}

/** Whether a text may stand in a file without quotes and still be this text, to any reader of YAML: no number, no yes or no. */
export function standsPlain(text: string, context: Context): boolean {
  return loneScalar(text, context)?.value === text;
}

/** The text `source` would mean where it stands: alone in a block or flow collection, as a key or a value. */
function rereadScalar(source: string, context: Context): string | undefined {
  return loneScalar(source, context)?.source;
}

function loneScalar(source: string, { flow, key }: Context): Scalar.Parsed | undefined {
  const frame = flow ? (key ? `{${source}: }` : `[${source}]`) : key ? `${source}: ` : `- ${source}`;
  const { contents, errors, warnings } = parseDocument(frame, OPTIONS);
  if (errors.length + warnings.length > 0) return undefined;
  const items = isMap(contents) ? contents.items.map((pair) => pair.key) : isSeq(contents) ? contents.items : [];
  const [only, another] = items;
  const same = isScalar(only) && another === undefined && only.tag === undefined && only.anchor === undefined;
  return same && STYLES[only.srcToken?.type ?? ''] !== undefined ? only : undefined;
}
