/**
 * Findings as a person reads them: the line of the file with the place marked under it, whatever widths and signs the line holds.
 */
import { describe, expect, test } from 'vitest';
import { diagnosticsText, diagnosticText } from '../../cli/diagnostics.ts';
import { findingsJson } from '../../cli/json.ts';
import { widthOf } from '../../cli/table.ts';
import { lookOf, PLAIN } from '../../cli/terminal.ts';
import type { FiledDiagnostic } from '../../engine/index.ts';

/** A finding on the part of the text between ‹ and ›, and the text without these signs. */
function marked(source: string, over: Partial<FiledDiagnostic> = {}): { text: string; finding: FiledDiagnostic } {
  const start = source.indexOf('‹');
  const end = source.indexOf('›') - 1;
  const finding: FiledDiagnostic = {
    code: 'unknown-name',
    severity: 'error',
    file: 'r.yaml',
    span: { start, end },
    data: { name: source.slice(start + 1, end + 1), suggestion: '预算调整率' },
    fixes: [],
    ...over,
  };
  return { text: source.replace(/[‹›]/g, ''), finding };
}

function shown(source: string, over: Partial<FiledDiagnostic> = {}, look = PLAIN): string[] {
  const { text, finding } = marked(source, over);
  return diagnosticText(finding, new Map([['r.yaml', text]]), 'zh', look).split('\n');
}

/** What of a marked line stands above its marks. */
function aboveMarks([, line = '', marks = '']: readonly string[]): string {
  const from = widthOf(marks.slice(0, marks.indexOf('^')));
  const to = widthOf(marks);
  let column = 0;
  let found = '';
  for (const char of line) {
    if (column >= from && column < to) found += char;
    column += widthOf(char);
  }
  return found;
}

describe('a finding', () => {
  test('shows file, line and column, the message, the line and the place', () => {
    expect(shown('标题: 甲\n  公式: ‹预算调正率›＝1\n').slice(0, 3)).toEqual([
      'r.yaml:2:7: 错误：没有名为“预算调正率”的数据，是不是想写“预算调整率”？',
      '    2 │   公式: 预算调正率＝1',
      '      │         ^^^^^^^^^^',
    ]);
  });

  test('shows how to settle it', () => {
    const fixes = [{ title: { zh: '改为“预算调整率”', en: 'change it' }, edits: [] }];
    expect(shown('公式: ‹预算调正率›', { fixes })[3]).toBe('        建议：改为“预算调整率”');
  });

  test.each([
    ['at the start of the text', '‹标题›: 甲', '标题'],
    ['after wide characters', '评分标准: 预算调整率≤‹10%（含）›，计4分', '10%（含）'],
    ['at the end of a line', '一\n公式: 甲＝‹乙›\n二', '乙'],
    ['in a line that ends as on Windows', '一\r\n公式: ‹乙›\r\n', '乙'],
    ['after a tab, shown as one space', '公式:\t‹乙›＝1', '乙'],
    ['after a character beyond the basic plane', '𠮷野家: ‹乙›', '乙'],
    ['of no length, marked at what follows', '公式: 甲＋‹›乙', '乙'.slice(0, 1)],
    ['of several lines, marked on the first', '数据: ‹甲\n乙›', '甲'],
  ])('is marked %s', (_where, source, expected) => {
    expect(aboveMarks(shown(source))).toBe(expected);
  });

  test('in a line longer than the screen is shown with what stands around it', () => {
    const long = `评分标准: ${'某某情形得一分；'.repeat(30)}‹没有读懂的话›${'；某某情形得一分'.repeat(30)}`;
    const lines = shown(long, {}, { ...PLAIN, width: 60 });
    expect(aboveMarks(lines)).toBe('没有读懂的话');
    expect(lines[1]).toMatch(/│ ….*….*$/);
    expect(widthOf(lines[1] ?? '')).toBeLessThanOrEqual(60);
  });

  test('longer than the screen is marked as far as it is shown', () => {
    const lines = shown(`‹${'长'.repeat(100)}›`, {}, { ...PLAIN, width: 40 });
    expect(Math.max(...lines.slice(1).map(widthOf))).toBeLessThanOrEqual(40);
  });

  test('cannot write to the screen what the file has in it', () => {
    const text = shown('公式: \u001b[2J‹乙\u202e›').join('\n');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  test('on a file that could not be read has no line to show', () => {
    const { finding } = marked('‹›', { code: 'file-empty' });
    expect(diagnosticText(finding, new Map(), 'zh', PLAIN)).toBe('r.yaml: 错误：文件是空的\n');
    expect(diagnosticText(finding, new Map([['r.yaml', '']]), 'en', PLAIN)).toBe(
      'r.yaml: error: the file is empty [file-empty]\n',
    );
  });
});

describe('findings', () => {
  const { text, finding } = marked('甲: ‹一›\n乙: 二');
  const texts = new Map([['r.yaml', text]]);

  test('stand in the order of their places, with their number at the end', () => {
    const later: FiledDiagnostic = { ...finding, code: 'file-empty', severity: 'warning', span: { start: 6, end: 7 } };
    const lines = diagnosticsText([later, finding], texts, 'zh', PLAIN).split('\n');
    expect(lines.filter((line) => !/^ /.test(line)).map((line) => line.slice(0, 11))).toEqual([
      'r.yaml:1:4:',
      'r.yaml:2:2:',
      '1个错误，1个警告',
      '',
    ]);
  });

  test('in great numbers are not listed to the end', () => {
    const many = diagnosticsText(Array<FiledDiagnostic>(80).fill(finding), texts, 'zh', PLAIN);
    expect(many).toContain('另有30条没有列出');
    expect(many).toContain('80个错误');
  });

  test('are given to programs with offsets, line and column', () => {
    const fixes = [{ title: { zh: '删去', en: 'delete' }, edits: [{ span: finding.span, text: '' }] }];
    expect(findingsJson([{ ...finding, fixes }], texts, 'en')).toEqual([
      {
        code: 'unknown-name',
        severity: 'error',
        message: 'no data is named “一”; did you mean “预算调整率”?',
        file: 'r.yaml',
        start: 3,
        end: 4,
        line: 1,
        column: 4,
        data: { name: '一', suggestion: '预算调整率' },
        fixes,
      },
    ]);
  });
});

describe('colours', () => {
  const write = (): undefined => undefined;
  const terminal = { write, isTTY: true, columns: 80 };

  test.each([
    ['on a terminal', terminal, {}, true],
    ['not in a pipe', { write }, {}, false],
    ['not where NO_COLOR is set', terminal, { NO_COLOR: '1' }, false],
    ['on a terminal where NO_COLOR is empty', terminal, { NO_COLOR: '' }, true],
    ['not on a terminal that knows none', terminal, { TERM: 'dumb' }, false],
  ])('%s', (_where, sink, env, coloured) => {
    expect(lookOf(sink, env).paint('error', '错误') !== '错误').toBe(coloured);
  });

  test('change nothing but colours', () => {
    const plain = shown('公式: ‹乙›', {}, lookOf(terminal, {})).map((line) => line.replace(/\u001b\[\d+m/g, ''));
    expect(plain).toEqual(shown('公式: ‹乙›'));
  });
});
