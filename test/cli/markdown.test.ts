/**
 * The score sheet as a document: a valid table, a heading for every indicator, and no text of a file taken for markup.
 */
import { describe, expect, test } from 'vitest';
import { scoreMarkdown } from '../../cli/markdown.ts';
import type { ScoreResult } from '../../engine/index.ts';
import { FAILED, figure, indicator, points, resultOf, unscored } from './sample.ts';

function written(result: ScoreResult): string {
  const fillIn = { file: 'u.yaml', lines: [] };
  return scoreMarkdown(result, { findings: [], remarks: [], alerts: [], fillIn }, new Map(), 'zh');
}

describe('the document', () => {
  const result = resultOf(
    [
      indicator('预算完成率', {
        value: figure(points(17197, 21981), '%', '78.24%'),
        points: points(0),
        clause: '扣完为止',
      }),
      unscored('满意度', {
        path: ['效果'],
        status: 'missing',
        needs: [{ kind: 'field', name: '满意度', expects: '比率', at: ['数据', '满意度'] }],
      }),
    ],
    { checks: [FAILED] },
  );
  const lines = written(result).split('\n');

  test('begins with title, unit and total', () => {
    expect(lines.slice(0, 5)).toEqual([
      '# 评分标准 · 2020年度 · 第1版 · 草案',
      '',
      '- 单位：某中心',
      '- 总分：**8分（满分10分）**',
      '- 1项指标未评，总分为可能的最低分至最高分',
    ]);
  });

  test('holds the sheet as a table whose rows have as many cells as its head', () => {
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(rows).toContain('| 　　预算完成率 | 5 | 78.24% | 0 | 扣完为止 |');
    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length))).toEqual(new Set([7]));
  });

  test('explains every indicator under its headings', () => {
    expect(lines.filter((line) => /^#{3,} /.test(line))).toEqual([
      '### 过程（10分）',
      '#### 预算执行（10分）',
      '##### 预算完成率（5分）',
      '### 效果（10分）',
      '#### 满意度（5分）',
    ]);
    expect(lines).toContain('**未评**：缺数据：满意度（比率）');
  });

  test('names the cross-checks that fail', () => {
    expect(written(result)).toContain('- 基本支出＋项目支出＝支出合计：左边171.93万元');
  });

  test('takes no text of a file for markup', () => {
    const hostile = indicator('<b>*甲*</b> | _乙_ `丙` [丁](x)', { clause: '第一行\n| --- |' });
    const text = written(resultOf([hostile]));
    expect(text).toContain('\\<b\\>\\*甲\\*\\</b\\> \\| \\_乙\\_ \\`丙\\` \\[丁\\](x)');
    expect(text).toContain('| 第一行 \\| --- \\| |');
  });
});
