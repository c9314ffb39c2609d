/**
 * What the readings of a ruleset cost whom: every choice its sentences leave open, and every one its 读法 settles, run under each of
 * its options for given units. Everything is scored by the ordinary road, with the readings of one indicator narrowed down.
 */
import { type OpenChoice, type Rational, equal } from '../../dsl/index.ts';
import { link } from '../ruleset/link.ts';
import type { GradeResult, IndicatorResult, ScoreResult } from '../values/result.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import type { IndicatorNode, RulesetFile } from '../files/ruleset-file.ts';
import { scoreAll } from '../score/score.ts';
import type { UnitFile } from '../files/unit-file.ts';

/** What one option gives a unit; a range where something else is open or missing. */
export interface OptionOutcome {
  readonly option: string;
  readonly low: Rational;
  readonly high: Rational;
  readonly total: ScoreResult['total'];
  readonly grade: GradeResult | undefined;
}

/**
 * What hangs on a choice for one unit. `none`: every option gives the same · `points`: points differ, the grade does not ·
 * `grade`: the grade differs too, whatever else is open being read in some one way · `unknown`: figures are missing
 */
export interface ReadingStake {
  readonly unit: string;
  readonly depends: 'none' | 'points' | 'grade' | 'unknown';
  readonly outcomes: readonly OptionOutcome[];
}

/** All choices of one kind answered alike, as one line of the ruleset’s 读法 would: the totals and grades that gives. */
export interface ReadingTogether {
  readonly kind: OpenChoice['kind'];
  readonly units: readonly {
    readonly unit: string;
    /** whether the options give different totals, and different grades */
    readonly depends: 'none' | 'points' | 'grade';
    readonly outcomes: readonly Omit<OptionOutcome, 'low' | 'high'>[];
  }[];
}

/** Every choice of a ruleset, one by one and by kind. */
export interface ReadingStakes {
  readonly questions: readonly ReadingQuestion[];
  /** kinds of which there are several choices */
  readonly together: readonly ReadingTogether[];
}

/** One choice of a sentence, with what hangs on it for every unit. */
export interface ReadingQuestion {
  readonly indicator: Indicator;
  readonly choice: OpenChoice;
  /** the words that leave it open */
  readonly words: string;
  /** what the ruleset's 读法 makes of it; undefined where it is left open */
  readonly setting: string | undefined;
  readonly stakes: readonly ReadingStake[];
}

/** Most combinations of other open choices under which grades are compared; beyond them a range of grades counts as a difference. */
const MOST_CONTEXTS = 64;

/** One choice, placed. */
interface Question {
  readonly at: number;
  readonly choice: OpenChoice;
  readonly setting: string | undefined;
}

/** Options by question. */
type Answers = ReadonlyMap<Question, string>;

/** Every choice of a ruleset, those its 读法 settles among them, tried on units that are scored together. */
export function readingsOver(ruleset: Ruleset, units: readonly UnitFile[]): ReadingStakes {
  const free = unsettled(ruleset);
  const questions = free.indicators.flatMap((indicator, at): readonly Question[] =>
    indicator.readings.length < 2
      ? []
      : indicator.open.map((choice) => ({ at, choice, setting: settingOf(ruleset, at, choice) })),
  );
  const settled: Answers = new Map(
    questions.flatMap((question) => (question.setting === undefined ? [] : [[question, question.setting] as const])),
  );
  const known = new Map<string, readonly ScoreResult[]>();
  const under = (answers: Answers): readonly ScoreResult[] => {
    const all = new Map([...settled, ...answers]);
    const key = questions.map((question) => all.get(question) ?? '').join('|');
    const results = known.get(key) ?? scoreAll(narrowed(free, all), units);
    known.set(key, results);
    return results;
  };
  const open = questions.filter(({ setting }) => setting === undefined);
  const own = ({ at }: Question, results: readonly ScoreResult[], unit: number): IndicatorResult | undefined =>
    results[unit]?.indicators[at];
  const differs = (question: Question, unit: number): boolean => {
    const beside = open.filter((other) => other !== question && other.at === question.at);
    return contexts(beside).some(
      (context) =>
        distinct(
          question.choice.options.map((option) =>
            own(question, under(new Map([...context, [question, option]])), unit),
          ),
          samePoints,
        ) > 1,
    );
  };
  const matters = new Map(questions.map((question) => [question, units.map((_, unit) => differs(question, unit))]));
  const moves = (question: Question, unit: number): boolean => {
    const others = open.filter((other) => other !== question && matters.get(other)?.[unit] === true);
    const ways = others.reduce((product, { choice }) => product * choice.options.length, 1);
    const tried = ways > MOST_CONTEXTS ? [new Map<Question, string>()] : contexts(others);
    return tried.some((context) => {
      const grades = question.choice.options.map(
        (option) => under(new Map([...context, [question, option]]))[unit]?.grade,
      );
      const ranged = ways > MOST_CONTEXTS && grades.some((grade) => grade?.low !== grade?.high);
      return ranged || distinct(grades, sameGrade) > 1;
    });
  };
  const stated = questions.flatMap((question): readonly ReadingQuestion[] => {
    const indicator = free.indicators[question.at];
    if (indicator === undefined) return [];
    const { choice, setting } = question;
    const results = choice.options.map((option) => ({ option, results: under(new Map([[question, option]])) }));
    const stakes = units.map((unit, index): ReadingStake => {
      const lacking = results.some(({ results: each }) => !isTold(own(question, each, index)));
      const moved = matters.get(question)?.[index] === true;
      const depends = moved ? (moves(question, index) ? 'grade' : 'points') : lacking ? 'unknown' : 'none';
      const outcomes = results.flatMap(({ option, results: each }): readonly OptionOutcome[] => {
        const [result, found] = [each[index], own(question, each, index)];
        if (result === undefined || found === undefined) return [];
        return [{ option, low: found.low, high: found.high, total: result.total, grade: result.grade }];
      });
      return { unit: unit.name.text, depends, outcomes };
    });
    const words = indicator.leaf.standard.text.slice(choice.span.start, choice.span.end);
    return [{ indicator, choice, words, setting, stakes }];
  });
  const kinds = [...new Set(questions.map(({ choice }) => choice.kind))];
  const together = kinds.flatMap((kind): readonly ReadingTogether[] => {
    const [first, ...others] = questions.filter(({ choice }) => choice.kind === kind);
    if (first === undefined || others.length === 0) return [];
    const results = first.choice.options.map((option) => ({
      option,
      results: under(new Map([first, ...others].map((question) => [question, option]))),
    }));
    return [{ kind, units: units.map((unit, index) => alike(unit, results, index)) }];
  });
  return { questions: stated, together };
}

