/** Tests, once their ends are settled, as checked yes/no expressions. */
import type { Core } from './core.ts';
import type { Test } from './tests.ts';

/** A test as a checked yes/no expression; `rest` is what the bands before leave. */
export function coreOf(test: Test, rest: Core): Core {
  const { span } = test;
  switch (test.kind) {
    case 'truth':
    case 'level':
      return test.core;
    case 'rest':
      return rest;
    case 'not':
      return { kind: 'not', of: coreOf(test.of, rest), span };
    case 'all':
    case 'any':
      return { kind: test.kind, of: test.of.map((inner) => coreOf(inner, rest)), span };
    case 'range': {
      const { measure, low, high } = test;
      if (low !== undefined && low === high)
        return { kind: 'compare', operator: '=', left: measure.core, right: low.value, span };
      const of: Core[] = [];
      if (low !== undefined)
        of.push({
          kind: 'compare',
          operator: low.closed === true ? '≥' : '>',
          left: measure.core,
          right: low.value,
          span,
        });
      if (high !== undefined)
        of.push({
          kind: 'compare',
          operator: high.closed === true ? '≤' : '<',
          left: measure.core,
          right: high.value,
          span,
        });
      const [only] = of;
      return of.length === 1 && only !== undefined ? only : { kind: 'all', of, span };
    }
  }
}
