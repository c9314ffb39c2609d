/**
 * Expressions and conditions back to official wording: full-width signs, words where the author wrote words, brackets only
 * where the tree has them or precedence asks for one. Knows no source text: what a tree does not hold is worded afresh.
 */
import type {
  BinaryOperator,
  Comparing,
  Comparison,
  Condition,
  End,
  Expression,
  Mark,
  Quantity,
  Suffix,
} from '../text/ast.ts';
import { levelOf } from '../words/operators.ts';

/** The value of a mark that speaks of both ends, as the lexer writes it. */
const BOTH_ENDS = '两端';

const SIGNS: Readonly<Record<Comparison, string>> = { '<': '＜', '≤': '≤', '=': '＝', '≠': '≠', '≥': '≥', '>': '＞' };

const WORDS: Readonly<Record<Comparison, string>> = {
  '<': '低于',
  '≤': '不超过',
  '=': '等于',
  '≠': '不等于',
  '≥': '不低于',
  '>': '超过',
};

const PICKS: ReadonlyMap<string, string> = new Map([
  ['最小', '中较低者'],
  ['最大', '中较高者'],
]);

/** Prints an expression as official formulas are written: `（在职人数÷编制数）×100%`. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'quantity':
      return printQuantity(expression);
    case 'missing':
      return '';
    case 'date':
    case 'phrase':
      return expression.text;
    case 'rank':
      return `第${expression.figure}名`;
    case 'name':
      return expression.name;
    case 'weight':
      return '分值';
    case 'bracket':
      return `（${printExpression(expression.inner)}）`;
    case 'unary':
      return glue(expression.operator === '非' ? '非' : '－', atLeast(expression.operand, levelOf('÷') + 1));
    case 'binary':
      return printBinary(expression);
    case 'call':
      return printCall(expression);
    case 'if':
      return printIf(expression);
  }
}

/** A number with its unit. */
export function printQuantity({ figure, unit, also }: Quantity): string {
  return `${figure}${unit ?? ''}${also === undefined ? '' : `（${also.join('、')}）`}`;
}

/** Puts pieces side by side, with a blank where two would otherwise be read as one: digits, dashes, a thousands mark. */
export function glue(...pieces: readonly string[]): string {
  return pieces.reduce((left, right) => left + (runTogether(left, right) ? ' ' : '') + right, '');
}

function runTogether(left: string, right: string): boolean {
  const thousands = /\d[,，]$/.test(left) && /^\d{3}/.test(right);
  return (
    thousands || (/[\d.．]$/.test(left) && /^[.．]?\d/.test(right)) || (/[-－—]$/.test(left) && /^[-－—]/.test(right))
  );
}

type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** In brackets when it binds looser than `level`. */
function atLeast(expression: Expression, level: number): string {
  const text = printExpression(expression);
  const loose = expression.kind === 'if' || (expression.kind === 'binary' && levelOf(expression.operator) < level);
  return loose ? `（${text}）` : text;
}

function printBinary({ operator, left, right }: ExpressionOf<'binary'>): string {
  const level = levelOf(operator);
  const first = endsOpen(left) ? `（${printExpression(left)}）` : atLeast(left, level);
  const second = right.kind === 'if' ? printExpression(right) : atLeast(right, level + 1);
  return glue(first, signOf(operator), second);
}

/** Whether what follows an expression would be taken into it. */
function endsOpen(expression: Expression): boolean {
  if (expression.kind === 'binary') return endsOpen(expression.right);
  return expression.kind === 'if';
}

function signOf(operator: BinaryOperator): string {
  switch (operator) {
    case '<':
    case '≤':
    case '=':
    case '≠':
    case '≥':
    case '>':
      return SIGNS[operator];
    case '或':
    case '且':
    case '＋':
    case '－':
    case '×':
    case '÷':
      return operator;
  }
}

function printCall({ name, arguments: items }: ExpressionOf<'call'>): string {
  const pick = PICKS.get(name);
  const texts = items.map(printExpression);
  if (pick !== undefined && items.length > 1 && items.every(({ kind }) => kind === 'name')) {
    return `${texts.slice(0, -1).join('、')}与${texts.at(-1) ?? ''}${pick}`;
  }
  return `${name}（${glue(...texts.flatMap((text, index) => (index === 0 ? [text] : ['，', text])))}）`;
}

function printIf({ condition, then, otherwise }: ExpressionOf<'if'>): string {
  const dangling = otherwise.kind !== 'missing' && then.kind === 'if' && then.otherwise.kind === 'missing';
  const result = dangling ? `（${printExpression(then)}）` : printExpression(then);
  const consequence = then.kind === 'missing' ? '' : `则${result}`;
  return `若${printExpression(condition)}${consequence}${otherwise.kind === 'missing' ? '' : `，否则${printExpression(otherwise)}`}`;
}