/** What a unit gets when every choice of a kind is answered alike. */
function alike(
  unit: UnitFile,
  results: readonly { readonly option: string; readonly results: readonly ScoreResult[] }[],
  index: number,
): ReadingTogether['units'][number] {
  const outcomes = results.flatMap(({ option, results: each }) => {
    const result = each[index];
    return result === undefined ? [] : [{ option, total: result.total, grade: result.grade }];
  });
  const totals = outcomes.map(({ total }) => total);
  const sameTotal = (left: ScoreResult['total'], right: ScoreResult['total']): boolean =>
    equal(left.low, right.low) && sameEnd(left.high, right.high);
  const graded = distinct(
    outcomes.map(({ grade }) => grade),
    sameGrade,
  );
  const depends = graded > 1 ? 'grade' : distinct(totals, sameTotal) > 1 ? 'points' : 'none';
  return { unit: unit.name.text, depends, outcomes };
}

/** The ruleset without its 读法; an indicator that then leaves too much open stays as it was. */
function unsettled(ruleset: Ruleset): Ruleset {
  const strip = (node: IndicatorNode): IndicatorNode =>
    node.kind === 'leaf' ? { ...node, readings: [] } : { ...node, children: node.children.map(strip) };
  const file: RulesetFile = { ...ruleset.file, readings: [], indicators: ruleset.file.indicators.map(strip) };
  const free = link(file).ruleset.indicators;
  const indicators = ruleset.indicators.map((indicator, at) => {
    const other = free[at];
    return other === undefined || other.readings.length === 0 ? indicator : other;
  });
  return { ...ruleset, indicators };
}

/** What the ruleset says of a choice: a choice that is open in it has no setting. */
function settingOf({ file, indicators }: Ruleset, at: number, choice: OpenChoice): string | undefined {
  const own = indicators[at];
  if (own === undefined || own.open.some(({ id }) => id === choice.id)) return undefined;
  const setting = [...file.readings, ...own.leaf.readings].findLast(({ kind }) => kind === choice.kind)?.choice;
  return choice.options.find((option) => option === setting);
}

/** The ruleset with only those readings that answer so. */
function narrowed(ruleset: Ruleset, answers: Answers): Ruleset {
  const indicators = ruleset.indicators.map((indicator, at): Indicator => {
    const own = [...answers].filter(([question]) => question.at === at);
    if (own.length === 0) return indicator;
    const readings = indicator.readings.filter(({ answers: given }) =>
      own.every(([{ choice }, option]) => given.get(choice.id) === option),
    );
    return { ...indicator, readings };
  });
  return { ...ruleset, indicators };
}

/** Every way to answer some questions. */
function contexts(questions: readonly Question[]): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (all, question) =>
      all.flatMap((answers) => question.choice.options.map((option) => new Map([...answers, [question, option]]))),
    [new Map()],
  );
}

function isTold(result: IndicatorResult | undefined): boolean {
  return result?.status === 'scored' || result?.status === 'open';
}

function samePoints(left: IndicatorResult | undefined, right: IndicatorResult | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const ends = (one: IndicatorResult): readonly (Rational | undefined)[] => [
    one.low,
    one.high,
    one.carried.low,
    one.carried.high,
  ];
  const [own, other] = [ends(left), ends(right)];
  return left.status === right.status && own.every((end, index) => sameEnd(end, other[index]));
}

function sameEnd(left: Rational | undefined, right: Rational | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equal(left, right);
}

function sameGrade(left: GradeResult | undefined, right: GradeResult | undefined): boolean {
  return left?.low === right?.low && left?.high === right?.high;
}

function distinct<Value>(values: readonly Value[], same: (left: Value, right: Value) => boolean): number {
  return values.filter((value, index) => !values.slice(0, index).some((before) => same(before, value))).length;
}
