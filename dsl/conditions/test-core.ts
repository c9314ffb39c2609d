/** Tests, once their ends are settled, as checked yes/no expressions. */
import type { Core } from '../expressions/core.ts';
import type { Report } from '../text/diagnostic.ts';
import { settleEnds } from '../expressions/ends.ts';
import { makeExclusive } from './ladders.ts';
import { diagnose } from '../text/messages.ts';
import type { Span } from '../text/source.ts';
import type { Test } from '../expressions/ranges.ts';

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

/** Tests to expressions; a range end that stays open is included, and reported. */
export function settledCores(tests: readonly Test[], text: string, report: Report): readonly Core[] {
  return coresOf(settled(tests, text, report));
}

/** The same of the lines of a table: of thresholds in one direction the strictest that holds speaks. */
export function ladderCores(tests: readonly Test[], text: string, report: Report): readonly Core[] {
  const rungs = settled(tests, text, report).map((test) => ({ test }));
  makeExclusive(rungs);
  return coresOf(rungs.map(({ test }) => test));
}

function settled(tests: readonly Test[], text: string, report: Report): readonly Test[] {
  return settleEnds(
    tests,
    text,
    ({ span }) => {
      report(diagnose('open-reading', span, { text: text.slice(span.start, span.end), readings: '归高档、归低档' }));
      return '归高档';
    },
    report,
  );
}

function coresOf(tests: readonly Test[]): readonly Core[] {
  return tests.map((test, index) => coreOf(test, restOf(tests.slice(0, index), test.span)));
}

function restOf(before: readonly Test[], span: Span): Core {
  const nothing: Core = { kind: 'truth', value: false, span };
  return { kind: 'not', of: { kind: 'any', of: before.map((test) => coreOf(test, nothing)), span }, span };
}
