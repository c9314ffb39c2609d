/**
 * What an editor remembers from one keystroke to the next: what was found of each indicator, by everything it was found from. Only
 * what the last turn asked for is kept, so a memory never outgrows its ruleset.
 */
import {
  type Behind,
  type Core,
  type Diagnostic,
  type Measure,
  type OpenChoice,
  type Scope,
  coreText,
} from '../../dsl/index.ts';
import type { IndicatorLeaf, RulesetFile } from '../files/ruleset-file.ts';
import type { Definition, Reading } from './ruleset.ts';

/** A standard under every reading, with what is to be said of its text, in places of that text. */
export interface ReadSentence {
  readonly readings: readonly Reading[];
  readonly open: readonly OpenChoice[];
  readonly found: readonly Diagnostic[];
}

/** Remembers the indicators of one ruleset as it is edited. */
export class Memory {
  readonly sentences = new Recall<ReadSentence>();
  /** which way points go, and where they jump */
  readonly directions = new Recall<readonly Diagnostic[]>();
  private around = '';

  /** Begins another state of the ruleset, whose texts are read under the scope `base`. */
  turn(file: RulesetFile, base: Scope, definitions: ReadonlyMap<string, Definition>): void {
    const around = surroundingsKey(file, base, definitions);
    const same = around === this.around;
    this.around = around;
    this.sentences.turn(same);
    this.directions.turn(same);
  }
}

/** Something found of an indicator, with the formulas that were looked into for it. */
interface Found<Value> {
  readonly value: Value;
  readonly behind: readonly (readonly [of: Measure, text: string])[];
}

/** Results of one kind. */
class Recall<Value> {
  private last: ReadonlyMap<string, Found<Value>> = new Map();
  private asked = new Map<string, Found<Value>>();

  turn(same: boolean): void {
    this.last = same ? this.asked : new Map();
    this.asked = new Map();
  }

  /** What `find` finds of an indicator in its scope, now or the last time everything it depends on was the same. */
  of(leaf: IndicatorLeaf, scope: Scope, find: (scope: Scope) => Value): Value {
    const key = indicatorKey(leaf, scope);
    const known = this.last.get(key);
    const same = known?.behind.every(([of, text]) => textOf(scope.behind(of)) === text) === true;
    const found = known !== undefined && same ? known : recorded(scope, find);
    this.asked.set(key, found);
    return found.value;
  }
}

function recorded<Value>(scope: Scope, find: (scope: Scope) => Value): Found<Value> {
  const looked = new Map<Measure, string>();
  const behind: Behind = (of) => {
    const value = scope.behind(of);
    looked.set(of, textOf(value));
    return value;
  };
  const value = find({ ...scope, behind });
  return { value, behind: [...looked] };
}

function textOf(core: Core | undefined): string {
  return core === undefined ? '' : coreText(core);
}

/** Everything beside an indicator that its sentence can depend on, but for what the formulas compute. */
function surroundingsKey(
  { fields, readings, fiscalYear }: RulesetFile,
  { names, table }: Scope,
  definitions: ReadonlyMap<string, Definition>,
): string {
  const measures = [...definitions.values()].map(({ measure }) => measure);
  return said([fields, names.all(), measures, readings, fiscalYear, table]);
}

/** Everything of an indicator itself that its sentence can depend on. */
function indicatorKey(leaf: IndicatorLeaf, { weight, highest, table, own }: Scope): string {
  return said([{ ...leaf, examples: [], waivers: [], authority: '', note: '' }, weight, highest, table.path, own]);
}

/** What something says, wherever in its file it stands. */
function said(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => {
    if (key === 'span') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
