/** 勾稽: relations between figures, with the tolerance within which they hold. */
import { type Report, type Scope, readExpression, sameDimension } from '../dsl/index.ts';
import { locate } from './locate.ts';
import type { Check } from './ruleset.ts';
import type { CrossCheck } from './ruleset-file.ts';

export function readCheck(check: CrossCheck, scope: Scope, report: Report): readonly Check[] {
  const { expression, tolerance } = check;
  const relation = readExpression(expression.text, scope, (diagnostic) => {
    report(locate(diagnostic, expression));
  });
  if (relation === undefined) return [];
  if (relation.core.kind !== 'compare') {
    report(
      locate(
        {
          code: 'type-mismatch',
          severity: 'error',
          span: relation.core.span,
          data: { expected: '如“合计＝甲＋乙”的关系', found: '数' },
          fixes: [],
        },
        expression,
      ),
    );
    return [];
  }
  const { left, right, operator } = relation.core;
  const side = readSides(expression.text, operator, scope);
  const allowed =
    tolerance === undefined
      ? undefined
      : readExpression(tolerance.text, scope, (diagnostic) => {
          report(locate(diagnostic, tolerance));
        });
  const fits =
    allowed === undefined ||
    (allowed.type.kind === 'number' &&
      side !== undefined &&
      (allowed.bare || sameDimension(allowed.unit.dimension, side.unit.dimension)));
  if (!fits && tolerance !== undefined && side !== undefined) {
    report(
      locate(
        {
          code: 'unit-mismatch',
          severity: 'error',
          span: { start: 0, end: tolerance.text.length },
          data: { left: side.unit.name, right: allowed.unit.name, action: '作为容差' },
          fixes: [],
        },
        tolerance,
      ),
    );
  }
  const type = side?.type ?? relation.type;
  const unit = side?.unit ?? relation.unit;
  return [
    {
      source: check,
      left: { core: left, type, unit },
      right: { core: right, type, unit },
      operator,
      relation: relation.core,
      tolerance: fits ? allowed : undefined,
    },
  ];
}

/** The type and unit of a relation's left side. */
function readSides(text: string, operator: string, scope: Scope): ReturnType<typeof readExpression> {
  const [left = ''] = text.split(operator === '=' ? /[＝=]/ : operator);
  return readExpression(left, scope, () => undefined);
}
