/**
 * Does a file have the shape its kind asks for? Findings with the place in the file, in our words, with the key that was meant.
 * It only complains; ruleset-file.ts and unit-file.ts take what is right.
 */
import { type Diagnostic, foldWidth, nearest, type Report, type Span } from '../../dsl/index.ts';
import { diagnoseFile } from './messages.ts';
import { rewriting } from './rewriting.ts';
import { isSlug, type Projection, type ShapeIssue, shapeIssues, type ShapeName, type TextRule } from './schema.ts';
import type { MapEntry, ScalarNode, SourceNode } from './yaml.ts';

/** Reports everything in which `root` does not fit the shape of a ruleset file or a unit file. */
export function checkShape(kind: 'ruleset' | 'unit', root: SourceNode, report: Report): void {
  if (root.kind !== 'map') {
    report(diagnoseFile('not-a-map', headOf(root)));
    return;
  }
  const other = kind === 'ruleset' ? '单位' : '指标';
  if (entryOf(root, kind === 'ruleset' ? '指标' : '单位') === undefined && entryOf(root, other) !== undefined) {
    report(diagnoseFile(kind === 'ruleset' ? 'not-a-ruleset' : 'not-a-unit-file', headOf(root)));
    return;
  }
  const missing = new Map<SourceNode, { readonly keys: string[]; readonly owner: string | undefined }>();
  const meant = new Map<SourceNode, string[]>();
  const seen = new Set<string>();
  for (const issue of shapeIssues(kind, project(root))) {
    const found = find(root, issue.path);
    if (found.node === undefined) {
      const lacking = missing.get(found.around) ?? { keys: [], owner: found.owner };
      missing.set(found.around, { ...lacking, keys: [...lacking.keys, String(issue.path.at(-1))] });
      continue;
    }
    const finding = describe(issue, found.node, found.key);
    const intended = issue.kind === 'unknown-key' ? (finding.data['suggestion'] ?? finding.data['key']) : undefined;
    if (intended !== undefined) meant.set(found.node, [...(meant.get(found.node) ?? []), intended]);
    const id = `${finding.code} ${String(finding.span.start)}`;
    if (!seen.has(id)) report(finding);
    seen.add(id);
  }
  for (const [node, { keys, owner }] of missing) {
    // A key that is there under a misspelt name has been spoken of.
    const lacking = keys.filter((key) => meant.get(node)?.includes(key) !== true);
    if (lacking.length === 0) continue;
    const data = { keys: lacking.join('”、“') };
    report(diagnoseFile('missing-key', headOf(node), owner === undefined ? data : { ...data, owner }));
  }
}

/** Is nothing written here? A blank counts as absent, wherever it stands. */
export function isBlank(node: SourceNode): boolean {
  return node.kind === 'scalar' && (node.blank || node.text.trim() === '');
}

/** The entry of a map under a key. */
export function entryOf(node: SourceNode | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

function project(node: SourceNode): Projection {
  switch (node.kind) {
    case 'scalar':
      return isBlank(node) ? undefined : node.text;
    case 'list':
      return node.items.map(project);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, project(value)]));
  }
}

/** Where an issue stands: the node, if there is one, with the key it stands under and the named things around it. */
interface Found {
  readonly node: SourceNode | undefined;
  readonly key: ScalarNode | undefined;
  /** The map or list around it. */
  readonly around: SourceNode;
  /** What the map around it is called. */
  readonly owner: string | undefined;
}

function find(root: SourceNode, path: ShapeIssue['path']): Found {
  let node: SourceNode | undefined = root;
  let key: ScalarNode | undefined;
  let around: SourceNode = root;
  let owner: string | undefined;
  for (const step of path) {
    if (node === undefined) break;
    around = node;
    owner = nameOf(node) ?? key?.text ?? owner;
    const entry: MapEntry | undefined = typeof step === 'string' ? entryOf(node, step) : undefined;
    key = typeof step === 'string' ? entry?.key : key;
    node = node.kind === 'list' && typeof step === 'number' ? node.items[step] : entry?.value;
  }
  return { node, key, around, owner };
}

/** An indicator or unit is called by the name it bears. */
function nameOf(node: SourceNode): string | undefined {
  const name = entryOf(node, '指标')?.value;
  return name?.kind === 'scalar' && name.text !== '' ? name.text : undefined;
}

