/** The sample files with the change of an example made, and the codes of what is found in them. */
import { link, loadRuleset, loadUnit, prove, score } from '../../engine/index.ts';
import { type Fault, SAMPLE_RULESET, SAMPLE_UNIT } from './faults.ts';

/** The ruleset’s file and the unit’s file of an example. */
export function filesOf({ file, from, to, unit }: Fault): readonly [ruleset: string, unit: string] {
  const changed = (sample: string): string => (from === undefined ? to : replaced(sample, from, to));
  if (file === 'unit') return [SAMPLE_RULESET, changed(SAMPLE_UNIT)];
  return [changed(SAMPLE_RULESET), unit === undefined ? SAMPLE_UNIT : replaced(SAMPLE_UNIT, ...unit)];
}

function replaced(sample: string, from: string, to: string): string {
  if (!sample.includes(from)) throw new Error(`the sample has no ${from}`);
  return sample.replace(from, () => to);
}

/** The codes of everything found on the way from two files to a score; a step with an error is the last. */
export function codesOf(rulesetText: string, unitText: string): readonly string[] {
  const loaded = loadRuleset(rulesetText, 'ruleset.yaml');
  const found = [...loaded.diagnostics];
  const codes = (): readonly string[] => found.map(({ code }) => code);
  const stuck = (): boolean => found.some(({ severity }) => severity === 'error');
  if (loaded.ruleset === undefined || stuck()) return codes();
  const linked = link(loaded.ruleset);
  // The sample declares more fields than it uses, so that every fault finds one of its kind.
  const proved = prove(linked).diagnostics;
  found.push(...proved.filter(({ code, data }) => code !== 'unused-field' || data['name'] === '备用数'));
  if (stuck()) return codes();
  const { unit, diagnostics } = loadUnit(unitText, 'unit.yaml');
  found.push(...diagnostics);
  if (unit === undefined || stuck()) return codes();
  found.push(...score(linked.ruleset, unit).diagnostics);
  return codes();
}
