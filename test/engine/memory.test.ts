/** A memory kept from one state of a ruleset to the next changes nothing but the time it takes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link, type Linked, loadRuleset, Memory, prove } from '../../engine/index.ts';

const EDITION = readFileSync(new URL('../../rulesets/xiangxi-department/2020.yaml', import.meta.url), 'utf8');

/** Changes of the kinds an author makes, wherever their words stand. */
const CHANGES: readonly (readonly [from: RegExp, to: string])[] = [
  [/每低于5%/g, '每低于10%'],
  [/扣(\d(?:\.\d)?)分/g, '扣2.5分'],
  [/扣完为止/g, '扣至1分为止'],
  [/计满分/g, '得满分'],
  [/分值: \d+/g, '分值: 7'],
  [/率＝（/g, '度＝（'],
  [/÷编制数/g, '÷（编制数+1）'],
  [/范围: 不限/g, '范围: ≥0'],
  [/单位: 万元/g, '单位: 元'],
  [/别名: \[[^\]]*\]/g, '别名: [改过的名]'],
  [/不足一步: 不计/g, '不足一步: 按比例'],
  [/年度: 2020/g, '年度: 2022'],
  [/- 指标: /g, '- 指标: 又'],
  [/[；。]/g, '，'],
  [/100%/g, '90%以上'],
  [/（/g, ''],
];

const change = fc.record({
  which: fc.nat({ max: CHANGES.length - 1 }),
  place: fc.nat({ max: 40 }),
  back: fc.boolean(),
});

function changed(text: string, [from, to]: readonly [RegExp, string], place: number): string {
  const found = [...text.matchAll(from)];
  const match = found[place % Math.max(found.length, 1)];
  return match === undefined ? text : text.slice(0, match.index) + to + text.slice(match.index + match[0].length);
}

function opened(text: string, memory?: Memory): Linked | undefined {
  const { ruleset } = loadRuleset(text, 'memory.yaml');
  return ruleset && prove(link(ruleset, memory), memory);
}

/** Everything that is found, with every place; texts know their places by themselves. */
function shown(linked: Linked | undefined): string {
  if (linked === undefined) return 'unreadable';
  const { ruleset, diagnostics, waived } = linked;
  const indicators = ruleset.indicators.map(({ readings, open, highest }) => ({
    readings: readings.map(({ answers, ...rest }) => [[...answers], rest]),
    open,
    highest,
  }));
  return JSON.stringify({ hash: ruleset.hash, diagnostics, waived, indicators }, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

describe('a memory', () => {
  test('gives what reading everything anew gives, through any series of changes and back', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 6 }), (changes) => {
        const memory = new Memory();
        const states = [EDITION];
        for (const { which, place, back } of changes) {
          const now = states[states.length - 1] ?? EDITION;
          const next = changed(now, CHANGES[which] ?? [/^/g, ''], place);
          if (back && states.length > 1) states.pop();
          else states.push(next);
          const text = states[states.length - 1] ?? EDITION;
          expect(shown(opened(text, memory))).toBe(shown(opened(text)));
        }
      }),
      { numRuns: 10 },
    );
  });

  test('reads again only the sentence that changed', () => {
    const memory = new Memory();
    const before = opened(EDITION, memory);
    const after = opened(changed(EDITION, [/每低于5%/g, '每低于4%'], 0), memory);
    const kept = before?.ruleset.indicators.filter(
      ({ readings }, index) => after?.ruleset.indicators[index]?.readings === readings,
    );
    expect(kept?.length).toBe((before?.ruleset.indicators.length ?? 0) - 1);
  });
});
