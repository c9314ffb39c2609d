/** Conditions on a judgement: for which of its words they hold. */
import { type Core, type Measure, partsOf } from './core.ts';

/** A judgement that conditions are about, and nothing else. */
export interface Judgement {
  readonly measure: Measure;
  readonly words: readonly string[];
  readonly holds: (condition: Core, word: string) => boolean;
}

/** The one judgement all conditions are about; undefined when one of them is about anything else. */
export function judgementOf(conditions: readonly Core[]): Judgement | undefined {
  const measures = new Map(conditions.flatMap(levelsIn).map((measure) => [measure.key, measure]));
  const [measure] = measures.values();
  if (measures.size !== 1 || measure?.type.kind !== 'level') return undefined;
  const { words } = measure.type;
  const decided = conditions.every((condition) => words.every((word) => holdsFor(condition, word) !== undefined));
  return decided ? { measure, words, holds: (condition, word) => holdsFor(condition, word) === true } : undefined;
}

function levelsIn(core: Core): readonly Measure[] {
  return core.kind === 'is' ? [core.measure] : partsOf(core).flatMap(levelsIn);
}

function holdsFor(condition: Core, word: string): boolean | undefined {
  switch (condition.kind) {
    case 'truth':
      return condition.value;
    case 'is':
      return condition.word === word;
    case 'not': {
      const of = holdsFor(condition.of, word);
      return of === undefined ? undefined : !of;
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => holdsFor(part, word));
      if (parts.includes(undefined)) return undefined;
      return condition.kind === 'all' ? parts.every((part) => part === true) : parts.includes(true);
    }
    case 'constant':
    case 'input':
    case 'weight':
    case 'negate':
    case 'arithmetic':
    case 'compare':
    case 'choose':
    case 'call':
    case 'count':
    case 'rows':
    case 'peers':
      return undefined;
  }
}
