/**
 * The tree back to official wording: sentences, formulas and grade tables. Parsing what is printed gives the same tree, spans
 * aside, under the same names. Where nothing was changed the source is kept and nothing is printed.
 */
import type { Amount, Chunk, Condition, Formula, GradeLine, Quantity, Sentence, Verb } from '../text/ast.ts';
import { glue, printCondition, printEnd, printExpression, printQuantity, printRange } from './print-conditions.ts';

/** Prints a formula line: `在职人员控制率＝（在职人数÷编制数）×100%`. */
export function printFormula({ name, expression }: Formula): string {
  return name === undefined ? printExpression(expression) : `${name}＝${printExpression(expression)}`;
}

/** Prints a scoring sentence: `≤100%，计满分；每超过1个百分点扣0.3分，扣完为止`. */
export function printSentence({ chunks }: Sentence): string {
  return glue(...chunks.map((chunk, index) => printChunk(chunk, chunks, index)));
}

/** Prints a grade table: `90分（含）—100分为优；60分以下为差。` */
export function printGrades(lines: readonly GradeLine[]): string {
  const texts = lines.map(({ condition, label }) => `${printCondition(condition)}${label === '' ? '' : `为${label}`}`);
  return texts.length === 0 ? '' : `${texts.join('；')}。`;
}

type ChunkOf<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

const VERBS: Readonly<Record<Verb, string>> = { give: '得', add: '加', deduct: '扣' };

const SCOPES = { item: '本项', total: '总分' } as const;

function printChunk(chunk: Chunk, chunks: readonly Chunk[], index: number): string {
  switch (chunk.kind) {
    case 'mark':
      return chunk.text.replace('(', '（').replace(')', '）');
    case 'condition':
      return printClause(chunk, chunks, index);
    case 'award':
      return printAward(chunk, neighbour(chunks, index, -1));
    case 'step':
      return printStep(chunk);
    case 'stop':
      return chunk.at === 'cap' ? '满分为止' : '扣完为止';
    case 'limit':
      return printLimit(chunk);
    case 'reading':
      return printReading(chunk);
    case 'series':
      return chunk.by === undefined
        ? '依次类推'
        : printAmount(chunk.by, chunk.verb === 'deduct' ? '依次递减' : '依次递增');
    case 'shared':
      return '分别';
    case 'basis':
      return `以${chunk.subject === undefined ? '' : printExpression(chunk.subject)}${printEnd(chunk.end)}为标准`;
    case 'break':
      return printBreak(chunk, chunks, index);
    case 'highest':
      return '就高不重复计分';
    case 'heading':
      return `${chunk.text}${chunk.points === undefined ? '' : `（${printQuantity(chunk.points)}）`}：`;
    case 'note':
    case 'unknown':
      return chunk.text;
  }
}

/** A hard break is ；, the last of all 。; soft ones around a reading are its brackets when another break follows. */
function printBreak({ hard }: ChunkOf<'break'>, chunks: readonly Chunk[], index: number): string {
  if (hard) return index === chunks.length - 1 ? '。' : '；';
  if (closesReading(chunks, index)) return '）';
  return closesReading(chunks, index + 2) ? '（' : '，';
}

function closesReading(chunks: readonly Chunk[], index: number): boolean {
  const soft = (chunk: Chunk | undefined): boolean => chunk?.kind === 'break' && !chunk.hard;
  const after = chunks[index + 1];
  const around = chunks[index - 1]?.kind === 'reading' && soft(chunks[index - 2]) && soft(chunks[index]);
  return around && (after === undefined || after.kind === 'break');
}

/** Words that begin like an award and would be read into the words before them. */
const AWARDING = /^(?:[计得记给评赋扣减加奖按]|不[得计予给扣])/;

/** The chunk before or after, past one comma. */
function neighbour(chunks: readonly Chunk[], index: number, step: 1 | -1): Chunk | undefined {
  const next = chunks[index + step];
  return next?.kind === 'break' && !next.hard ? chunks[index + 2 * step] : next;
}

/** A condition before its award; 的 stands after words, not after figures and list items. */
function printClause({ condition, tail }: ChunkOf<'condition'>, chunks: readonly Chunk[], index: number): string {
  const worded =
    tail !== '' || ['holds', 'defined', 'change', 'presence', 'beyond', 'level'].includes(lastOf(condition).kind);
  const next = chunks[index + 1];
  const clause = worded && neighbour(chunks, index, 1)?.kind === 'award' && chunks[index - 1]?.kind !== 'mark';
  const apart =
    worded && next !== undefined && next.kind !== 'award' && AWARDING.test(printChunk(next, chunks, index + 1));
  return `${printCondition(condition)}${tail}${clause || apart ? '的' : ''}`;
}

function lastOf(condition: Condition): Condition {
  const last = condition.kind === 'all' || condition.kind === 'any' ? condition.conditions.at(-1) : undefined;
  return last === undefined ? condition : lastOf(last);
}

function printAward({ verb, amount, base, scope }: ChunkOf<'award'>, before: Chunk | undefined): string {
  const given = before?.kind === 'condition' && before.tail === '' ? printedGive(before.condition) : '得';
  const lead = scope === undefined ? '' : SCOPES[scope];
  return `${lead}${printAmount(amount, verb === 'give' ? given : VERBS[verb], base ? '基本分' : '')}`;
}

