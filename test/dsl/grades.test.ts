/**
 * Grade tables with meaning: which totals get which grade, what is left without one, and that no words are lost without a finding.
 */
import { describe, expect, test } from 'vitest';
import { conditionText } from '../../dsl/regions/condition-text.ts';
import type { Core, Measure } from '../../dsl/expressions/core.ts';
import { collector, type Diagnostic } from '../../dsl/text/diagnostic.ts';
import { type GradeBand, readGrades } from '../../dsl/fold/grades.ts';
import { gradeFindings } from '../../dsl/proofs/grade-findings.ts';
import { intersect, interval } from '../../dsl/numbers/interval.ts';
import { NO_NAMES } from '../../dsl/words/names.ts';
import { rational, ZERO } from '../../dsl/numbers/number.ts';
import { regionOf } from '../../dsl/regions/regions.ts';
import { POINTS, type Unit, unitNamed } from '../../dsl/numbers/units.ts';
import { read, unplaced } from './corpus.ts';
import { scopeOf } from './scope.ts';

const UNIT: Unit = unitNamed('分') ?? expect.unreachable('the table of units lacks 分');

const TOTAL: Measure = {
  key: '总分',
  name: '总分',
  type: { kind: 'number', dimension: POINTS },
  unit: UNIT,
  range: interval({ value: ZERO, closed: true }, { value: rational(100), closed: true }),
  whole: false,
};

const CORE: Core = { kind: 'input', measure: TOTAL, span: { start: 0, end: 0 } };

function graded(text: string): { readonly bands: readonly GradeBand[]; readonly diagnostics: readonly Diagnostic[] } {
  const { report, diagnostics } = collector();
  const bands = readGrades(text, TOTAL, { ...scopeOf({}), asks: false }, report);
  gradeFindings(bands, TOTAL, text, report);
  return { bands, diagnostics };
}

/** The table as totals and grades: `90分≤总分≤100分 优`. */
function table(text: string): readonly string[] {
  return graded(text).bands.map(({ label, when }) => {
    const region = regionOf(when, CORE) ?? expect.unreachable(`${text} is not over the total`);
    return `${conditionText(TOTAL, intersect(region, TOTAL.range))} ${label}`;
  });
}

function findings(text: string): readonly string[] {
  return graded(text).diagnostics.map(({ code, span, data }) =>
    [code, `‹${text.slice(span.start, span.end)}›`, data['condition']].filter((part) => part !== undefined).join(' '),
  );
}

const THREE = ['90分≤总分≤100分 优', '80分≤总分＜90分 良', '0分≤总分＜80分 差'];

describe('one table in many wordings, and nothing to find', () => {
  test.each([
    '90分（含）以上为优，80分（含）—90分为良，80分以下为差',
    '总分100分。90分（含）以上为优；80分（含）—90分为良；80分以下为差。',
    '（满分100分）优：90分（含）以上；良：80分（含）—90分；差：80分以下',
    '满分为100分，优（90分及以上）、良（80分及以上90分以下）、差（80分以下）',
    '评价结果分三级：90—100分（含90分）为优，80—90分（含80分，不含90分）为良，80分以下为差',
    '绩效评级分为优、良、差三个等级：优（90分≤得分≤100分），良（80分≤得分＜90分），差（得分＜80分）。',
    '绩效评级分为优、良、差三个等级。优：不低于90分；良：不低于80分、低于90分；差：低于80分',
    '评价采取评分和评级相结合的方式，总分一般设置为100分，等级划分为三档：90（含）—100分为优、80（含）—90分为良、80分以下为差',
    '得分≥90，等次为优；80≤得分＜90，等次为良；得分＜80，等次为差',
    '90分以上的，评定为“优”；80分以上（含）不满90分为良；不足80分的，评定为“差”',
    '得分在90分以上（含90分）的单位，评价等级为优；不低于80分，得分低于90分的，定为良；其余为差',
    '凡得分达到90分的为优；得分为80分及以上且不满90分的为良；低于80分的，属于差',
    '优 90分以上（含）\n良 80（含）-90分\n差 80分以下',
    '优90分以上（含）、良80（含）-90分、差80分以下',
    '90分以上（含）优，80（含）—90分良，80分以下差',
    '90分以上（含），优；80（含）—90分，良；80分以下，差',
    '90分以上（含）：优；80（含）—90分：良；80分以下：差',
    '分三级：90分以上（含）（优）、80（含）—90分（良）、80分以下（差）',
    '（一）优：90分（含）以上；（二）良：80（含）—90分；（三）差：80分以下',
    '1.优：90分（含）以上；2.良：80（含）—90分；3.差：80分以下',
    '①90分（含）以上为优；②80（含）—90分为良；③80分以下为差',
    '一、优：90（含）-100；二、良：80（含）-90；三、差：0-80',
    'S≥90为优，80≤S＜90为良，S＜80为差',
  ])('%s', (text) => {
    const sorted = [...table(text)].sort(
      (left, right) => '优良差'.indexOf(left.slice(-1)) - '优良差'.indexOf(right.slice(-1)),
    );
    expect(sorted).toEqual(THREE);
    expect(findings(text).filter((line) => !line.startsWith('boundary-by-convention'))).toEqual([]);
  });
});

