/** Steps counted, as an explanation tells of them: how far a measure is off, how many steps that makes, which items are not met. */
import {
  type Adjustment,
  type Core,
  type Measure,
  type Part,
  type Rational,
  type Unit,
  ONE,
  divide,
  equal,
  sign,
  toShortText,
  unitNamed,
} from '../../dsl/index.ts';
import { figure, isRank, shownValue } from '../values/figure.ts';
import type { StepCount } from '../values/outcome.ts';
import type { TraceStep } from '../values/result.ts';
import { type TraceContext, measureShown, namedShown, placesFor, words } from './shown.ts';
import { isNumber } from '../values/value.ts';

/** An adjustment as it was counted; undefined when the part has no such adjustment. */
export function stepStep(
  { adjustment: index, measured, distance, steps, effect }: StepCount,
  part: Part,
  context: TraceContext,
): TraceStep | undefined {
  const adjustment: Adjustment | undefined = part.adjustments[index];
  if (adjustment === undefined) return undefined;
  const { measure: core, origin, direction, reading } = adjustment;
  const measure = core.kind === 'input' ? core.measure : undefined;
  const counted =
    origin.kind === 'constant' &&
    sign(origin.value) === 0 &&
    direction === 'above' &&
    (measure === undefined || measure.whole);
  const unit = measure?.unit ?? unitNamed('比率');
  if (unit === undefined) return undefined;
  const places = measure === undefined ? 0 : placesFor(measured, measure, context);
  const shown =
    measure === undefined
      ? countShown(core, measured, context)
      : counted
        ? `${measure.name}${measureShown(measure, measured, context)}`
        : namedShown(measure, measured, context);
  const originValue = constantOrValue(origin, context);
  return {
    kind: 'steps',
    clause: words(adjustment.span, context),
    counted,
    measured: shown,
    origin: originValue === undefined || measure === undefined ? '' : shownValue(originValue, measure),
    direction,
    scale: scaleOf(measure),
    distance: distanceShown(distance, measure, unit, places),
    steps,
    reading,
    whole: equal(divide(distance, constantOrValue(adjustment.width, context) ?? ONE) ?? steps, steps),
    effect,
    adds: adjustment.sign > 0,
  };
}

/** How many list items, or named faults, were met or not, and which those are that were not. */
function countShown(core: Core, count: Rational, { valueOf }: TraceContext): string {
  const number = toShortText(count, 0);
  if (core.kind !== 'count') return number;
  const [only] = core.of;
  if (core.of.length === 1 && only?.kind === 'input') return `${only.measure.name}：${sign(count) === 0 ? '否' : '是'}`;
  const unmet = core.of.flatMap((item) =>
    item.kind === 'input' && valueOf(item.measure.key) === false ? [item.measure.name] : [],
  );
  const names = unmet.join('、');
  if (!core.value) return `不符合${number}项${names === '' ? '' : `：${names}`}`;
  return `符合${number}项${names === '' ? '' : `，不符合：${names}`}`;
}

function scaleOf(measure: Measure | undefined): 'number' | 'date' | 'rank' {
  if (measure?.type.kind === 'date') return 'date';
  return measure !== undefined && isRank(measure.unit) ? 'rank' : 'number';
}

function constantOrValue(core: Core, { valueOf }: TraceContext): Rational | undefined {
  if (core.kind === 'constant') return core.value;
  const value = core.kind === 'input' ? valueOf(core.measure.key) : undefined;
  return value !== undefined && isNumber(value) ? value : undefined;
}

function distanceShown(distance: Rational, measure: Measure | undefined, unit: Unit, places: number): string {
  const days = unitNamed('天');
  if (measure?.type.kind === 'date' && days !== undefined) return figure(distance, days).shown;
  const { shown } = figure(distance, unit, places);
  if (isRank(unit)) return `${toShortText(distance, places)}个名次`;
  return unit.dimension.length === 0 ? shown.replace('%', '个百分点') : shown;
}
