/**
 * The scoring curve of an indicator: its points over its own measure, everything else as the unit has it, one curve for each reading
 * of its standard; exact, for plots and comparison.
 */
import {
  type Core,
  type Curve,
  type IntervalSet,
  type Measure,
  type Rational,
  type Standard,
  contains,
  curveOf,
  turnsOf,
  windowOf,
} from '../../dsl/index.ts';
import { plan } from '../run/plan.ts';
import type { Indicator, Reading, Ruleset } from '../ruleset/ruleset.ts';
import type { UnitFile } from '../files/unit-file.ts';
import { isLacking, isNumber, isTable } from '../values/value.ts';
import { readValues } from '../ruleset/values.ts';

/** The curves of one indicator over one measure, within one window. */
export interface IndicatorCurve {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly low: Rational;
  readonly high: Rational;
  /** a hole of a curve is where nothing is laid down, or something is not known */
  readonly readings: readonly { readonly answers: Reading['answers']; readonly curve: Curve }[];
  /** what the unit has of the measure */
  readonly at: Rational | undefined;
}

/** Draws indicators for one unit, or with nothing known; undefined where points are not straight over a number. */
export function curves(
  ruleset: Ruleset,
  unit: UnitFile | undefined,
): (indicator: Indicator) => IndicatorCurve | undefined {
  const run = unit && plan(ruleset).open(readValues(unit, ruleset).values).run();
  const known = (measure: Measure): Rational | boolean | string | undefined => {
    const value = run?.valueOf(measure.key);
    return value === undefined || isLacking(value) || isTable(value) ? undefined : value;
  };
  return (indicator) => {
    const measure = drawnOver(indicator);
    if (measure === undefined) return undefined;
    const value = known(measure);
    const at = typeof value === 'object' && isNumber(value) ? value : undefined;
    const standards = indicator.readings.map(({ settled }) => settled);
    const window = windowAround(at, standards, measure, indicator.weight);
    const [low, high] = [window[0]?.low?.value, window.at(-1)?.high?.value];
    const drawn = indicator.readings.flatMap(({ answers, settled: standard }) => {
      const curve = curveOf(standard, measure, window, indicator.weight, known);
      return curve === undefined || curve.length === 0 ? [] : [{ answers, curve }];
    });
    if (low === undefined || high === undefined || drawn.length === 0) return undefined;
    return { indicator, measure, low, high, readings: drawn, at };
  };
}

/** The window of what happens, made wide enough for what the unit has. */
function windowAround(
  at: Rational | undefined,
  standards: readonly Standard[],
  measure: Measure,
  weight: Rational,
): IntervalSet {
  const plain = windowOf(standards, measure, weight, []);
  if (at === undefined || contains(plain, at)) return plain;
  const ends = [plain[0]?.low?.value, plain.at(-1)?.high?.value].filter((end) => end !== undefined);
  const turnless = standards.every((standard) => turnsOf(standard, measure, weight).length === 0);
  return windowOf(standards, measure, weight, [at, ...(turnless ? ends : [])]);
}

/** The indicator's own measure, or the one number its assessor is asked for. */
function drawnOver({ own, phrases }: Indicator): Measure | undefined {
  const inOwn = own === undefined ? undefined : inputIn(own.core);
  if (inOwn !== undefined) return inOwn.type.kind === 'number' ? inOwn : undefined;
  const numbers = phrases.filter(({ type }) => type.kind === 'number');
  return numbers.length === 1 ? numbers[0] : undefined;
}

function inputIn(core: Core): Measure | undefined {
  return core.kind === 'input' ? core.measure : undefined;
}
