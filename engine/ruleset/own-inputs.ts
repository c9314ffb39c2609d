/**
 * The inputs of one indicator: what its sentence uses, what is declared and not used, what is used and not declared. The last is asked
 * of the assessor all the same; its declaration is offered.
 */
import {
  type Core,
  type Fix,
  type Measure,
  type Report,
  type Span,
  coresOf,
  diagnose,
  partsOf,
} from '../../dsl/index.ts';
import { locate, type Text } from '../files/locate.ts';
import { reportUnknown } from '../files/rewriting.ts';
import type { Reading } from './ruleset.ts';
import type { IndicatorLeaf } from '../files/ruleset-file.ts';

/** A measure where a sentence speaks of it. */
export interface UsedInput {
  readonly measure: Measure;
  readonly span: Span;
}

/** What the readings ask for, in the order in which the sentence first speaks of it. */
export function usedInputs(readings: readonly Reading[]): readonly UsedInput[] {
  const cores = readings.flatMap(({ standard, beyond }) => [
    ...coresOf(standard),
    ...(beyond.carried === undefined ? [] : coresOf(beyond.carried)),
    ...beyond.effects.map(({ when }) => when),
  ]);
  return cores.flatMap(inputsIn).sort((left, right) => left.span.start - right.span.start);
}

function inputsIn(core: Core): readonly UsedInput[] {
  return core.kind === 'input' || core.kind === 'is' ? [core] : partsOf(core).flatMap(inputsIn);
}

/** What is declared of an indicator that its sentence never speaks of, reported with the phrase it may be meant for. */
export function idleInputs(
  leaf: IndicatorLeaf,
  declared: readonly Measure[],
  used: readonly UsedInput[],
  report: Report,
): readonly Measure[] {
  const keys = new Set(used.map(({ measure }) => measure.key));
  const asked = undeclared(declared, used).map(({ measure }) => measure.name);
  const lists: readonly (readonly [string, readonly Text[]])[] = [
    ['清单', leaf.items],
    ['条件', leaf.conditions.map(({ name }) => name)],
    ['量', leaf.measures.map(({ name }) => name)],
  ];
  const idle = declared.filter(({ key }) => !keys.has(key));
  for (const { name } of idle) {
    const [list, texts] = lists.find(([, texts]) => texts.some(({ text }) => text === name)) ?? [];
    const text = texts?.find((each) => each.text === name);
    if (list !== undefined && text !== undefined) reportUnknown('unused-input', text, asked, report, { list });
  }
  return idle;
}

/** Reports prose that is asked of the assessor though nobody declared it; one fix declares all of it. */
export function reportUndeclared(
  leaf: IndicatorLeaf,
  declared: readonly Measure[],
  used: readonly UsedInput[],
  report: Report,
): void {
  const found = undeclared(declared, used);
  if (found.length === 0) return;
  const edits = leaf.declare(
    found.map(({ measure: { name, type, unit } }) => ({ name, unit: type.kind === 'truth' ? '是非' : unit.name })),
  );
  const title = { zh: '在“条件”里申报这些评定项', en: 'declare what is asked under 条件' };
  const fixes: readonly Fix[] = edits.length === 0 ? [] : [{ title, edits }];
  for (const { measure, span } of found) {
    report({ ...locate(diagnose('undeclared-phrase', span, { phrase: measure.name }), leaf.standard), fixes });
  }
}

function undeclared(declared: readonly Measure[], used: readonly UsedInput[]): readonly UsedInput[] {
  const known = new Set(declared.map(({ key }) => key));
  return used.filter(({ measure: { key } }, index) => {
    const first = used.findIndex(({ measure }) => measure.key === key) === index;
    return first && key.startsWith('评定:') && !known.has(key);
  });
}

/** The form under which a phrase is asked and answered. */
export function phraseKey(text: string): string {
  return text.replace(/\s+/g, '').replace(/的$/, '');
}
