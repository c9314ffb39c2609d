/**
 * The reader of YAML: what it makes of every way to write a text, what it says of every way to get it wrong, and that it never throws.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, isMap, parseDocument, Scalar } from 'yaml';
import { MAX_SIZE } from '../../engine/files/decode.ts';
import { applyEdits } from '../../engine/files/locate.ts';
import { textOf } from '../../engine/files/messages.ts';
import { readYaml, type ScalarNode, type SourceNode } from '../../engine/files/yaml.ts';
import { markedBy, unfilled, unmarked } from './marked.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The tree as plain data, to compare by eye. */
function plain(node: SourceNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.blank ? null : node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key.text, plain(value)]);
}

function scalarUnder(key: string, root: SourceNode | undefined): ScalarNode {
  const value = root?.kind === 'map' ? root.entries.find((entry) => entry.key.text === key)?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error(`no text under ${key}`);
  return value;
}

describe('texts are read as they stand', () => {
  test.each([
    ['a number keeps its digits', 'a: 0.10', '0.10'],
    ['no number overflows', 'a: 1e400', '1e400'],
    ['a leading zero stays', 'a: 007', '007'],
    ['hexadecimal is text', 'a: 0x10', '0x10'],
    ['yes is a word', 'a: yes', 'yes'],
    ['true is a word', 'a: true', 'true'],
    ['a date is text', 'a: 2020-12-31', '2020-12-31'],
    ['a quoted number is the same text', 'a: "0.10"', '0.10'],
    ['a time of base 60 is text', 'a: 1:30', '1:30'],
    ['a percent sign inside', 'a: 90%—100%', '90%—100%'],
    ['full-width quotes are no quotes', 'a: “三公经费”变动率', '“三公经费”变动率'],
    ['lines fold in a plain text', 'a: 计满分；\n  扣完为止', '计满分； 扣完为止'],
    ['lines are kept by |', 'a: |\n  甲\n  乙\n', '甲\n乙\n'],
    ['lines fold by >-', 'a: >-\n  甲\n  乙\n', '甲 乙'],
    ['Windows line ends do not show', 'a: |\r\n  甲\r\n  乙\r\nb: 1', '甲\n乙\n'],
    ['an empty quoted text is a text', "a: ''", ''],
    ['nothing is blank', 'a:', null],
    ['null is blank', 'a: null', null],
    ['~ is blank', 'a: ~', null],
    ['a quoted null is a text', 'a: "null"', 'null'],
    ['an alias stands for what it names', '甲: &x 5\na: *x', '5'],
    ['a comment is not text', 'a: 甲 # 乙', '甲'],
  ])('%s', (_title, source, text) => {
    const { root, diagnostics } = readYaml(source);
    expect(diagnostics).toEqual([]);
    expect(plain(root)).toContainEqual(['a', text]);
  });

  test('JSON is read by the same reader', () => {
    const { root, diagnostics } = readYaml('{"单位": "中心", "数据": {"甲": 0.10, "乙": [1, true, null]}}');
    expect(diagnostics).toEqual([]);
    expect(plain(root)).toEqual([
      ['单位', '中心'],
      [
        '数据',
        [
          ['甲', '0.10'],
          ['乙', ['1', 'true', null]],
        ],
      ],
    ]);
  });

  test('a byte order mark is no part of the first key, and counts in the places', () => {
    const { text, root, diagnostics } = readYaml(bytes('\uFEFF标题: 甲\n'));
    expect(diagnostics).toEqual([]);
    expect(plain(root)).toEqual([['标题', '甲']]);
    const { span } = scalarUnder('标题', root);
    expect(text.slice(span.start, span.end)).toBe('甲');
  });
});

