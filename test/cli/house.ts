/**
 * A folder of its own for one test: a small ruleset with two years, a unit, and the command run in it with its streams caught.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../cli/run.ts';

/** A ruleset of two indicators. */
export const RULESET = `标题: 试行标准
家族: sample
年度: 2020
状态: 草案
读法: { 不足一步: 不计 }
数据:
  在职人数: 人
  编制数: 人
  收入: 万元
  支出: 万元
指标:
  - 指标: 投入
    分值: 10
    下级:
      - 指标: 在职人员控制率
        分值: 5
        公式: 在职人员控制率＝（在职人数÷编制数）×100%
        评分标准: 在职人员控制率≤100%，计满分；每超过1个百分点扣0.3分，扣完为止
      - 指标: “三公经费”控制率
        分值: 5
        公式: “三公经费”控制率＝支出÷收入×100%
        评分标准: “三公经费”控制率≤100%，计满分；每超过1个百分点扣1分，扣完为止
        来源: 假定
等次: 9（含）—10分为优；6（含）—9分为良；6分以下为差
`;

/** A unit that scores 5 of 5 and 3 of 5: 8, 良. */
export const UNIT = `单位: 某中心
家族: sample
年度: 2020
数据:
  在职人数: 4
  编制数: 6
  收入: 100
  支出: 102
`;

/** How a run ended and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files in it, and the command to run there. */
export interface House {
  readonly folder: string;
  readonly put: (path: string, content: string | Uint8Array) => void;
  readonly jichi: (...argv: readonly string[]) => Ended;
}

/** A folder with `rulesets/sample/2020.yaml` and `rulesets/sample/units/unit.yaml`, removed when the test is over. */
export function house(): House {
  const folder = mkdtempSync(join(tmpdir(), 'jichi-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('rulesets/sample/2020.yaml', RULESET);
  put(UNIT_PATH, UNIT);
  return { folder, put, jichi: (...argv) => runIn(folder, argv) };
}

/** Where the unit stands in a house. */
export const UNIT_PATH = 'rulesets/sample/units/unit.yaml';

/** Where its ruleset stands. */
export const RULESET_PATH = 'rulesets/sample/2020.yaml';

/** Runs the command in `cwd`, as in a pipe. */
function runIn(cwd: string, argv: readonly string[]): Ended {
  const written = { out: '', err: '' };
  const code = run(argv, {
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text) },
    cwd,
    env: {},
  });
  return { code, ...written };
}
