/**
 * Content as the text of a new file: YAML as people write it, a line an entry, or JSON. Figures are written as they are spelled;
 * whoever reads JSON elsewhere gets a number only where nothing is lost by it.
 */
import { isMap, type Plain, plain, quoted } from './rewrite-yaml.ts';
import type { SourceNode } from './yaml.ts';

/** What a file may hold: texts, lists, and maps; null where nothing is written. */
export type Content = Plain;

/** The content as YAML. Maps of one line each, lists of maps as blocks. */
export function writeYaml(content: ReadonlyMap<string, Content>): string {
  return entries(content, '').join('');
}

/** The content of a file as JSON. */
export function writeJson(root: SourceNode): string {
  return `${JSON.stringify(asJson(plain(root)), null, 2)}\n`;
}

function entries(content: ReadonlyMap<string, Content>, indent: string): readonly string[] {
  return [...content].map(([key, value]) => `${indent}${quoted(key, true)}:${below(value, indent)}`);
}

function below(value: Content, indent: string): string {
  if (value === null) return '\n';
  if (typeof value === 'string') return ` ${quoted(value, false)}\n`;
  if (isMap(value)) return value.size === 0 ? '\n' : `\n${entries(value, `${indent}  `).join('')}`;
  if (value.length === 0) return ' []\n';
  return `\n${value.map((item) => listed(item, `${indent}  `)).join('')}`;
}

function listed(item: Content, indent: string): string {
  if (item === null || typeof item === 'string') return `${indent}- ${quoted(item ?? '', false)}\n`;
  if (isMap(item)) return entries(item, `${indent}  `).join('').replace(`${indent}  `, `${indent}- `);
  throw new Error('a list never holds a list here');
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

function asJson(value: Content): unknown {
  if (value === null) return null;
  if (typeof value === 'string') {
    return NUMBER.test(value) && String(Number(value)) === value ? Number(value) : value;
  }
  return isMap(value) ? Object.fromEntries([...value].map(([key, one]) => [key, asJson(one)])) : value.map(asJson);
}