/** Figures are followed by 计, words by 得. */
function printedGive(condition: Condition): string {
  return ['comparison', 'between', 'within', 'value'].includes(lastOf(condition).kind) ? '计' : '得';
}

/** An amount with its verb, whose place depends on the amount: 计5分, 不得分, 按比例计分. */
function printAmount(amount: Amount, verb: string, base = ''): string {
  const gives = verb === '计' || verb === '得';
  switch (amount.kind) {
    case 'rate':
    case 'points': {
      const { value } = amount;
      if (value.kind === 'missing') return gives ? '' : verb;
      const plain = !gives || (value.kind === 'quantity' && value.unit === '分');
      return plain ? `${verb}${base}${printExpression(value)}` : `${base}得分＝${printExpression(value)}`;
    }
    case 'full':
      return `${verb}${base}满分`;
    case 'zero':
      return gives ? `${base}不得分` : `${verb}${base}零分`;
    case 'unchanged':
      return '不扣分';
    case 'share': {
      const share = amount.high === undefined ? printEnd(amount.low) : printRange(amount.low, amount.high);
      const bare =
        amount.high === undefined && amount.low.value.kind === 'quantity' && amount.low.value.unit === undefined;
      if (bare) return `${verb}${share}`;
      return gives ? `按分值的${share}计分` : `${verb}${share}的分值`;
    }
    case 'range':
      return `${verb}${base}${printRange(amount.low, amount.high)}`;
    case 'own':
      return `${gives ? '得' : verb}相应分值`;
    case 'proportion':
      return amount.deducts ? '按比例扣分' : '按完成比例计分';
    case 'discretion':
      return verb === '扣' ? '酌情扣分' : '酌情给分';
    case 'label':
      return `为${amount.text}`;
  }
}

type StepWay = ChunkOf<'step'>['direction'];

const SHARES = /[%‰点]$/;
const TIMES = /[日天月年周]$|小时|分钟|季度/;

const WAYS: Readonly<Record<StepWay, readonly [share: string, time: string, counted: string]>> = {
  above: ['超过', '推迟', '多'],
  below: ['低于', '提前', '少'],
  both: ['高于或低于', '高于或低于', '相差'],
  reach: ['达到', '达到', '达到'],
  missing: ['缺少', '缺少', '缺少'],
  count: ['', '', ''],
};

/** The word for the way of a step, as it is said of such a width: 低于1%, 推迟一天, 少一项. */
function printWay(way: StepWay, width: Quantity | undefined): string {
  const unit = width?.unit ?? '';
  const [share, time, counted] = WAYS[way];
  if (TIMES.test(unit)) return time;
  return unit === '' || SHARES.test(unit) || unit.endsWith('元') ? share : counted;
}

/** 每 with its width and what it costs; counted words stand before the figure, a measure before 每. */
function printStep(chunk: ChunkOf<'step'>): string {
  const { names, segment, origin, sized, direction, width, what, verb, turns, amount, scope } = chunk;
  const part = segment === undefined ? '' : `${printCondition(segment)}部分`;
  const [before, counted, after] = placeWords(what, direction === 'count', segment !== undefined);
  const measure = `${printWay(direction, width)}${counted}`;
  const from = origin === undefined || width === undefined ? '' : `${sized ? '±' : ''}${printExpression(origin)}`;
  const step = width === undefined ? '' : printWidth(width, measure === '' && from === '');
  const cost = `${scope === undefined ? '' : SCOPES[scope]}${printAmount(amount, turns ? '加减' : VERBS[verb])}`;
  return glue(names.map(({ name }) => name).join('、'), before, part, '每', measure, from, step, after, cost);
}

/** Where the words of a step stand: before 每, before its width, or behind it. */
function placeWords(what: string, counted: boolean, segmented: boolean): readonly [string, string, string] {
  if (!counted) return segmented ? ['', '', what] : [what, '', ''];
  const subject = segmented ? undefined : /^以上(?:情况|各项|条件|要求|内容|指标)/.exec(what)?.[0];
  return [subject ?? '', what.slice(subject?.length ?? 0), ''];
}

/** 每项 for 每1项, but not 每年, which is a word of its own. */
function printWidth(width: Quantity, direct: boolean): string {
  const { figure, unit } = width;
  return direct && figure === '1' && unit !== undefined && !/^[年月日天周季%‰]/.test(unit)
    ? unit
    : printQuantity(width);
}

function printLimit({ limit, verb, amount }: ChunkOf<'limit'>): string {
  switch (limit) {
    case 'most':
      return `最多${printAmount(amount, verb === undefined ? '' : VERBS[verb])}`;
    case 'least':
      return `最低${printAmount(amount, verb === undefined ? '' : VERBS[verb])}`;
    case 'filled':
      return `${verb === undefined ? '计' : VERBS[verb]}满${printAmount(amount, '')}为止`;
  }
}

function printReading({ condition, width, reading }: ChunkOf<'reading'>): string {
  const test = condition.kind === 'comparison' ? condition.tests[0] : undefined;
  const given = test?.word === true && test.operator === '<' ? `不足${printEnd(test.end)}` : printCondition(condition);
  switch (reading) {
    case '不计':
      return `${given}的不计`;
    case '按一档计':
      return `${given}的按${printQuantity(width)}计算`;
    case '按比例':
      return `${given}的按比例计算`;
  }
}
