/** What readings cost whom, as `jichi check --units` says it: every choice, and the units whose points or grade hang on it. */
import { toExactText } from '../dsl/index.ts';
import { type OptionOutcome, type ReadingStake, type ReadingStakes } from '../engine/index.ts';
import { pointsOrRange } from './sheet.ts';
import { oneLine } from './terminal.ts';
import { checkWordsIn } from './words-check.ts';
import type { Words } from './words.ts';

/** A line with the lines that belong under it. */
export interface Item {
  readonly text: string;
  readonly below: readonly string[];
}

/** Every choice with what hangs on it, then all of a kind together. */
export function readingItems({ questions, together }: ReadingStakes, words: Words): readonly Item[] {
  const own = checkWordsIn(words.lang);
  if (questions.length === 0) return [{ text: own.noReadings, below: [] }];
  const joint = together.map(({ kind, units }): Item => {
    const options = units[0]?.outcomes.map(({ option }) => option) ?? [];
    const moved = units.filter(({ depends }) => depends !== 'none');
    const rest = units.length - moved.length;
    const agreed = moved.length === 0 ? own.agree(options.length) : own.agreeElsewhere(rest);
    return {
      text: own.alike(own.openKind[kind] ?? kind, options.join(words.list)),
      below: [
        ...moved.map(({ unit, depends, outcomes }) => stakeText(unit, [], depends, outcomes, words)),
        ...(rest === 0 ? [] : [agreed]),
      ],
    };
  });
  const alone = questions.map(({ indicator, choice, words: sentence, setting, stakes }) => {
    const state = setting === undefined ? own.open : own.set(setting);
    const about = [own.openKind[choice.kind] ?? choice.kind, state].join(words.semicolon);
    const text = `${oneLine(indicator.name)}${words.colon}${words.quoted(oneLine(sentence))}${words.bracketed(about)}`;
    return { text, below: stakeLines(stakes, choice.options.length, words) };
  });
  return [...alone, ...joint];
}

function stakeLines(stakes: readonly ReadingStake[], options: number, words: Words): readonly string[] {
  const own = checkWordsIn(words.lang);
  const of = (...kinds: readonly ReadingStake['depends'][]): readonly ReadingStake[] =>
    stakes.filter(({ depends }) => kinds.includes(depends));
  const [moved, none, unknown] = [of('grade', 'points'), of('none'), of('unknown')];
  const agreed = moved.length === 0 ? own.agree(options) : own.agreeElsewhere(none.length);
  const names = unknown.map(({ unit }) => oneLine(unit)).join(words.list);
  return [
    ...moved.map((stake) => movedText(stake, words)),
    ...(none.length === 0 ? [] : [agreed]),
    ...(unknown.length === 0 ? [] : [own.unknown(names)]),
  ];
}

function movedText({ unit, depends, outcomes }: ReadingStake, words: Words): string {
  const own = checkWordsIn(words.lang);
  const points = outcomes.map(({ option, low, high }) =>
    own.option(option, pointsOrRange({ points: undefined, low, high }, words)),
  );
  return stakeText(unit, [points.join(words.list)], depends, outcomes, words);
}

function stakeText(
  unit: string,
  before: readonly string[],
  depends: ReadingStake['depends'],
  outcomes: readonly Pick<OptionOutcome, 'total' | 'grade'>[],
  words: Words,
): string {
  const own = checkWordsIn(words.lang);
  const totals = outcomes.map(({ total }) => pointsOrRange(total, words));
  const grades = outcomes.map(({ grade }) => gradeOfOption(grade, words));
  const parts = [
    ...before,
    own.totals(totals.join(words.list)),
    depends === 'grade' ? own.grades(grades.join(words.list)) : own.sameGrade,
  ];
  return `${oneLine(unit)}${words.colon}${parts.join(words.semicolon)}`;
}

function gradeOfOption(grade: OptionOutcome['grade'], words: Words): string {
  const own = checkWordsIn(words.lang);
  const [low, high] = [grade?.low ?? own.noGrade, grade?.high ?? own.noGrade];
  return low === high ? low : own.to(low, high);
}

/** The same as data: exact figures, every unit with what it depends on. */
export function readingsJson({ questions, together }: ReadingStakes): unknown {
  const wholeJson = ({ total, grade }: Pick<OptionOutcome, 'total' | 'grade'>): object => ({
    total: { low: toExactText(total.low), high: total.high === undefined ? null : toExactText(total.high) },
    grade: grade === undefined ? null : { low: grade.low ?? null, high: grade.high ?? null },
  });
  return {
    questions: questions.map(({ indicator, choice, words, setting, stakes }) => ({
      indicator: indicator.name,
      words,
      kind: choice.kind,
      options: choice.options,
      setting: setting ?? null,
      agree: stakes.every(({ depends }) => depends === 'none'),
      units: stakes.map(({ unit, depends, outcomes }) => ({
        unit,
        depends,
        outcomes: outcomes.map(({ option, low, high, ...whole }) => ({
          option,
          low: toExactText(low),
          high: toExactText(high),
          ...wholeJson(whole),
        })),
      })),
    })),
    together: together.map(({ kind, units }) => ({
      kind,
      units: units.map(({ unit, depends, outcomes }) => ({
        unit,
        depends,
        outcomes: outcomes.map(({ option, ...whole }) => ({ option, ...wholeJson(whole) })),
      })),
    })),
  };
}
