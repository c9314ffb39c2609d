/**
 * Trees in a notation for goldens, a line a chunk. `甲` name · `'甲'` prose · `(÷ 甲 乙)` operator first · `[甲]` brackets ·
 * `∅` nothing where something should stand · `5%{含}↑` an end with its mark and 以上 · `·` the measure spoken of before.
 */
import type { Diagnostic } from '../../dsl/text/diagnostic.ts';
import type {
  Amount,
  Chunk,
  Comparing,
  Condition,
  End,
  Expression,
  Formula,
  GradeLine,
  Sentence,
} from '../../dsl/text/ast.ts';

/** An expression. */
function outlineExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'quantity':
      return `${expression.figure}${expression.unit ?? ''}`;
    case 'missing':
      return '∅';
    case 'date':
      return `@${expression.text}`;
    case 'rank':
      return `#${expression.figure}`;
    case 'name':
      return expression.name;
    case 'phrase':
      return `'${expression.text}'`;
    case 'weight':
      return '分值';
    case 'bracket':
      return `[${outlineExpression(expression.inner)}]`;
    case 'unary':
      return `(${expression.operator} ${outlineExpression(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${outlineExpression(expression.left)} ${outlineExpression(expression.right)})`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(outlineExpression).join(' ')})`;
    case 'if':
      return `(若 ${[expression.condition, expression.then, expression.otherwise].map(outlineExpression).join(' ')})`;
  }
}

function outlineEnd({ value, marks, suffix }: End): string {
  const noted = marks.map((mark) => `{${mark.inclusive ? '含' : '不含'}${mark.value ?? ''}}`).join('');
  return `${outlineExpression(value)}${noted}${suffix === undefined ? '' : suffix === '≥' ? '↑' : '↓'}`;
}

function outlineTest({ operator, word, end }: Comparing): string {
  return `${word ? `“${operator}”` : operator}${outlineEnd(end)}`;
}

function outlineCondition(condition: Condition): string {
  const about = (subject: Expression | undefined): string => (subject === undefined ? '·' : outlineExpression(subject));
  switch (condition.kind) {
    case 'comparison':
      return [about(condition.subject), ...condition.tests.map(outlineTest)].join(' ');
    case 'between':
      return `${about(condition.subject)} ${outlineEnd(condition.low)}…${outlineEnd(condition.high)}`;
    case 'within': {
      const low = condition.low === undefined ? '' : `${outlineEnd(condition.low)}…`;
      return `${about(condition.subject)} ${condition.operator ?? ''}±${low}${outlineEnd(condition.high)}`;
    }
    case 'value':
      return `${about(condition.subject)} 值 ${outlineEnd(condition.end)}`;
    case 'change': {
      const { subject, period, reference, operator, by } = condition;
      const than = [period, reference === undefined ? undefined : outlineExpression(reference)].filter(
        (part) => part !== undefined,
      );
      const far = by === undefined ? '' : ` ${outlineCondition(by)}`;
      return `${about(subject)} 变${operator}${than.length === 0 ? '' : ` 比 ${than.join(' ')}`}${far}`;
    }
    case 'defined':
      return `'${condition.text}'即（${outlineCondition(condition.by)}）`;
    case 'holds':
      return `是 ${outlineExpression(condition.expression)}`;
    case 'presence':
      return `${condition.present ? '有' : '无'} ${outlineExpression(condition.subject)}`;
    case 'level':
      return `级 ${condition.word}`;
    case 'otherwise':
      return '否则';
    case 'beyond':
      return `余${condition.operator ?? ''}`;
    case 'not':
      return `非（${outlineCondition(condition.condition)}）`;
    case 'all':
    case 'any':
      return condition.conditions
        .map((one) => `（${outlineCondition(one)}）`)
        .join(condition.kind === 'all' ? '且' : '或');
  }
}

function outlineAmount(amount: Amount): string {
  switch (amount.kind) {
    case 'points':
      return outlineExpression(amount.value);
    case 'rate':
      return `率 ${outlineExpression(amount.value)}`;
    case 'full':
      return '满分';
    case 'zero':
      return '不得分';
    case 'unchanged':
      return '不扣分';
    case 'share':
      return `份额 ${outlineEnd(amount.low)}${amount.high === undefined ? '' : `…${outlineEnd(amount.high)}`}`;
    case 'range':
      return `${outlineEnd(amount.low)}…${outlineEnd(amount.high)}`;
    case 'own':
      return '相应分值';
    case 'proportion':
      return '按比例';
    case 'discretion':
      return '酌情';
    case 'label':
      return `‘${amount.text}’`;
  }
}

const VERBS = { give: '得', add: '加', deduct: '扣' } as const;
const SCOPES = { item: '本项', total: '总分' } as const;
const DIRECTIONS = { above: '高', below: '低', both: '高低', reach: '达', missing: '缺', count: '计数' } as const;

function outlineChunk(chunk: Chunk): string {
  switch (chunk.kind) {
    case 'mark':
      return `标 ${chunk.text}`;
    case 'condition':
      return `条件 ${outlineCondition(chunk.condition)}${chunk.tail === '' ? '' : ` 尾'${chunk.tail}'`}`;
    case 'award':
      return words(
        chunk.scope && SCOPES[chunk.scope],
        VERBS[chunk.verb],
        chunk.base && '基本分',
        outlineAmount(chunk.amount),
      );
    case 'step': {
      const segment = chunk.segment && `段（${outlineCondition(chunk.segment)}）`;
      const names = chunk.names.map(({ name }) => name).join(' ');
      const what = chunk.what === '' ? '' : `'${chunk.what}'`;
      const width = chunk.width && outlineExpression(chunk.width);
      const cost = words('→', chunk.scope && SCOPES[chunk.scope], VERBS[chunk.verb], outlineAmount(chunk.amount));
      return words('每', names, segment, DIRECTIONS[chunk.direction], what, width, cost);
    }
    case 'stop':
      return { cap: '止于满分', floor: '止于零', spill: '余扣总分' }[chunk.at];
    case 'limit':
      return words(
        { most: '至多', least: '至少', filled: '满' }[chunk.limit],
        chunk.verb && VERBS[chunk.verb],
        outlineAmount(chunk.amount),
      );
    case 'reading':
      return `不足一步 ${outlineExpression(chunk.width)} ${chunk.reading}`;
    case 'series':
      return '类推';
    case 'shared':
      return '分别';
    case 'basis':
      return `基准 ${outlineEnd(chunk.end)}`;
    case 'break':
      return chunk.hard ? '；' : '，';
    case 'heading':
      return words('题', chunk.text, chunk.points && outlineExpression(chunk.points));
    case 'highest':
      return '就高';
    case 'note':
      return `注 ${chunk.text}`;
    case 'unknown':
      return `？ ${chunk.text}`;
  }
}

function words(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ');
}

/** A sentence, a line a chunk. */
export function outlineSentence({ chunks }: Sentence): string {
  return chunks.map(outlineChunk).join('\n');
}

/** A formula: its name and its expression. */
export function outlineFormula({ name, expression }: Formula): string {
  return `${name === undefined ? '' : `${name} ＝ `}${outlineExpression(expression)}`;
}

/** A grade table, a line a grade. */
export function outlineGrades(lines: readonly GradeLine[]): string {
  return lines.map(({ condition, label }) => `${outlineCondition(condition)} → ${label}`).join('\n');
}

/** What was reported, a line a finding, with the words it points at. */
export function outlineFindings(diagnostics: readonly Diagnostic[], text: string): string {
  return diagnostics.map(({ code, span }) => `! ${code} ‹${visible(text.slice(span.start, span.end))}›`).join('\n');
}

/** Text with what cannot be seen escaped. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{C}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