function describe(issue: ShapeIssue, node: SourceNode, key: ScalarNode | undefined): Diagnostic {
  const named = key === undefined ? {} : { key: key.text };
  if (issue.kind === 'unknown-key') return unknownKey(issue.key, issue.known, node);
  if (issue.kind === 'empty' || isBlank(node)) {
    return diagnoseFile('empty-text', isBlank(node) && key !== undefined ? key.span : node.span, named);
  }
  if (issue.kind === 'shape' || node.kind !== 'scalar') {
    return wrongShape(issue.kind === 'shape' ? issue.expected : ['text'], node, named);
  }
  return issue.kind === 'choice' ? unknownChoice(node, issue.choices) : brokenRule(issue.rule, node);
}

function unknownKey(key: string, known: readonly string[], around: SourceNode): Diagnostic {
  const entry = entryOf(around, key);
  const colon = entry === undefined ? undefined : fullWidthColon(entry.key);
  if (colon !== undefined) return colon;
  const free = known.filter((name) => entryOf(around, name) === undefined);
  const suggestion = nearest(key, free);
  const span = entry?.key.span ?? headOf(around);
  if (suggestion === undefined) return diagnoseFile('unknown-key', span, { key, expected: free.join('、') });
  return diagnoseFile('unknown-key', span, { key, suggestion }, rewriting(entry?.key, suggestion));
}

function unknownChoice(node: ScalarNode, choices: readonly string[]): Diagnostic {
  const suggestion = nearest(node.text, choices);
  const data = { value: node.text, choices: choices.join('、') };
  if (suggestion === undefined) return diagnoseFile('unknown-choice', node.span, data);
  return diagnoseFile('unknown-choice', node.span, { ...data, suggestion }, rewriting(node, suggestion));
}

function brokenRule(rule: TextRule, node: ScalarNode): Diagnostic {
  const { span, text: value } = node;
  if (rule.rule === 'slug') {
    const slug = foldWidth(value.trim())
      .toLowerCase()
      .replace(/[\s_./]+/g, '-');
    return diagnoseFile('not-a-slug', span, { value }, isSlug(slug) ? rewriting(node, slug) : []);
  }
  const { low, high } = rule;
  const [number, ...others] = foldWidth(value).match(/\d+/g) ?? [];
  const meant = others.length === 0 && Number(number) >= low && Number(number) <= high ? number : undefined;
  const fixes = meant === undefined ? [] : rewriting(node, meant);
  return diagnoseFile('not-whole-number', span, { value, low: String(low), high: String(high) }, fixes);
}

/** 标题：湘西 is one text to YAML; the colon is what its author has to change. */
function fullWidthColon(node: ScalarNode): Diagnostic | undefined {
  const [all, key] = /^([^：\n]+)：[ ]?/.exec(node.text) ?? [];
  if (all === undefined || key === undefined) return undefined;
  const inText = { start: key.length, end: all.length };
  const fix = { title: { zh: '改为“: ”', en: 'write “: ”' }, edits: [{ span: node.at(inText), text: ': ' }] };
  return diagnoseFile('full-width-colon', node.at({ start: key.length, end: key.length + 1 }), { key }, [fix]);
}

const SHAPES: Readonly<Record<ShapeName, { readonly zh: string; readonly en: string }>> = {
  text: { zh: '一段文字或一个数', en: 'a text or a number' },
  list: { zh: '列表（每项以“- ”开头）', en: 'a list (items beginning with “- ”)' },
  map: { zh: '几行“名称: 内容”', en: 'lines of “name: content”' },
};

function wrongShape(expected: readonly ShapeName[], node: SourceNode, named: { readonly key?: string }): Diagnostic {
  const found = SHAPES[node.kind === 'scalar' ? 'text' : node.kind];
  const data = {
    ...named,
    expected: expected.map((name) => SHAPES[name].zh).join('，或'),
    expectedEn: expected.map((name) => SHAPES[name].en).join(', or '),
    found: found.zh,
    foundEn: found.en,
  };
  const colon = node.kind === 'scalar' && expected.includes('map') ? fullWidthColon(node) : undefined;
  return colon ?? diagnoseFile('wrong-shape', headOf(node), data);
}

/** A short span at which a finding about all of a node can stand: its first key, its first item, itself. */
function headOf(node: SourceNode): Span {
  if (node.kind === 'scalar') return node.span;
  const first = node.kind === 'map' ? node.entries[0]?.key : node.items[0];
  if (first === undefined) return node.span;
  return first.kind === 'scalar' ? first.span : headOf(first);
}
