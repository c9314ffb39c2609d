/** Indicators that divide by 0 where their standard does not say what then: said of the unit's file, at the figure that is 0. */
import { type Diagnostic, type MessageData, nameKey } from '../../dsl/index.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { IndicatorResult } from '../values/result.ts';
import type { UnitFile } from '../files/unit-file.ts';

/** A finding for every formula an indicator is unscored by; at the first of its divisor's figures that the unit gives. */
export function zeroDivisors(indicators: readonly IndicatorResult[], unit: UnitFile): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { status, trace } of indicators) {
    if (status !== 'division-by-zero') continue;
    for (const step of trace) {
      if (step.kind !== 'zero-divisor') continue;
      const names = step.divisors.map(({ name }) => nameKey(name));
      const given = unit.data.find(({ name }) => names.includes(nameKey(name.text)));
      const data: MessageData = { name: step.name, divisor: step.divisors.map(({ name }) => name).join('、') };
      found.set(step.name, diagnoseFile('divided-by-zero', (given?.name ?? unit.name).span, data));
    }
  }
  return [...found.values()];
}
