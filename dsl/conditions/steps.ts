/** 每…扣…: which measure the steps walk, which way, and whether happenings or list items are counted. */
import type { Chunk, Quantity, Verb } from '../text/ast.ts';
import { inputOf } from '../expressions/check.ts';
import type { Context } from './context.ts';
import { type Core, type Measure, type Typed, coreText, absoluteOf } from '../expressions/core.ts';
import { countIn } from './count-words.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, type Rational } from '../numbers/number.ts';
import { type Points, pointsOf } from '../expressions/points.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import type { Test } from '../expressions/ranges.ts';
import { conditionsIn, isOfOne, keptBefore, keptBesideItems } from './step-conditions.ts';
import { sizeIn, widthOf } from './step-width.ts';
import type { Tester } from './tests.ts';
import { type Unit, isCounted, sameDimension, unitNamed } from '../numbers/units.ts';

/** 每…扣…: `counted` when happenings are counted, `items` when list items are. */
export interface StepClause {
  readonly kind: 'step';
  readonly measure: Typed;
  readonly direction: 'above' | 'below' | 'both';
  /** the first after a full stop or semicolon */
  readonly fresh: boolean;
  readonly counted: boolean;
  /** 与上年相比: the measure is a change, counted from nothing */
  readonly change: boolean;
  readonly items: 'met' | 'unmet' | undefined;
  readonly width: Rational;
  readonly verb: Verb;
  readonly points: Points;
  /** a condition before it which it does not walk from */
  readonly before: Test | undefined;
  /** a condition written before it, or the segment it walks */
  readonly from: Test | undefined;
  readonly segment: Test | undefined;
  /** 否则，每低1%…: whatever is not what was said before */
  readonly otherwise: boolean;
  readonly scope: 'item' | 'total' | undefined;
  readonly head: Span;
  readonly span: Span;
}

type StepChunk = Extract<Chunk, { kind: 'step' }>;

/** What was said before a step. */
export interface Before {
  readonly pending: readonly Test[];
  readonly items: readonly Core[];
  /** the items are faults */
  readonly faults: boolean;
  /** knows the measure last spoken of */
  readonly speaker: Tester;
  /** what each count already counts, by measure */
  readonly walked: Map<string, string>;
}

/** A step with its measure; undefined after a fault, which is reported. */
export function stepOf(chunk: StepChunk, before: Before, context: Context): StepClause | undefined {
  const { scope, report } = context;
  const { items, speaker, walked } = before;
  if (isShortage(chunk, before, scope))
    return stepOf({ ...chunk, direction: 'missing', what: '缺少' }, before, context);
  const truths = chunk.names.filter(({ name }) => scope.measure(name)?.type.kind === 'truth');
  if (truths.length > 0) {
    const names = chunk.names.filter((name) => !truths.includes(name));
    const said = truths.flatMap(
      (expression) => speaker.test({ kind: 'holds', expression, span: expression.span }) ?? [],
    );
    return stepOf({ ...chunk, names }, { ...before, pending: [...before.pending, ...said] }, context);
  }
  const written = chunk.width === undefined ? undefined : widthOf(inKnownUnit(chunk.width, scope), report);
  if (chunk.width !== undefined && written === undefined) return undefined;
  const unit = written?.unit;
  const width = written?.value ?? ONE;
  const points = pointsOf(chunk.amount, scope, report);
  const segment = chunk.segment === undefined ? undefined : speaker.test(chunk.segment);
  const common = {
    kind: 'step',
    width,
    verb: chunk.verb,
    segment,
    scope: chunk.scope,
    fresh: true,
    change: false,
    otherwise: before.pending.some(({ kind }) => kind === 'rest'),
    before: undefined,
    head: chunk.head,
    span: chunk.span,
  } as const;
  if (points === undefined) return undefined;
  const [named, ...also] = chunk.names;
  const declared =
    unit !== undefined &&
    scope.measures.some(({ type }) => type.kind === 'number' && sameDimension(type.dimension, unit.dimension));
  const oneWay = chunk.direction !== 'above' && chunk.direction !== 'both';
  if (named === undefined && items.length > 0 && !declared && oneWay && unit !== undefined && isCount(unit)) {
    const unmet = chunk.verb === 'deduct';
    const often = before.faults && OCCURRENCES.has(unit.name) ? occurrencesOf(items, unit, context) : undefined;
    if (often !== undefined)
      return {
        ...common,
        measure: often,
        direction: 'above',
        counted: true,
        items: undefined,
        points,
        from: undefined,
      };
    const core: Core = { kind: 'count', of: items, value: !unmet || before.faults, span: chunk.head };
    return {
      ...common,
      before: keptBesideItems(before.pending, context),
      measure: { core, type: { kind: 'number', dimension: unit.dimension }, unit },
      direction: 'above',
      counted: true,
      items: unmet ? 'unmet' : 'met',
      points,
      from: undefined,
    };
  }
  const alone = stepMeasure(chunk, unit, before, context);
  if (alone === undefined) return undefined;
  const measure = also.reduce((sum, { name }) => withMeasure(sum, scope.measure(name)), alone);
  if (isUnread(chunk, unit)) {
    report(diagnose('award-not-understood', chunk.head, { text: chunk.what }));
    return undefined;
  }
  const size = sizeIn(chunk, measure, context);
  if (size === undefined) return undefined;
  speaker.speakOf(measure);
  const ranked = measure.type.kind === 'number' && measure.type.dimension[0]?.[0] === '名次';
  // 第一名得20分，每名次减0.5分: places are walked from the first, not counted.
  const placed = ranked && chunk.direction === 'count' && chunk.verb === 'deduct' && isDeclared(measure, scope);
  const counted =
    (chunk.direction === 'count' && !placed) || chunk.direction === 'missing' || chunk.direction === 'reach';
  const turned = ranked
    ? ({ above: 'below', below: 'above', both: 'both' } as const)
    : ({ above: 'above', below: 'below', both: 'both' } as const);
  const direction =
    chunk.direction === 'above' || chunk.direction === 'below' || chunk.direction === 'both'
      ? turned[chunk.direction]
      : 'above';
  if (counted) walked.set(coreText(measure.core), countedBy(chunk, before.pending, context));
  const origin = originOf(chunk, measure, speaker);
  const from = [...(origin === undefined ? [] : [origin]), ...before.pending]
    .map((test) => (test.kind === 'not' && direction === 'both' ? test.of : test))
    .find((test) => test.kind === 'range' && isOfOne(test.measure, measure));
  const absolute = absoluteOf(measure);
  const walksSize =
    direction !== 'both' && from?.kind === 'range' && coreText(from.measure.core) === coreText(absolute.core);
  const walks = chunk.sized || walksSize || chunk.what.includes('绝对值') ? absolute : measure;
  const step = { ...common, width: size, measure: walks, direction, counted, items: undefined, points, from };
  return { ...step, before: keptBefore(step, before.pending, chunk.what, context) };
}

