/**
 * A new entry in a map of a file, before one that is there: in a line of its own, or within braces, as the file has it. So a phrase
 * nobody declared can be declared where its indicator stands.
 */
import type { Edit } from '../../dsl/index.ts';
import { entryOf } from './shape.ts';
import { type MapNode, type SourceNode, standsPlain } from './yaml.ts';

/** An input of an indicator still to be declared. */
export interface Declaration {
  readonly name: string;
  readonly unit: string;
}

/** Declares inputs of the indicator that stands at `node`; none where its file has another form than can be added to. */
export type Declare = (inputs: readonly Declaration[]) => readonly Edit[];

/** A declarer for the indicator at `node`: under 条件, which is made when it is not there. */
export function declarerAt(node: SourceNode): Declare {
  const conditions = entryOf(node, '条件')?.value;
  return (inputs) => {
    if (conditions === undefined) {
      const pairs = inputs.map(({ name, unit }) => `${written(name)}: ${unit}`);
      return node.kind === 'map' ? before(node, '评分标准', `条件: { ${pairs.join(', ')} }`) : [];
    }
    const [first] = conditions.kind === 'map' ? conditions.entries : [];
    if (conditions.kind !== 'map' || first === undefined) return [];
    return inputs.flatMap(({ name, unit }) => before(conditions, first.key.text, `${written(name)}: ${unit}`));
  };
}

function before(map: MapNode, key: string, entry: string): readonly Edit[] {
  const start = entryOf(map, key)?.key.span.start;
  if (start === undefined) return [];
  const text = map.inBraces ? `${entry}, ` : `${entry}\n${' '.repeat(map.column)}`;
  return [{ span: { start, end: start }, text }];
}

/** A name as a key within braces. */
function written(name: string): string {
  return standsPlain(name, { flow: true, key: true }) ? name : `'${name.replaceAll("'", "''")}'`;
}
