/** The examples of the language reference: examples.yaml as data, every figure the text it is in the file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const value = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]);
const cases = z.array(z.tuple([value, z.string()]));

const entry = z.object({
  编号: z.string(),
  领域: z.string(),
  分值: z.string().optional(),
  标准: z.string().optional(),
  公式: z.string().optional(),
  输入: z.record(z.string(), z.string()).optional(),
  名: z.record(z.string(), z.string()).optional(),
  结果单位: z.string().optional(),
  得: z.string().optional(),
  例: cases.optional(),
  读法: z.record(z.string(), cases).optional(),
  缺口: z.array(z.string()).optional(),
  诊断: z.array(z.object({ 码: z.string(), 处: z.string() })).optional(),
  说明: z.string().optional(),
});

/** An example as the reference prints it. */
export type Example = z.infer<typeof entry>;

/** What a case gives for one or several names. */
export type Given = z.infer<typeof value>;

/** Where the examples stand, for the conformance runner. */
export const EXAMPLES_FILE = new URL('examples.yaml', import.meta.url);

/** Every example, in the order of the file. */
export const EXAMPLES: readonly Example[] = z
  .array(entry)
  .parse(parse(readFileSync(EXAMPLES_FILE, 'utf8'), { schema: 'failsafe' }));
