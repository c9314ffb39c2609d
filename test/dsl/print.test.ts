/**
 * The law of printing: parsing what is printed gives the tree that was printed, spans aside; and printing gives the official
 * wording back.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Expression } from '../../dsl/text/ast.ts';
import { collector } from '../../dsl/text/diagnostic.ts';
import { NO_NAMES } from '../../dsl/words/names.ts';
import { parseFormula } from '../../dsl/grammar/parser.ts';
import { printExpression } from '../../dsl/grammar/print-conditions.ts';
import { foldWidth } from '../../dsl/text/source.ts';
import { CORPUS, declared, inside, misplaced, read, unplaced, type Written } from './corpus.ts';

describe('parsing what is printed gives the same tree', () => {
  test.each(CORPUS.map((written) => [written.id, written] as const))('for %s', (_id, { kind, text, names }) => {
    const { tree, printed } = read(kind, text, names);
    expect(unplaced(read(kind, printed, names).tree)).toEqual(unplaced(tree));
  });
});

describe('formulas of the founding report', () => {
  const founding = CORPUS.filter(({ id }) => /^O0[1-9]$/.test(id));

  it('are nine', () => {
    expect(founding).toHaveLength(9);
  });

  test.each(founding.map((written) => [written.text, written] as const))(
    '%s is printed as it stands',
    (text, { kind, names }) => {
      const { printed, diagnostics } = read(kind, text, names);
      expect(foldWidth(printed)).toBe(foldWidth(text));
      expect(diagnostics).toEqual([]);
    },
  );
});

describe('official wording', () => {
  const names = declared(['完成率', '甲', '乙', '丙', '结余', '截留挪用'], ['优', '良']);

  test.each([
    '完成率≤100%，计满分；每超过1个百分点扣0.3分，扣完为止',
    '完成率≥90%，计5分；80%（含）—90%，计4分；低于60%不得分。',
    '60%≤完成率＜80%，计3分',
    '支出进度达到95%以上（含95%）计10分',
    '100%计满分，每高于或低于1%扣1分（不足1%的不计），扣完为止',
    '100%计满分，每低于1个百分点扣0.5分（不足1个百分点的按1个百分点计算），扣完为止',
    '无结余的得3分；有结余且完成率不低于90%计2分',
    '优的按分值的90%（含）—100%计分；良的按分值的80%（含）—90%计分',
    '①有制度，得2分；②执行有效，得2分',
    '得分＝甲与乙中较低者×分值，满分为止',
    '得分＝（1－10×甲÷乙）×分值',
    '第1—3名计7分；第4—6名计5分；第11名及以后不得分',
    '100%—130%（含）部分每超过1个百分点加0.2分，130%以上部分每超过1个百分点加0.1分，最多10分',
    '每迟报一次扣1分，最多扣2分',
    '每少一项扣1分，扣满6分为止',
    '每推迟一天扣0.5分',
    '完成率±30%（含）以内计3分；±30%至±35%（含）计2分；超过±40%不得分',
    '未完成的，得分＝甲÷乙×分值',
    '不超过5%计2分，超过的得0分',
    '有截留挪用的，本项不得分',
    '完成率达到90%（含）以上计9分，依次类推',
  ])('%s is printed as it is written', (sentence) => {
    expect(read('standard', sentence, names).printed).toBe(sentence);
  });

  test.each([
    ['90－100分为优；60分以下为差', '90—100分为优；60分以下为差。'],
    ['优（90-100分）、良（80-89分）', '90—100分为优；80—89分为良。'],
    ['≥90分为优秀，<90分为不合格', '≥90分为优秀；＜90分为不合格。'],
  ])('%s is printed as %s', (table, printed) => {
    expect(read('grades', table, NO_NAMES).printed).toBe(printed);
  });
});

const NAMES = ['甲', '乙', '“三公经费”变动率', '上年结转和结余', '因公出国（境）费', '每万元能耗', '完成率'];
const PLACE = { start: 0, end: 0 };

const bracketed = (inner: Expression): Expression => ({ kind: 'bracket', inner, span: PLACE });

const sign = fc.constantFrom('<', '≤', '=', '≠', '≥', '>', '＋', '－', '×', '÷');

const quantity = (figures: readonly string[], ...units: readonly (string | undefined)[]): fc.Arbitrary<Expression> =>
  fc
    .tuple(fc.constantFrom(...figures), fc.constantFrom(...units))
    .map(([figure, unit]) => ({ kind: 'quantity', figure, unit, span: PLACE }));

// The words 且, 或 and 则 are words only beside a number, a name or a bracket: so their sides are bracketed here.
const { tree: anyTree } = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...NAMES).map((name): Expression => ({ kind: 'name', name, span: PLACE })),
    quantity(['0', '5', '100', '0.35', '1,234', '85.07', '一', '十二'], '%', '万元', '个百分点', '分', '人'),
    quantity(['0', '12', '1,234', '500', '3.14'], undefined),
    fc.constantFrom<Expression>(
      { kind: 'weight', span: PLACE },
      { kind: 'date', text: '2021年3月31日', span: PLACE },
      { kind: 'rank', figure: '3', span: PLACE },
    ),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(sign, tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span: PLACE })),
    fc
      .tuple(fc.constantFrom<'且' | '或'>('且', '或'), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({
        kind: 'binary',
        operator,
        left: bracketed(left),
        right: bracketed(right),
        span: PLACE,
      })),
    tie('tree').map(bracketed),
    tie('tree').map((operand): Expression => ({ kind: 'unary', operator: '－', operand, span: PLACE })),
    fc
      .tuple(fc.constantFrom('最大', '最小', '合计', '向下取整'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([name, items]): Expression => ({ kind: 'call', name, arguments: items, span: PLACE })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([condition, then, otherwise]): Expression => ({
      kind: 'if',
      condition: bracketed(condition),
      then,
      otherwise,
      span: PLACE,
    })),
  ),
}));

describe('any expression', () => {
  const names = declared(NAMES);
  const parsed = (text: string): unknown => {
    const { report, diagnostics } = collector();
    // A name and ＝ in front, so that no ＝ of the tree is taken for it.
    const formula = parseFormula(`甲＝${text}`, names, report);
    expect(diagnostics).toEqual([]);
    return formula?.expression;
  };

  it('is printed so that it parses to itself, but for brackets that precedence asks for', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(unbracketed(parsed(printExpression(tree)))).toEqual(unbracketed(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('parses to itself exactly once it has been parsed', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const first = parseFormula(`甲＝${printExpression(tree)}`, names, () => undefined);
        if (first === undefined) throw new Error('too long');
        expect(unplaced(parsed(printExpression(first.expression)))).toEqual(unplaced(first.expression));
      }),
      { numRuns: 300 },
    );
  });
});

/** A tree without its brackets and places. */
function unbracketed(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(unbracketed);
  if (typeof tree !== 'object' || tree === null) return tree;
  if ('kind' in tree && tree.kind === 'bracket' && 'inner' in tree) return unbracketed(tree.inner);
  const fields = Object.entries(tree).filter(([key, value]) => key !== 'span' && value !== undefined);
  return Object.fromEntries(fields.map(([key, value]) => [key, unbracketed(value)]));
}

