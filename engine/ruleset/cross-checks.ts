/** 勾稽: relations between figures, with the tolerance within which they hold. */
import {
  type Report,
  type Scope,
  type Typed,
  ZERO,
  compare,
  diagnose,
  readExpression,
  readRelation,
  sameDimension,
} from '../../dsl/index.ts';
import { constantValue, inUnit } from './constant.ts';
import { type Text, locate } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Check, Definition } from './ruleset.ts';
import type { CrossCheck } from '../files/ruleset-file.ts';

/** Reads a check; none after a fault in its relation. */
export function readCheck(
  source: CrossCheck,
  scope: Scope,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): readonly Check[] {
  const { expression, tolerance } = source;
  const relation = readRelation(expression.text, scope, (diagnostic) => {
    report(locate(diagnostic, expression));
  });
  if (relation === undefined) return [];
  const { left, right, operator, core } = relation;
  const allowed = tolerance && readTolerance(tolerance, left, scope, definitions, report);
  return [{ source, left, right, operator, relation: core, tolerance: allowed }];
}

/** 容差: how far the sides may be apart. A bare figure counts in the unit of the left side, a 比率 as a plain number. */
function readTolerance(
  text: Text,
  { type, unit }: Typed,
  scope: Scope,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): Typed | undefined {
  const read = readExpression(text.text, scope, (diagnostic) => {
    report(locate(diagnostic, text));
  });
  if (read === undefined) return undefined;
  const adopts = read.bare && unit.dimension.length > 0;
  if (
    type.kind !== 'number' ||
    read.type.kind !== 'number' ||
    !(adopts || sameDimension(read.unit.dimension, unit.dimension))
  ) {
    const data = { left: unit.name, right: read.unit.name, action: '作为容差' };
    report(locate(diagnose('unit-mismatch', { start: 0, end: text.text.length }, data), text));
    return undefined;
  }
  const core = adopts ? inUnit(read.core, unit.factor) : read.core;
  const known = constantValue(core, definitions.values());
  if (known !== undefined && compare(known, ZERO) < 0) {
    report(diagnoseFile('tolerance-negative', text.span, { text: text.text }));
    return undefined;
  }
  return { core, type, unit };
}
