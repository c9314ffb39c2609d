/** Findings of a unit by the place they speak of, so that each stands under its field; what speaks of no field stands above all. */
import type { Span } from '../../dsl/index.ts';
import type { SourceFile, TreePath } from '../../engine/index.ts';
import { pathKey, type PlacedFinding } from '../session.ts';

type SourceNode = SourceFile['root'];

/** Findings by place. */
export interface PlacedFindings {
  /** those at this path or below it */
  readonly at: (path: TreePath) => readonly PlacedFinding[];
  /** those that are under none of these fields */
  readonly elsewhere: (shown: readonly TreePath[]) => readonly PlacedFinding[];
}

/** Places the findings in the unit's tree. */
export function located(file: SourceFile, findings: readonly PlacedFinding[]): PlacedFindings {
  const placed = findings.map((finding) => ({ finding, key: `${pathKey(deepest(file.root, finding))}/` }));
  const under = (key: string, path: TreePath): boolean => key.startsWith(`${pathKey(path)}/`);
  return {
    at: (path) => placed.filter(({ key }) => under(key, path)).map(({ finding }) => finding),
    elsewhere: (shown) =>
      placed.filter(({ key }) => !shown.some((path) => under(key, path))).map(({ finding }) => finding),
  };
}

/** The path of the innermost entry that holds the words a finding speaks of. */
export function deepest(root: SourceNode, { diagnostic: { span } }: PlacedFinding): TreePath {
  const inside = (node: SourceNode): TreePath => {
    const next = below(node).find(({ start, end }) => start <= span.start && span.end <= end);
    return next === undefined ? [] : [next.key, ...inside(next.node)];
  };
  return inside(root);
}

/** What stands right below a node, with all that is written for it. */
interface Below extends Span {
  readonly key: string | number;
  readonly node: SourceNode;
}

function below(node: SourceNode): readonly Below[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items.map((item, key) => ({ key, node: item, ...item.span }));
    case 'map':
      return node.entries.map(({ key, value }) => ({
        key: key.text,
        node: value,
        start: key.span.start,
        end: Math.max(key.span.end, value.span.end),
      }));
  }
}
