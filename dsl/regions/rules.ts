/** The rules a standard holds, each with the conditions under which it speaks: those of its own arm, and that no arm before holds. */
import type { Core } from '../expressions/core.ts';
import type { Part, Standard, Sum } from '../expressions/standard.ts';

/** A rule with the conditions under which it speaks. */
export interface Placed<Kind extends Standard> {
  readonly standard: Kind;
  readonly known: readonly Core[];
}

/** Every rule a case chooses from, with what is known where it speaks; a sum or a part is its own only one. */
export function rulesOf(standard: Standard, known: readonly Core[]): readonly Placed<Part | Sum>[] {
  if (standard.kind !== 'case') return [{ standard, known }];
  const before: Core[] = [...known];
  const arms = standard.arms.flatMap(({ when, then }) => {
    const rules = rulesOf(then, [...before, when]);
    before.push({ kind: 'not', of: when, span: when.span });
    return rules;
  });
  return [...arms, ...rulesOf(standard.otherwise, before)];
}

/** Every part, those of sums one by one. */
export function partsOf(standard: Standard, known: readonly Core[]): readonly Placed<Part>[] {
  return rulesOf(standard, known).flatMap(({ standard: rule, known: own }): readonly Placed<Part>[] =>
    rule.kind === 'part' ? [{ standard: rule, known: own }] : rule.parts.flatMap((part) => partsOf(part, own)),
  );
}
