/**
 * What may follow at a place: read off the letters of the tokens before it (tokens.ts), as clause families are in patterns.ts. The
 * parser takes any text; this says what a drafter would go on with, for completion and for a half-typed sentence.
 */
import type { Bilingual } from '../text/diagnostic.ts';
import type { Manner } from '../words/scanner.ts';
import type { Scope } from '../expressions/scope.ts';
import { foldWidth } from '../text/source.ts';
import { LETTERS } from '../words/tokens.ts';
import { expandForms } from '../text/forms.ts';
import { VOCABULARY } from '../words/vocabulary.ts';
import { wordsOf } from '../grammar/words.ts';

/** Longest text for which this is worth asking: beyond it, nothing is expected and nothing completed. */
export const LONGEST_SENTENCE = 2_000;

/** Kinds of things that may follow. */
export type Expectation =
  | 'name'
  | 'condition'
  | 'number'
  | 'unit'
  | 'comparison'
  | 'operator'
  | 'function'
  | 'open'
  | 'close'
  | 'inclusion'
  | 'suffix'
  | 'range'
  | 'award'
  | 'points'
  | 'score'
  | 'step'
  | 'stop'
  | 'limit'
  | 'reading'
  | 'level'
  | 'phrase'
  | 'list'
  | 'otherwise'
  | 'if'
  | 'then'
  | 'else'
  | 'grade'
  | 'separator';

/** What each is called where a person is told what may follow. */
const EXPECTATIONS: Readonly<Record<Expectation, Bilingual>> = {
  name: { zh: '数据名称', en: 'a name' },
  condition: { zh: '条件，如“90%（含）以上”', en: 'a condition' },
  number: { zh: '数', en: 'a number' },
  unit: { zh: '单位', en: 'a unit' },
  comparison: { zh: '比较，如“≥”“低于”', en: 'a comparison' },
  operator: { zh: '运算符', en: 'an operator' },
  function: { zh: '函数', en: 'a function' },
  open: { zh: '左括号', en: 'an opening bracket' },
  close: { zh: '右括号', en: 'a closing bracket' },
  inclusion: { zh: '“（含）”或“（不含）”', en: '（含） or （不含）' },
  suffix: { zh: '“以上”或“以下”', en: '以上 or 以下' },
  range: { zh: '“—”和区间的另一端', en: 'a dash and the other end' },
  award: { zh: '得分，如“计5分”“不得分”', en: 'an award of points' },
  points: { zh: '分数', en: 'points' },
  score: { zh: '“得分＝…”', en: '得分＝…' },
  step: { zh: '“每…扣…分”', en: '每…扣…分' },
  stop: { zh: '“扣完为止”', en: '扣完为止' },
  limit: { zh: '“最多扣…分”', en: 'a limit' },
  reading: { zh: '“不足…的不计”', en: 'how a part step counts' },
  level: { zh: '等级', en: 'a level' },
  phrase: { zh: '文字条件', en: 'a condition in words' },
  list: { zh: '“①”', en: 'a list mark' },
  otherwise: { zh: '“否则”', en: '否则' },
  if: { zh: '“若…则…否则…”', en: '若…则…否则…' },
  then: { zh: '“则”和得数', en: '则 and a value' },
  else: { zh: '“否则”和得数', en: '否则 and a value' },
  grade: { zh: '等次', en: 'a grade' },
  separator: { zh: '逗号、分号或句号', en: 'a separator' },
};

const OPERAND = String.raw`(?:^|[-+*/(C&|!Ifj]|(?:@[^)]*),)$`;

const FORMULA: Readonly<Partial<Record<Expectation, RegExp>>> = {
  name: new RegExp(OPERAND),
  number: new RegExp(OPERAND),
  function: new RegExp(OPERAND),
  open: new RegExp(OPERAND),
  if: new RegExp(OPERAND),
  comparison: /^[^C]*[NPqpWdo)T]$|I[^fC]*[NPqpWdo)T]$/,
  operator: /[NPqpWdoF)T]$/,
  then: /I[^f]*[NLqpd)]$/,
  else: /f[^j]*[NqpWF)]$/,
  separator: /@[^)]*[NqpW)]$/,
};

const START = String.raw`(?:^|[,;m])$`;