describe('every fault has its place and its word', () => {
  test.each([
    ['empty', 'file-empty', '‹›'],
    ['blanks alone', 'file-empty', '‹› \n\n'],
    ['comments alone', 'file-empty', '‹›# 无\n'],
    ['a separator alone', 'file-empty', '‹›---\n'],
    ['tab indentation', 'tab-indentation', '数据:\n‹\t›在职人数: 4\n'],
    ['tab behind a dash', 'tab-indentation', '甲:\n  - 乙: 1\n‹\t›  丙: 2\n'],
    ['duplicate key', 'duplicate-key', '标题: 甲\n‹标题›: 乙\n'],
    ['duplicate key, quoted otherwise', 'duplicate-key', '标题: 甲\n‹"标题"›: 乙\n'],
    ['full-width colon', 'full-width-colon', '标题‹：›甲\n年度: 2020\n'],
    ['no space after the colon', 'colon-without-space', '标题‹:›甲\n年度: 2020\n'],
    ['no colon', 'missing-colon', '标题: 甲\n‹年度›\n家族: 乙\n'],
    ['colon in a text', 'colon-in-text', '标题: ‹甲›: 乙\n'],
    ['unclosed quote', 'unclosed-quote', '标题: ‹"›甲\n年度: 2020\n'],
    ['unclosed list', 'unclosed-collection', '标题: [甲, 乙\n‹年›度: 2020\n'],
    ['bad escape', 'bad-escape', '标题: "甲‹\\›q"\n'],
    ['text after a quote', 'text-after-value', '标题: "甲" ‹乙›\n'],
    ['begins with %', 'reserved-start', '标题: ‹%›5\n'],
    ['begins with @', 'reserved-start', '标题: ‹@›5\n'],
    ['begins with >', 'reserved-start', '范围: >‹0›\n'],
    ['begins with !', 'reserved-start', '标题: ‹!›重要\n'],
    ['a tag', 'tag-not-allowed', '标题: !!int ‹5›\n'],
    ['unaligned', 'bad-indentation', '数据:\n  甲: 1\n‹ ›乙: 2\n'],
    ['one tab among spaces', 'tab-indentation', '数据:\n‹\t›甲: 1\n  乙: 2\n  丙: 3\n丁: 4\n'],
    ['a tab after a line without', 'tab-indentation', '数据:\n  甲: 1\n‹\t›乙: 2\n  丙: 3\n  丁: 4\n'],
    ['deeper than the line before', 'bad-indentation', '数据:\n  甲: 1\n‹   ›乙: 2\n  丙: 3\n'],
    ['less deep than the line before', 'bad-indentation', '数据:\n  甲: 1\n‹ ›乙: 2\n  丙: 3\n  丁: 4\n'],
    ['deeper than its item', 'bad-indentation', '甲:\n  - 乙: 1\n‹     ›丙: 2\n    丁: 3\n'],
    ['less deep than its item', 'bad-indentation', '甲:\n  - 乙: 1\n‹   ›丙: 2\n    丁: 3\n'],
    ['indented under a value', 'bad-indentation', '甲: 1\n‹  ›乙: 2\n丙: 3\n'],
    ['two documents', 'several-documents', '标题: 甲\n‹---›\n标题: 乙\n'],
    ['unknown alias', 'unknown-alias', '标题: ‹*重要›\n'],
    ['an alias inside itself', 'unknown-alias', '甲: &x [‹*x›]\n'],
    ['merge key', 'merge-key', '甲: &x {乙: 1}\n丙:\n  ‹<<›: *x\n'],
    ['a list as key', 'key-not-text', '? ‹[甲]›\n: 1\n'],
    ['no key', 'key-not-text', '‹›: 1\n'],
    ['the prototype as key', 'unknown-key', '数据:\n  ‹__proto__›: 1\n'],
  ])('%s', (_title, code, source) => {
    const { text, diagnostics } = readYaml(unmarked(source));
    expect(markedBy(text, diagnostics)).toEqual({ marked: source, codes: [code] });
  });

  test.each([
    ['GBK', new Uint8Array([0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0x61]), '文件不是UTF-8编码（像是GBK），请另存为UTF-8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), '文件不是UTF-8编码（像是UTF-16），请另存为UTF-8'],
    ['neither', new Uint8Array([0xff, 0xff, 0xff]), '文件不是UTF-8编码，请另存为UTF-8'],
    ['too large', new Uint8Array(MAX_SIZE + 1).fill(0x20), '文件太大（2.0 MB），最大2.0 MB，请拆开'],
    ['10,000 brackets', bytes('['.repeat(10_000)), '层次超过64层，请检查括号或缩进'],
    ['10,000 dashes', bytes('- '.repeat(10_000)), '层次超过64层，请检查括号或缩进'],
    ['10,000 question marks', bytes('? '.repeat(10_000)), '层次超过64层，请检查括号或缩进'],
  ])('%s', (_title, source, words) => {
    const { root, diagnostics } = readYaml(source);
    expect(root).toBeUndefined();
    expect(diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual([words]);
  });

  test('an alias bomb is refused at the alias that is too much', () => {
    const levels = Array.from(
      'bcdefghij',
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghi'.charAt(index)}`)
          .join(', ')}]`,
    );
    const { diagnostics } = readYaml(['a: &a [x, x, x, x, x, x, x, x, x]', ...levels].join('\n'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-many-aliases']);
  });

  test('a fix of the colon, of tabs or of a line out of line makes the file readable', () => {
    for (const source of [
      '标题：甲\n年度: 2020\n',
      '标题:甲\n年度: 2020\n',
      '数据:\n\t甲: 4\n',
      '数据:\n\t甲: 4\n\t乙:\n\t\t丙: 1\n',
      '数据:\n    甲: 4\n\t乙: 5\n    丙: 6\n',
      '数据:\n  甲: 1\n   乙: 2\n  丙: 3\n',
      '数据:\n  甲: 1\n 乙: 2\n  丙: 3\n',
      '甲:\n  - 乙: 1\n     丙: 2\n    丁: 3\n',
      '甲:\n  - 乙: 1\n   丙: 2\n    丁: 3\n',
    ]) {
      const { text, diagnostics } = readYaml(source);
      const fixed = applyEdits(text, diagnostics[0]?.fixes[0]?.edits ?? []) ?? '';
      expect(fixed).not.toBe(source);
      expect(readYaml(fixed).diagnostics).toEqual([]);
    }
  });

  test('no key reaches a prototype', () => {
    const { root } = readYaml('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n甲: 1\n');
    expect(plain(root)).toEqual([
      ['constructor', [['prototype', [['polluted', '1']]]]],
      ['甲', '1'],
    ]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('150,000 keys are compared in seconds, not in hours', () => {
    const many = Array.from({ length: 150_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(readYaml(many).diagnostics).toEqual([]);
  });
});

const STYLES = [
  Scalar.PLAIN,
  Scalar.QUOTE_SINGLE,
  Scalar.QUOTE_DOUBLE,
  Scalar.BLOCK_LITERAL,
  Scalar.BLOCK_FOLDED,
] as const;

const texts = fc.string({
  unit: fc.constantFrom(
    ...Array.from('甲乙≤％，：“” \n\n\t\'"\\:#-[]{}>|&*!%0.5ab'),
    '𠮷',
    '🙂',
    '\u2028',
    '\u0007',
    '\r\n',
    '  ',
    'xx xx xx ',
  ),
  maxLength: 40,
});

/** A file that holds `text` in one of the styles, folded at narrow lines; empty when there is none. */
function dumped(text: string, style: (typeof STYLES)[number], flow: boolean, windows: boolean): string {
  const scalar = new Scalar(text);
  scalar.type = style;
  const document = new Document({ 前: 1, 后: 2 });
  document.set('文', scalar);
  document.set('尾', 3);
  if (isMap(document.contents)) document.contents.flow = flow;
  const file = document.toString({ lineWidth: 24, minContentWidth: 4 });
  // What yaml itself cannot read back is no example.
  if (parseDocument(file).get('文') !== text) return '';
  return windows && !text.includes('\n') ? file.replaceAll('\n', '\r\n') : file;
}

const files = fc.tuple(texts, fc.constantFrom(...STYLES), fc.boolean(), fc.boolean());

describe('a text knows where it comes from', () => {
  test('every character maps back to itself in the file, in every style', () => {
    fc.assert(
      fc.property(files, ([wanted, style, flow, windows]) => {
        const { text: file, root, diagnostics } = readYaml(dumped(wanted, style, flow, windows));
        fc.pre(file !== '');
        expect(diagnostics).toEqual([]);
        const scalar = scalarUnder('文', root);
        const { text, span } = scalar;
        expect(text).toBe(wanted);
        let done = span.start;
        for (let i = 0; i < text.length; i += 1) {
          const char = text.charAt(i);
          const place = scalar.at({ start: i, end: i + 1 });
          const source = file.slice(place.start, place.end);
          expect(place.start).toBeGreaterThanOrEqual(done);
          if (source !== char)
            expect(meaningOf(source)).toBe(meaningOf(source) === 'break' && ' \n'.includes(char) ? 'break' : char);
          if (source.length === 1) done = place.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('an edit of the text is an edit of the file that changes nothing else', () => {
    let kept = 0;
    let all = 0;
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), texts, ([wanted, style, flow, windows], from, length, text) => {
        const { text: file, root } = readYaml(dumped(wanted, style, flow, windows));
        fc.pre(file !== '');
        const start = from % (wanted.length + 1);
        const edits = [{ span: { start, end: Math.min(start + (length % 4), wanted.length) }, text }];
        const inFile = scalarUnder('文', root).rewrite(edits);
        all += 1;
        if (inFile === undefined) return;
        kept += 1;
        const after = readYaml(applyEdits(file, inFile) ?? '');
        expect(after.diagnostics).toEqual([]);
        expect(plain(after.root)).toEqual([
          ['前', '1'],
          ['后', '2'],
          ['文', applyEdits(wanted, edits)],
          ['尾', '3'],
        ]);
      }),
      { numRuns: 1000 },
    );
    expect(kept / all).toBeGreaterThan(0.5);
  });

  test('a small edit stays small', () => {
    const source = "标准: >-\n  完成率≤100%，计满分；\n  每超过1%扣'一'分\n甲: 'it''s 5%'\n乙: \"a\\tb 5%\"\n";
    const { text, root } = readYaml(source);
    const replace = (key: string, old: string, by: string): string => {
      const scalar = scalarUnder(key, root);
      const start = scalar.text.indexOf(old);
      return applyEdits(text, scalar.rewrite([{ span: { start, end: start + old.length }, text: by }]) ?? []) ?? '';
    };
    expect(replace('标准', '1%', '1个百分点')).toBe(source.replace('1%', '1个百分点'));
    expect(replace('甲', '5%', "5'")).toBe(source.replace("5%'", "5'''"));
    expect(replace('乙', '5%', '"\n')).toBe(source.replace('5%"', '\\"\\n"'));
  });
});

/** What a piece of a file that is not the character itself stands for. */
function meaningOf(source: string): string {
  if (/^[ \t]*(?:\r?\n[ \t]*)+$/.test(source)) return 'break';
  if (source === "''") return "'";
  return source.startsWith('\\') ? scalarUnder('a', readYaml(`a: "${source}"`).root).text : source;
}

describe('nothing throws', () => {
  const fragments = fc.array(
    fc.constantFrom(
      ...[
        '甲',
        '乙: ',
        '：',
        '- ',
        '? ',
        '\n',
        '\n  ',
        '\n\t',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a ',
        '*a',
        '!t ',
        '|',
        '>-',
      ],
      ...[
        '"',
        "'",
        '\\',
        '#',
        ' #',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
        '<<: ',
        '__proto__: ',
        '\u0000',
        '\uFEFF',
        '\r',
        '`',
        '@',
      ],
    ),
    { maxLength: 30 },
  );

  test('whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (source) => void readYaml(source)));
  });

  test('whatever the YAML, and all places lie in the file', () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        const { text, root, diagnostics } = readYaml(parts.join(''));
        expect(root === undefined && diagnostics.length === 0).toBe(false);
        for (const diagnostic of diagnostics) {
          const { start, end } = diagnostic.span;
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
          expect(unfilled(diagnostic)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
