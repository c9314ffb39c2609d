/**
 * Findings about standards, at their places: marked texts, the whole conformance list, and fixes that mend what they are for.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkExpression } from '../../dsl/expressions/check.ts';
import { collector, type Diagnostic } from '../../dsl/text/diagnostic.ts';
import { findingsOf, gapsOf } from '../../dsl/proofs/findings.ts';
import { readStandard } from '../../dsl/fold/fold.ts';
import { intersect, type IntervalSet } from '../../dsl/numbers/interval.ts';
import { parseFormula } from '../../dsl/grammar/parser.ts';
import { regionOf } from '../../dsl/regions/regions.ts';
import { type Declarations, scopeOf } from './scope.ts';

/** Findings on a sentence; what the fold itself has to say is left out. Undefined when it has an error to report. */
function findingsOfFolded(text: string, declarations: Declarations): readonly Diagnostic[] | undefined {
  const scope = scopeOf(declarations);
  const folding = collector();
  const { standard } = readStandard(text, scope, new Map(), folding.report);
  if (standard === undefined || folding.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const { report, diagnostics } = collector();
  findingsOf(standard, scope, text, report);
  return diagnostics;
}

/** Findings on a sentence that folds without an error. */
function findingsIn(text: string, declarations: Declarations): readonly Diagnostic[] {
  return findingsOfFolded(text, declarations) ?? expect.unreachable(`${text} does not fold`);
}

function marked(text: string, { code, span, data }: Diagnostic): string {
  const { condition, sum, highest } = data;
  const detail = condition ?? sum ?? highest;
  const place = `${text.slice(0, span.start)}‹${text.slice(span.start, span.end)}›${text.slice(span.end)}`;
  return `${place}  ${code}${detail === undefined ? '' : ` ${detail}`}`;
}

const RATE: Declarations = { 量: { 完成率: '比率' } };
const COUNT: Declarations = { 量: { 违规例数: '例' } };
const RANK: Declarations = { 量: { 全省排名: '名' } };
const MONEY: Declarations = { 量: { 资金: '万元' } };
const LEVELS: Declarations = { 等级: ['优', '良', '中', '差'] };

describe('findings stand at their places', () => {
  const cases: readonly (readonly [Declarations, string, string?])[] = [
    // gaps
    [RATE, '‹完成率≥90%›得10分  gap 完成率＜90%'],
    [RATE, '‹完成率＞90%›得10分；完成率＜90%不得分  gap 完成率＝90%'],
    [RATE, '‹90%（含）-100%›得10分；80%（含）—90%得3分；低于80%不得分  gap 完成率＞100%'],
    [RATE, '‹95%-105%›计满分，每低于1%扣1分（不足1%的不计），扣完为止  gap 完成率＞105%'],
    [
      RATE,
      '‹±10%（含）以内›得10分；±20%至±30%（含）得5分；超过±30%不得分  gap -20%＜完成率＜-10%',
      '±10%（含）以内得10分；‹±20%至±30%（含）›得5分；超过±30%不得分  gap 10%＜完成率＜20%',
    ],
    [MONEY, '‹100万元以上（含）›得10分；50万元以下（含）得5分  gap 50万元＜资金＜100万元'],
    [COUNT, '不超过2例得10分；‹4例以上（含）›不得分  gap 违规例数＝3例'],
    [LEVELS, '优的得10分；良的得3分；‹中›的得1分  gap 等级＝差'],
    // overlaps
    [RATE, '90%以上（含）得10分；85%（含）以上得8分；‹80%—90%得6分›；低于80%不得分  overlap 85%≤完成率＜90%'],
    [RATE, '60%以上（含）得10分；‹60%以下（含）不得分›  overlap 完成率＝60%'],
    // equal bands
    [RATE, '完成率≥100%得10分；‹90%≤完成率＜100%得10分›；完成率＜90%得0分  same-points'],
    [LEVELS, '优的得10分；良的得3分；‹中的得3分›；差的不得分  same-points'],
    // clauses that never apply
    [RATE, '完成率≥60%得10分；完成率＜60%不得分；‹否则得5分›  dead-clause'],
    [RANK, '第1名得10分；第1名‹每提高一名加1分›；第2名及以后不得分  dead-clause'],
    // points against the weight
    [RATE, '完成率≥90%‹得12分›；完成率＜90%不得分  exceeds-weight'],
    [COUNT, '每发现一例扣‹15分›，扣完为止  exceeds-weight'],
    [COUNT, '每发现一例扣总分15分，扣完为止'],
    [RATE, '‹得分＝完成率×分值›  no-cap-word'],
    [RATE, '得分＝完成率×分值，满分为止'],
    [COUNT, '‹每走访一例得0.5分›  no-cap-word'],
    [COUNT, '‹每走访一例得0.5分›，最多得4分  maximum-not-attainable 4'],
    [RATE, '完成率≥90%‹得9分›；完成率＜90%不得分  maximum-not-attainable 9'],
    [{ ...RATE, 上限: '12' }, '完成率≥90%得12分；完成率＜90%不得分'],
    [{}, '‹①制度健全得3分；②制度有效得3分；③执行到位得3分›  sum-not-weight 9'],
    [{}, '①制度健全得3分；②制度有效得3分；③执行到位得4分'],
    [{}, '①制度健全；②制度有效；③执行到位。‹每项1分›  sum-not-weight 3'],
  ];
  const rows = cases.map(([declarations, first, second]) => ({ declarations, first, second }));
  test.each(rows)('$first', ({ declarations, first, second }) => {
    const text = first.replaceAll(/[‹›]| {2}.*$/g, '');
    const wanted = [first, second].filter((line) => line?.includes('‹'));
    expect(findingsIn(text, declarations).map((finding) => marked(text, finding))).toEqual(wanted);
  });
});

describe('conditions over several things are weighed together', () => {
  const TWO: Declarations = { 量: { 甲率: '比率', 乙率: '比率' } };
  const FIGURES: Declarations = { 量: { 甲数: '万元', 乙数: '万元' } };
  const CITIES: Declarations = { 量: { 绿化率: '比率' }, 等级: ['大城市', '小城市'] };
  const cases: readonly (readonly [Declarations, string, string?])[] = [
    [TWO, '‹甲率≥90%且乙率≥90%›得10分  gap 甲率＜90%'],
    [TWO, '甲率≥90%且乙率≥90%得10分；甲率＜90%得5分；‹乙率＜80%得0分›  overlap 乙率＜80%且甲率＜90%', 'gap'],
    [TWO, '甲率≥90%且乙率≥90%得10分；‹甲率≥95%且甲率≤80%得5分›；否则不得分  dead-clause'],
    [FIGURES, '‹甲数不超过乙数›的得10分  gap 乙数＝0万元且甲数＝1万元'],
    [FIGURES, '甲数不超过乙数的得10分；甲数超过乙数的不得分'],
    [FIGURES, '‹甲数÷乙数≤100%›的得10分  gap 乙数＝1万元且甲数＝2万元'],
    [{ 量: { 完成率: '比率' } }, '‹资料齐全且完成率≥90%›的得10分  gap “资料齐全”为否'],
    [CITIES, '大城市且绿化率≥40%的得10分；小城市且绿化率≥30%的得8分；否则不得分'],
  ];
  const rows = cases.map(([declarations, line, also]) => ({ declarations, line, also }));
  test.each(rows)('$line', ({ declarations, line, also }) => {
    const text = line.replaceAll(/[‹›]| {2}.*$/g, '');
    const found = findingsIn(text, declarations).filter(({ code }) => code !== also);
    const wanted = line.includes('‹') ? [line] : [];
    expect(found.map((finding) => marked(text, finding))).toEqual(wanted);
  });

  test('what rests on two answers of an assessor is said to be undecided', () => {
    const text = '完成率≥90%且按期报送的得10分；完成率≥90%且逾期报送的得5分；否则不得分';
    expect(findingsIn(text, RATE).map(({ code }) => code)).toEqual(['not-decided']);
  });
});

describe('the fix of a gap mends it', () => {
  const cases: readonly (readonly [string, Declarations])[] = [
    ['预算调整率=0，计5分；0-10%（含），计10分；大于10%不得分', { 量: { 预算调整率: '比率' } }],
    ['完成率≥80%得10分。', RATE],
    ['100万元以上（含）得10分；50万元以下（含）得5分', MONEY],
    ['第1—3名得10分；第5—6名得5分；第7名（含）以后不得分', RANK],
    ['优的得10分；良的得3分；中的得1分', LEVELS],
  ];
  test.each(cases)('%s', (text, declarations) => {
    const [gap] = findingsIn(text, declarations).filter(({ code }) => code === 'gap');
    expect(gap?.fixes.length).toBeGreaterThan(0);
    for (const { edits } of gap?.fixes ?? []) {
      let mended = text;
      for (const { span, text: words } of edits) mended = mended.slice(0, span.start) + words + mended.slice(span.end);
      const left = findingsIn(mended, declarations).filter(({ code }) => code === 'gap' || code === 'overlap');
      expect(left, mended).toEqual([]);
      expect(mended).not.toBe(text);
    }
  });
});

interface Entry extends Declarations {
  readonly 编号: string;
  readonly 族?: string;
  readonly 标准: string;
  readonly 缺口?: readonly string[];
  readonly 重叠?: readonly string[];
  readonly 诊断?: string | readonly { readonly 码: string; readonly 处: string }[];
}

const PROVED = [
  'gap',
  'overlap',
  'dead-clause',
  'exceeds-weight',
  'maximum-not-attainable',
  'same-points',
  'sum-not-weight',
  'no-cap-word',
];

describe('the conformance list: every finding that is there, and none that is not', () => {
  const file = new URL('../conformance/standards.yaml', import.meta.url);
  const entries = (parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as readonly Entry[]).filter(
    ({ 族 }) => 族 !== '等次',
  );

  test.each(entries.map((entry) => [entry.编号, entry.标准, entry] as const))('%s %s', (_, text, entry) => {
    const found = findingsOfFolded(text, entry) ?? [];
    const listed = typeof entry.诊断 === 'string' ? [] : (entry.诊断 ?? []).filter(({ 码 }) => PROVED.includes(码));
    for (const { 码, 处 } of listed) {
      const start = text.indexOf(处);
      const there = found.filter(({ code, span }) => code === 码 && span.start < start + 处.length && span.end > start);
      expect(there, `${码} at ${处}`).not.toEqual([]);
    }
    const gaps = found.filter(({ code }) => code === 'gap').map(({ data }) => data['condition']);
    expect(gaps).toEqual(entry.缺口 ?? []);
    const others = found.filter(({ code }) => code !== 'gap' && !listed.some(({ 码 }) => 码 === code));
    expect(others.map(({ code }) => code)).toEqual([]);
  });

  test.each(entries.filter((entry) => entry.缺口 !== undefined).map((entry) => [entry.编号, entry] as const))(
    '%s: its gaps as sets',
    (_, entry) => {
      const scope = scopeOf(entry);
      const { standard } = readStandard(entry.标准, scope, new Map(), () => undefined);
      const sets = (standard === undefined ? [] : gapsOf(standard)).flatMap(({ set }) => set);
      const wanted = (entry.缺口 ?? []).flatMap((line): IntervalSet => {
        const formula = parseFormula(line, scope.names, () => expect.unreachable());
        const checked = formula && checkExpression(formula.expression, scope, () => expect.unreachable());
        const own = scope.own ?? expect.unreachable();
        const region = checked && regionOf(checked.core, own.core);
        return intersect(region ?? expect.unreachable(), scope.measures[0]?.range ?? []);
      });
      expect(sets).toEqual(wanted);
    },
  );
});