describe('labels', () => {
  test.each([
    ['90分以上的为一类单位', '一类单位'],
    ['A+（95分以上）', 'A+'],
    ['2A级：90分以上', '2A级'],
    ['90分以上，等次为A', 'A'],
    ['90分以上评为「优秀等次」', '优秀等次'],
    ['总分＝100分为满分等次', '满分等次'],
    ['不达标：总分低于70分', '不达标'],
  ])('%s gives %s', (text, label) => {
    expect(graded(text).bands.map((band) => band.label)).toEqual([label]);
  });
});

describe('ends', () => {
  test.each([
    ['合格（60分至74.99分）、不合格（60分以下）', ['60分≤总分≤74.99分 合格', '0分≤总分＜60分 不合格']],
    ['60—80分为中；60分以下为差', ['60分≤总分≤80分 中', '0分≤总分＜60分 差']],
    ['60—80分为中；60分及以下为差', ['60分＜总分≤80分 中', '0分≤总分≤60分 差']],
    ['60—80分为中；60分以下（含）为差', ['60分＜总分≤80分 中', '0分≤总分≤60分 差']],
    ['90分以上为优，75—90分为良', ['90分≤总分≤100分 优', '75分≤总分＜90分 良']],
  ])('%s', (text, wanted) => {
    expect(table(text)).toEqual(wanted);
  });

  test('what grade tables settle by themselves is noted, with the mark as the fix', () => {
    const text = '60—80分为中；60分以下为差';
    const [note] = graded(text).diagnostics;
    expect(note).toMatchObject({ code: 'boundary-by-convention', data: { text: '60分以下', choice: '不含' } });
    expect(note?.fixes[0]?.edits).toEqual([{ span: { start: 14, end: 14 }, text: '（不含）' }]);
  });
});

describe('findings stand at their places', () => {
  test.each([
    [
      '优（90分及以上）、良（75分至89.99分）、差（75分以下）',
      ['boundary-by-convention ‹75分以下›', 'gap ‹优（90分及以上）› 89.99分＜总分＜90分'],
    ],
    ['90分（含）以上为优；90分（含）以下为差', ['overlap ‹90分（含）以下为差› 总分＝90分']],
    ['优：90分（含）以上，80分（不含）以下为差', ['gap ‹优：90分（含）以上› 80分≤总分＜90分']],
    ['90分（含）以上为优；90分以下为', ['incomplete ‹›']],
    ['优秀；90分（含）以上为优；90分以下为差', ['not-understood ‹优秀›']],
    ['90分（含）以上为优；90分以下为差。结果作为预算安排依据。', ['not-understood ‹结果作为预算安排依据›']],
    ['90分（含）以上为优，定为良好；90分以下为差', ['not-understood ‹定为良好›']],
    [
      '90分（含）以上为优、其他为差',
      ['not-understood ‹其他为差›', 'gap ‹90分（含）以上为优、其他为差› 0分≤总分＜90分'],
    ],
    ['发生事故的直接定为差；90分（含）以上为优；90分以下为差', ['unknown-name ‹发生事故的›']],
    ['90分（含）以上且未发生事故的为优；低于90分为差', ['unknown-name ‹未发生事故的›']],
    [
      '发生事故的为差；等级如下：优（90分及以上）；差（90分以下）',
      ['not-understood ‹等级如下›', 'unknown-name ‹发生事故的›'],
    ],
    ['优秀90分以上为优；低于90分为差', ['unknown-name ‹优秀›']],
  ])('%s', (text, wanted) => {
    expect(findings(text).filter((line) => !line.startsWith('gap') || wanted.includes(line))).toEqual(wanted);
  });
});

describe('printing', () => {
  test.each([
    '优：不低于80分、低于90分',
    '80≤S＜90为良',
    '80分及以上90分以下为良',
    '80分以上（含）不满90分的，评定为“良”',
    '总分100分。分两级：优（90分及以上）；其余为差',
  ])('%s is read back as it was', (text) => {
    const first = read('grades', text, NO_NAMES);
    expect(unplaced(read('grades', first.printed, NO_NAMES).tree)).toEqual(unplaced(first.tree));
  });
});
