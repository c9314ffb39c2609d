/**
 * Taking an entry of a conformance list apart by key: texts, names with units, cases, findings. What has the wrong shape is told
 * and left out.
 */
import type { ConformanceWords } from './words.ts';
import { isBlank } from '../files/shape.ts';
import { take, takeEntries } from '../files/take.ts';
import type { SourceNode } from '../files/yaml.ts';

/** A value for one measure, values for the items of a list, or values by name; what is left blank is absent. */
export type EntryInput =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'list'; readonly values: readonly (string | undefined)[] }
  | { readonly kind: 'map'; readonly values: ReadonlyMap<string, EntryInput> };

/** [input, result]; without a result where the list leaves it blank. */
export interface EntryCase {
  readonly input: EntryInput;
  readonly result: string | undefined;
}

/** {码, 处} */
export interface ExpectedFinding {
  readonly code: string;
  readonly place: string | undefined;
}

/** Takes things out of an entry by key, and tells what has the wrong shape. */
export interface Reader {
  readonly only: (keys: readonly string[]) => void;
  readonly need: (key: string) => string | undefined;
  readonly text: (key: string) => string | undefined;
  /** undefined when the key is absent */
  readonly texts: (key: string) => readonly string[] | undefined;
  readonly pairs: (key: string) => ReadonlyMap<string, string>;
  readonly units: (key: string) => ReadonlyMap<string, string | readonly string[]>;
  readonly values: (key: string) => ReadonlyMap<string, EntryInput>;
  readonly inputs: (key: string) => readonly EntryInput[];
  readonly cases: (key: string) => readonly EntryCase[];
  readonly readings: (key: string) => ReadonlyMap<string, readonly EntryCase[]>;
  readonly findings: () => { readonly findings: readonly ExpectedFinding[]; readonly remark: boolean };
}

/** A reader of one entry; `fault` is told what was expected and what was found. */
export function readerOf(
  node: SourceNode,
  words: ConformanceWords,
  fault: (expected: string, actual: string) => void,
): Reader {
  const wrong = (expected: string, found: SourceNode): void => fault(expected, words.found[found.kind]);
  const scalar = (value: SourceNode, expected: string): string | undefined => {
    if (value.kind === 'scalar' && !isBlank(value)) return value.text;
    wrong(expected, value);
    return undefined;
  };
  const text = (key: string): string | undefined => {
    const value = take(node, key);
    return value === undefined ? undefined : scalar(value, words.text(key));
  };
  const textsOf = (value: SourceNode, expected: string): readonly string[] => {
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      if (item.kind === 'scalar') return isBlank(item) ? [] : [item.text];
      wrong(expected, item);
      return [];
    });
  };
  const entries = <T>(key: string, read: (value: SourceNode) => T | undefined): ReadonlyMap<string, T> => {
    const value = take(node, key);
    if (value !== undefined && value.kind !== 'map') wrong(words.pairs(key), value);
    const pairs = takeEntries(node, key).flatMap(({ key: name, value: content }): readonly (readonly [string, T])[] => {
      const result = read(content);
      return result === undefined ? [] : [[name.text, result]];
    });
    return new Map(pairs);
  };
  const listed = <T>(list: SourceNode | undefined, expected: string, read: (item: SourceNode) => T): readonly T[] => {
    if (list === undefined) return [];
    if (list.kind !== 'list') wrong(expected, list);
    return list.kind === 'list' ? list.items.map(read) : [];
  };
  const casesIn = (key: string, list: SourceNode | undefined): readonly EntryCase[] =>
    listed(list, words.cases(key), (item) => {
      const [given, result, ...more] = item.kind === 'list' ? item.items : [];
      const input = given === undefined ? undefined : inputOf(given);
      if (input === undefined || result?.kind !== 'scalar' || more.length > 0) wrong(words.cases(key), item);
      return input === undefined || result?.kind !== 'scalar'
        ? []
        : [{ input, result: isBlank(result) ? undefined : result.text }];
    }).flat();
  return {
    text,
    need: (key) => {
      const value = text(key);
      if (take(node, key) === undefined) fault(words.needed(key), words.absent);
      return value;
    },
    only: (keys) => {
      const unknown = node.kind === 'map' ? node.entries.filter(({ key }) => !keys.includes(key.text)) : [];
      for (const { key } of unknown) fault(words.known(keys), words.unknownKey(key.text));
    },
    texts: (key) => {
      const value = take(node, key);
      return value === undefined ? undefined : textsOf(value, words.texts(key));
    },
    pairs: (key) => entries(key, (value) => scalar(value, words.pairs(key))),
    units: (key) =>
      entries(key, (value) =>
        value.kind === 'list' ? textsOf(value, words.pairs(key)) : scalar(value, words.pairs(key)),
      ),
    values: (key) => entries(key, inputOf),
    inputs: (key) => listed(take(node, key), words.inputs(key), inputOf).filter((input) => input !== undefined),
    cases: (key) => casesIn(key, take(node, key)),
    readings: (key) => entries(key, (list) => casesIn(key, list)),
    findings: () => {
      const value = take(node, '诊断');
      const items = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
      const findings = items.flatMap((item): readonly ExpectedFinding[] => {
        const [code, place] = [take(item, '码'), take(item, '处')];
        if (code?.kind === 'scalar')
          return [{ code: code.text, place: place?.kind === 'scalar' ? place.text : undefined }];
        if (item.kind !== 'scalar') wrong(words.findings, item);
        return [];
      });
      return { findings, remark: items.some((item) => item.kind === 'scalar') };
    },
  };
}

function inputOf(node: SourceNode): EntryInput | undefined {
  switch (node.kind) {
    case 'scalar':
      return isBlank(node) ? undefined : { kind: 'value', value: node.text };
    case 'list':
      return {
        kind: 'list',
        values: node.items.map((item) => (item.kind === 'scalar' && !isBlank(item) ? item.text : undefined)),
      };
    case 'map':
      return {
        kind: 'map',
        values: new Map(
          node.entries.flatMap(({ key, value }) => {
            const input = inputOf(value);
            return input === undefined ? [] : [[key.text, input] as const];
          }),
        ),
      };
  }
}

/** An input as the list writes it. */
export function inputText(input: EntryInput): string {
  switch (input.kind) {
    case 'value':
      return input.value;
    case 'list':
      return `[${input.values.map((value) => value ?? '').join(', ')}]`;
    case 'map':
      return `{ ${[...input.values].map(([name, value]) => `${name}: ${inputText(value)}`).join(', ')} }`;
  }
}