const STANDARD: Readonly<Partial<Record<Expectation, RegExp>>> = {
  name: new RegExp(`${START}|[-+*/(C&|!ZHIGfjJ]$|y$|Eq$`),
  condition: new RegExp(`${START}|N$`),
  number: new RegExp(`${START}|[-+*/(CGfjIaDEye~&|]$|[NP]$`),
  function: /[-+*/(CGfjI]$|V$/,
  open: /[-+*/CGfjI]$/,
  comparison: new RegExp(`${START}|[NPe&|]$|[*/+-][^,;]*\\)$|(?:^|[,;m&|I])[qp]K?$|[pF]\\($`),
  operator: /[NWT]$|G[^,;]*[NqpW)]$|I[^,;]*[NqpW)]$/,
  inclusion: /(?<!E[^,;]*)[qdS]$|(?:^|[,;m~NCP-])p$/,
  suffix: /(?<!E[^,;]*)[qdo]K?$|(?:^|[,;m~NCP-])pK?$/,
  range: /(?<!E[^,;]*|[-~CM])[qdo]K?$|(?:^|[,;mNP])pK?$/,
  award: new RegExp(`${START}|[qdoKSLxQb)NPB]$`),
  points: /[VM]$|[VM]V$|y$/,
  score: new RegExp(START),
  step: new RegExp(`${START}|[NtP]$`),
  stop: /(?:[EV][^]*|^[^]*G[^]*)[,;]$|E[^,;]*[pF]$|G[^,;]*[NqpW)]$/,
  limit: /E[^]*[,;]$/,
  reading: /E[^,;]*[pF]$|E[^]*[pF],$/,
  level: new RegExp(`${START}|[Ne]$`),
  phrase: new RegExp(`${START}|[&|]$`),
  list: /(?:^|[;,])$/,
  otherwise: /[pFU0XR][,;]$/,
  if: new RegExp(`${START}|[GV]$`),
  then: /I[^f]*[NLPqpd)]$/,
  else: /f[^jQ]*[NqpWF)]$/,
  separator: /[NPpFLU0XKR)skWqdSxibn]$/,
};

const GRADES: Readonly<Partial<Record<Expectation, RegExp>>> = {
  condition: /(?:^|[,;])$/,
  number: /(?:^|[-,;C~(&P])$/,
  comparison: /(?:^|[,;&P(])$|(?:^|[,;])[qp]K?$/,
  inclusion: /[qp]$/,
  suffix: /[qpK]$/,
  range: /(?<![-~][qp]?)[qp]K?$/,
  grade: /[qpKSx]$|e$/,
  open: /P$/,
  separator: /e[^,;]*[PL]$|\)$/,
};

const TABLES: Readonly<Record<Manner, Readonly<Partial<Record<Expectation, RegExp>>>>> = {
  standard: STANDARD,
  formula: FORMULA,
  grades: GRADES,
};

/** All kinds, in the order they are told. */
const ALL: readonly Expectation[] = [
  'unit',
  'name',
  'level',
  'condition',
  'number',
  'points',
  'comparison',
  'operator',
  'function',
  'open',
  'close',
  'inclusion',
  'suffix',
  'range',
  'award',
  'score',
  'step',
  'reading',
  'stop',
  'limit',
  'otherwise',
  'phrase',
  'list',
  'if',
  'then',
  'else',
  'grade',
  'separator',
];

/** The letter a word has where what must follow it is not written yet: a 计 at the end is prose to the lexer. */
const UNFINISHED: ReadonlyMap<string, string> = new Map(
  VOCABULARY.toReversed().flatMap(({ kind, forms, follow }) =>
    follow === undefined || kind === 'filler' || kind === 'prose'
      ? []
      : expandForms(forms).map((form) => [foldWidth(form), LETTERS[kind]] as const),
  ),
);

const LONGEST_WORD = Math.max(...[...UNFINISHED.keys()].map(({ length }) => length));

/** The letters of `before`, and those it would have if the word it ends in were finished. */
function lettersOf(before: string, letters: string): readonly string[] {
  if (!/[Pk]$/.test(letters)) return [letters];
  const end = foldWidth(before);
  for (let length = Math.min(LONGEST_WORD, end.length); length > 0; length -= 1) {
    const letter = UNFINISHED.get(end.slice(-length));
    if (letter !== undefined) return [letters, `${letters.slice(0, -1)}${letter}`];
  }
  return [letters];
}

/** What may follow `before`, which is read as the beginning of a text. */
export function expectationsAfter(
  before: string,
  scope: Pick<Scope, 'names' | 'level'>,
  manner: Manner,
): ReadonlySet<Expectation> {
  if (before.length > LONGEST_SENTENCE) return new Set();
  const words = wordsOf(before, scope.names, manner);
  const letters = words.map(({ kind }) => LETTERS[kind]).join('');
  const last = words.at(-1);
  const bare = last?.kind === 'quantity' && last.unit === undefined && last.span.end === before.length;
  const openings = letters.split('(').length - letters.split(')').length;
  const variants = lettersOf(before, letters);
  return new Set(
    ALL.filter((kind) => {
      if (kind === 'unit') return bare;
      if (kind === 'close') return openings > 0 && /[^-+*/(C&|!,;]$/.test(letters);
      if (kind === 'level' && scope.level === undefined) return false;
      return variants.some((variant) => TABLES[manner][kind]?.test(variant) === true);
    }),
  );
}

/** One thing that may follow. */
export interface Expected extends Bilingual {
  readonly kind: Expectation;
}

/** What may follow at `offset`; inside a word, what may stand in place of it. */
export function expectedAt(
  text: string,
  offset: number,
  scope: Pick<Scope, 'names' | 'level'>,
  manner: Manner,
): readonly Expected[] {
  if (text.length > LONGEST_SENTENCE) return [];
  const around = wordsOf(text, scope.names, manner);
  const inside = around.find(({ span }) => span.start < offset && offset < span.end);
  const found = expectationsAfter(text.slice(0, inside?.span.start ?? offset), scope, manner);
  return [...found].map((kind) => ({ kind, ...EXPECTATIONS[kind] }));
}
