/**
 * Whether the bands of a part speak of every value of the one measure they judge. Where that cannot be shown, a value may fall
 * between them.
 */
import { type Core, type Span, intersect, isEmpty, measuresOf, onIntegers, regionOf } from '../../dsl/index.ts';
import { compile } from '../values/compile.ts';

/** Whether one of the conditions holds whatever value their measure has. False also where nobody knows. */
export function coversAll(conditions: readonly Core[], span: Span): boolean {
  const any: Core = { kind: 'any', of: conditions, span };
  const [measure, ...others] = measuresOf(any);
  if (measure === undefined || others.length > 0) return false;
  const holdsFor = (value: string | boolean): boolean =>
    compile(any, () => 0)({ get: () => value, weight: { numerator: 0n, denominator: 1n } }) === true;
  switch (measure.type.kind) {
    case 'truth':
      return [true, false].every(holdsFor);
    case 'level':
      return measure.type.words.every(holdsFor);
    case 'text':
    case 'records':
      return false;
    case 'date':
    case 'number': {
      const rest = regionOf({ kind: 'not', of: any, span }, { kind: 'input', measure, span });
      if (rest === undefined) return false;
      const gap = intersect(rest, measure.reach ?? measure.range);
      return isEmpty(measure.whole ? onIntegers(gap) : gap);
    }
  }
}