/** 人员配备不齐的，每少1人扣1分: with no number to fall short of, how many are missing is asked. */
function isShortage({ direction, names, origin, segment, width }: StepChunk, before: Before, scope: Scope): boolean {
  const unit = width?.unit === undefined ? undefined : unitNamed(width.unit);
  if (direction !== 'below' || names.length > 0 || origin !== undefined || segment !== undefined) return false;
  if (unit === undefined || !isCounted(unit.dimension) || before.items.length > 0) return false;
  const told = [before.speaker.current(), scope.own, ...scope.measures];
  const fits = told.some(
    (typed) => typed?.type.kind === 'number' && sameDimension(typed.type.dimension, unit.dimension),
  );
  return !fits && before.pending.every(({ kind }) => kind !== 'range' && kind !== 'not');
}

/** Units in which things are counted that can happen again. */
const OCCURRENCES: ReadonlySet<string> = new Set(['次', '例', '起', '处', '人次']);

/** ①迟报；②漏报。每发生一次扣1分: faults nobody declared are asked as counts, and add up. */
function occurrencesOf(items: readonly Core[], unit: Unit, { scope }: Context): Typed | undefined {
  const counts = items.map((item) =>
    item.kind === 'input' && scope.measure(item.measure.name) === undefined
      ? inputOf(scope.count(item.measure.name, unit.name, item.span), item.span)
      : undefined,
  );
  const [first, ...others] = counts;
  if (first === undefined || !others.every((count) => count !== undefined)) return undefined;
  return others.reduce<Typed>(
    (sum, { core }) => ({
      ...sum,
      core: { kind: 'arithmetic', operator: '＋', left: sum.core, right: core, span: sum.core.span },
    }),
    first,
  );
}

/** 1例（次）: the unit of the two that something declared is counted in. */
function inKnownUnit(width: Quantity, { measures }: Scope): Quantity {
  const known = [width.unit, ...(width.also ?? [])].find((name) => {
    const unit = name === undefined ? undefined : unitNamed(name);
    return (
      unit !== undefined &&
      measures.some(({ type }) => type.kind === 'number' && sameDimension(type.dimension, unit.dimension))
    );
  });
  return known === undefined ? width : { ...width, unit: known };
}