/** Prints a condition: `60%≤完成率＜80%`, `80%（含）—90%`, `有结余且不超过上年结转`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'comparison':
      return printComparison(condition.subject, condition.tests);
    case 'between':
      return glue(printSubject(condition.subject), printRange(condition.low, condition.high));
    case 'within': {
      const { subject, operator, low, high } = condition;
      const last = printEnd(high, '以内');
      const range = low === undefined ? `±${last}` : `±${printEnd(low)}至±${last}`;
      return `${printSubject(subject)}${operator === undefined ? '' : WORDS[operator]}${range}`;
    }
    case 'value':
      return printValue(condition.subject, condition.end);
    case 'holds': {
      const { expression } = condition;
      const plain = expression.kind === 'name' || expression.kind === 'phrase';
      return plain ? printExpression(expression) : `${printExpression(expression)}≥`;
    }
    case 'change':
      return printChange(condition);
    case 'defined':
      return `${condition.text}（${printCondition(condition.by)}）`;
    case 'presence':
      return `${condition.present ? '有' : '无'}${printExpression(condition.subject)}`;
    case 'level':
      return condition.word;
    case 'otherwise':
      return '否则';
    case 'beyond':
      return printBeyond(condition.operator);
    case 'not':
      return `非${printCondition(condition.condition)}`;
    case 'all':
      return condition.conditions.map(printCondition).join('且');
    case 'any':
      return condition.conditions.map(printCondition).join('或');
  }
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '≤': '≥',
  '=': '=',
  '≠': '≠',
  '≥': '≤',
  '>': '<',
};

/** 同比 stands alone, an earlier time and a name behind 比. */
function printChange({ subject, period, reference, word, by }: Extract<Condition, { kind: 'change' }>): string {
  const named = `${period ?? ''}${printSubject(reference)}`;
  const than = named === '' || /^[同环]比$/.test(named) ? named : `比${named}`;
  return `${printSubject(subject)}${than}${word}${by === undefined ? '' : printCondition(by)}`;
}

/** 超过的 and 低于的 are words; the other comparisons have no such form. */
function printBeyond(operator: Comparison | undefined): string {
  if (operator === undefined) return '未完成';
  return operator === '>' || operator === '<' ? WORDS[operator] : SIGNS[operator];
}

/** The measure and what it is compared with; the first end stands before the measure in `60%≤完成率＜80%` and `5%＜3%`. */
function printComparison(subject: Expression | undefined, tests: readonly Comparing[]): string {
  const [first, ...others] = tests;
  if (subject === undefined || first === undefined || !standsAfter(subject, tests)) {
    return `${printSubject(subject)}${tests.map(printTest).join('')}`;
  }
  const before = `${printEnd(first.end)}${(first.word ? WORDS : SIGNS)[FLIPPED[first.operator]]}`;
  return `${before}${printSubject(subject)}${others.map(printTest).join('')}`;
}

function standsAfter(subject: Expression, [first, second, third]: readonly Comparing[]): boolean {
  if (first === undefined) return false;
  const between = second !== undefined && third === undefined && !first.word && !second.word;
  const rises = first.operator === '>' || first.operator === '≥';
  return isLiteral(leftmost(subject)) || (between && rises && isLiteral(first.end.value));
}

function leftmost(expression: Expression): Expression {
  return expression.kind === 'binary' ? leftmost(expression.left) : expression;
}

function printSubject(subject: Expression | undefined): string {
  return subject === undefined ? '' : printExpression(subject);
}

function printTest({ operator, word, end }: Comparing): string {
  const written = operator === '≥' && end.suffix !== undefined ? '达到' : WORDS[operator];
  return `${word ? written : SIGNS[operator]}${printEnd(end)}`;
}

/** A lone value; `之间` says that it is one where neither number nor mark does. */
function printValue(subject: Expression | undefined, end: End): string {
  const text = glue(printSubject(subject), printEnd(end));
  const plain = end.suffix === undefined && end.marks.length === 0;
  const worded = end.value.kind === 'phrase' || end.value.kind === 'missing';
  return plain && !worded && (subject !== undefined || !isLiteral(end.value)) ? `${text}之间` : text;
}

/** Two ends of a range with the sign between them. */
export function printRange(low: End, high: End): string {
  const dash = (isLiteral(low.value) || low.marks.length > 0 || low.suffix !== undefined) && isLiteral(high.value);
  const from =
    low.value.kind === 'rank' && high.value.kind === 'quantity' ? printEnd(low).replace('名', '') : printEnd(low);
  return `${from}${dash ? '—' : '～'}${printEnd(high)}`;
}

/** One end of a range: a mark that names its number stands behind 以上, any other before it. */
export function printEnd({ value, marks, suffix }: End, within = '以下'): string {
  const text = printExpression(value);
  const [only] = marks;
  if (
    value.kind === 'rank' &&
    suffix !== undefined &&
    marks.length === 1 &&
    only?.inclusive &&
    only.value === undefined
  )
    return `${text}及${printSuffix(value, suffix, within)}`;
  const mark = printMarks(marks);
  const after = suffix === undefined ? '' : printSuffix(value, suffix, within);
  const behind = marks.some((one) => one.value !== undefined) || value.kind === 'date';
  return behind ? `${text}${after}${mark}` : `${text}${mark}${after}`;
}

function printSuffix(value: Expression, suffix: Suffix, within: string): string {
  if (suffix === '>') return '以外';
  if (value.kind === 'date') return suffix === '≥' ? '以后' : '前';
  if (value.kind === 'rank') return suffix === '≥' ? '以后' : '以前';
  if (value.kind === 'quantity' && value.unit !== undefined && /日|天|月/.test(value.unit))
    return suffix === '≥' ? '以上' : '以内';
  return suffix === '≥' ? '以上' : within;
}

function printMarks(marks: readonly Mark[]): string {
  const word = ({ inclusive }: Mark): string => (inclusive ? '含' : '不含');
  const alike = (some: readonly Mark[]): string => (some.some((mark) => mark.alike === true) ? '，下同' : '');
  const both = marks.filter(({ value }) => value === BOTH_ENDS).map((mark) => `（均${word(mark)}${alike([mark])}）`);
  const rest = marks.filter(({ value }) => value !== BOTH_ENDS);
  const own = rest.map((mark) => `${word(mark)}${mark.value ?? ''}`);
  return `${both.join('')}${own.length === 0 ? '' : `（${own.join('，')}${alike(rest)}）`}`;
}

/** Whether an expression is one number, date or rank. */
function isLiteral({ kind }: Expression): boolean {
  return kind === 'quantity' || kind === 'date' || kind === 'rank';
}