const LETTERS = [...new Set(CORPUS.map(({ text }) => text).join(''))];

/** One slip of the pen: a character left out, put in, replaced, or swapped with the next. */
const slip = fc.record({
  at: fc.nat({ max: 200 }),
  letter: fc.constantFrom(...LETTERS),
  how: fc.constantFrom('delete', 'insert', 'replace', 'swap', 'widen'),
});

const mutated = fc
  .tuple(fc.constantFrom(...CORPUS), fc.array(slip, { minLength: 1, maxLength: 3 }))
  .map(([written, slips]): Written => ({ ...written, text: slips.reduce(slipped, written.text) }));

function slipped(text: string, { at, letter, how }: { at: number; letter: string; how: string }): string {
  const place = text.length === 0 ? 0 : at % text.length;
  const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
  if (how === 'delete') return before + after;
  if (how === 'insert') return before + letter + here + after;
  if (how === 'replace') return before + letter + after;
  if (how === 'swap') return before + after.charAt(0) + here + after.slice(1);
  return text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** Other official ways to write the same, and clauses left out, doubled or moved. */
const REWRITINGS: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('，', ','),
  (text) => text.replaceAll('；', ';\n'),
  (text) => text.replaceAll('%', '％'),
  (text) => text.replaceAll('（', ' （'),
  (text) => text.replaceAll(/[-—]/g, '～'),
  (text) => text.replaceAll(/(?<=[，的])计(?=\d|满分)/g, '得'),
  (text) => text.replaceAll(/\d+(?=%)/g, (figure) => `${figure}.5`),
  (text) => text.split('；').slice(1).join('；'),
  (text) => text.split('；').slice(0, 1).join('；'),
  (text) => text.split('；').toReversed().join('；'),
  (text) => `${text}；${text}`,
];

const rewritten = fc
  .tuple(fc.constantFrom(...CORPUS), fc.subarray([...REWRITINGS], { minLength: 1, maxLength: 4 }))
  .map(([written, ways]): Written => ({ ...written, text: ways.reduce((text, way) => way(text), written.text) }));

describe('a sentence', () => {
  it('written another official way is printed so that it parses to the same tree', () => {
    fc.assert(
      fc.property(rewritten, ({ kind, text, names }) => {
        const { tree, printed } = read(kind, text, names);
        expect(unplaced(read(kind, printed, names).tree)).toEqual(unplaced(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('with slips of the pen parses without throwing, places nested', () => {
    fc.assert(
      fc.property(mutated, ({ kind, text, names }) => {
        const whole = { start: 0, end: text.length };
        const { tree, diagnostics } = read(kind, text, names);
        expect(misplaced(tree, whole)).toEqual([]);
        expect(diagnostics.filter(({ span }) => !inside(span, whole))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('with slips of the pen is printed so that it parses to the same tree nineteen times in twenty', () => {
    const sample = fc.sample(mutated, { numRuns: 2000, seed: 2020 });
    const unstable = sample.filter(({ kind, text, names }) => {
      const { printed } = read(kind, text, names);
      return read(kind, printed, names).printed !== printed;
    });
    expect(unstable.length / sample.length).toBeLessThan(0.05);
  });
});