/** 每迟到或早退1次 counts both. */
function withMeasure(sum: Typed, measure: Measure | undefined): Typed {
  const added = measure === undefined ? undefined : inputOf(measure, sum.core.span);
  if (
    added?.type.kind !== 'number' ||
    sum.type.kind !== 'number' ||
    !sameDimension(added.type.dimension, sum.type.dimension)
  )
    return sum;
  if (coreText(added.core) === coreText(sum.core)) return sum;
  return {
    ...sum,
    core: { kind: 'arithmetic', operator: '＋', left: sum.core, right: added.core, span: sum.core.span },
  };
}

/** 每滞后1个百分点: a word nobody knows between 每 and a share or a rank may turn the step either way. */
function isUnread({ direction, what, names, segment }: StepChunk, unit: Unit | undefined): boolean {
  const counted = unit === undefined || (isCount(unit) && unit.dimension[0]?.[0] !== '名次');
  return direction === 'count' && !counted && what !== '' && names.length === 0 && segment === undefined;
}

/** 每低于100%一个百分点, 每低于考核目标1个百分点: where the steps start; a measure is no level of its own. */
function originOf({ origin }: StepChunk, measure: Typed, speaker: Tester): Test | undefined {
  const { core } = measure;
  if (origin === undefined || (origin.kind === 'name' && core.kind === 'input' && origin.name === core.measure.name))
    return undefined;
  const { span } = origin;
  return speaker.test({
    kind: 'value',
    subject: undefined,
    end: { value: origin, marks: [], suffix: undefined, span },
    span,
  });
}

function isDeclared({ core }: Typed, { measures }: Scope): boolean {
  return core.kind === 'input' && measures.includes(core.measure);
}

function isCount(unit: Unit): boolean {
  return unit.dimension.length === 1 && !['元', '分'].includes(unit.dimension[0]?.[0] ?? '');
}

/** The words that say what a step counts: those of the condition before it, and its own. */
function countedBy({ what }: StepChunk, pending: readonly Test[], context: Context): string {
  return [...conditionsIn(pending, context), what].join('');
}

/** The measure a step walks: the one named, else the one last spoken of, if the width's unit fits; else any 量 that fits; else a new count. */
function stepMeasure(
  chunk: StepChunk,
  unit: Unit | undefined,
  { speaker, walked, pending }: Before,
  context: Context,
): Typed | undefined {
  const { scope, report } = context;
  const [name] = chunk.names;
  const named = name === undefined ? undefined : scope.measure(name.name);
  const fits = (typed: Typed): boolean => {
    if (unit === undefined) return typed.type.kind === 'number';
    if (typed.type.kind === 'date') return unit.dimension[0]?.[0] === '天' || unit.dimension[0]?.[0] === '工作日';
    return typed.type.kind === 'number' && sameDimension(typed.type.dimension, unit.dimension);
  };
  const spoken = chunk.direction === 'count' || chunk.direction === 'missing' ? countIn(chunk.what, scope) : undefined;
  const candidates = [
    named === undefined ? undefined : inputOf(named, chunk.head),
    ...(named === undefined
      ? [
          spoken && inputOf(spoken, chunk.head),
          speaker.current(),
          scope.own,
          ...scope.measures.map((measure) => inputOf(measure, chunk.head)),
        ]
      : []),
  ];
  const what = countedBy(chunk, pending, context);
  const free = (typed: Typed): boolean =>
    what === '' || [undefined, '', what].includes(walked.get(coreText(typed.core)));
  const found = candidates.find((candidate) => candidate !== undefined && fits(candidate) && free(candidate));
  if (found !== undefined) return found;
  const counting = chunk.direction === 'count' || chunk.direction === 'missing';
  if (counting && (unit === undefined || isCount(unit)) && named === undefined) {
    const prose = conditionsIn(pending, context, chunk.what === '缺少');
    const plain = prose.length === 0 ? (unit?.name ?? '次数') : `${unit?.name ?? '次'}数`;
    const text = [...prose, chunk.what === '' ? plain : chunk.what].join('');
    const count = inputOf(scope.count(text, unit?.name ?? '次', chunk.head), chunk.head);
    if (text !== '缺少' || !walked.has(coreText(count.core))) return count;
    report(diagnose('unknown-measure', chunk.head));
    return undefined;
  }
  const [wanted] = candidates.filter((candidate) => candidate !== undefined);
  if (wanted === undefined) report(diagnose('unknown-measure', chunk.head));
  else
    report(
      diagnose('unit-mismatch', chunk.width?.span ?? chunk.head, {
        left: wanted.unit.name,
        right: unit?.name ?? '',
        action: '作为步长',
      }),
    );
  return undefined;
}
