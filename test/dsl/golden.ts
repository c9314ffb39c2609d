/**
 * Goldens as text: `# title`, the source, `==>`, what is expected, a blank line. A line `名 …` before the source declares names,
 * `等级 …` level words. In sources `\n` and `\u200b` stand for what cannot be seen.
 */
import { readFileSync } from 'node:fs';
import { NO_NAMES, type Names } from '../../dsl/words/names.ts';
import { declared } from './corpus.ts';

/** One golden. */
export interface Golden {
  readonly title: string;
  readonly names: Names;
  readonly source: string;
  readonly expected: string;
}

/** The goldens of a file in this folder. */
export function goldens(file: string): readonly Golden[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text.split(/^# /m).slice(1).map(golden);
}

function golden(block: string): Golden {
  const [head = '', expected = ''] = block.split(/^==>\n/m);
  const [title = '', ...lines] = head.trimEnd().split('\n');
  const [data, levels] = ['名 ', '等级 '].map((mark) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => wordsOf(line)),
  );
  const source = lines.filter((line) => !/^(?:名|等级) /.test(line)).join('\n');
  const own = [...(data ?? []), ...(levels ?? [])].length > 0;
  return {
    title,
    names: own ? declared(data?.flat() ?? [], levels?.flat() ?? []) : NO_NAMES,
    source: unescaped(source),
    expected: expected.trimEnd(),
  };
}

function wordsOf(line: string): readonly string[] {
  return line.split(' ').slice(1);
}

function unescaped(source: string): string {
  return source
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll(/\\u\{?([0-9a-f]{4})\}?/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
