/**
 * The shape of a ruleset file and of a unit file, as zod says it: which keys there are, which must be there, what each may hold.
 * Every scalar is text here; what a unit, a formula or a sentence means is none of its business. The only importer of zod.
 * What does not fit becomes an issue in our own terms (`ShapeIssue`); shape.ts turns it into a finding with a place.
 */
import { z } from 'zod';

// zod would otherwise try `new Function`, which a page without unsafe-eval reports as a violation.
z.config({ jitless: true });

/** The kinds of 读法, each with its choices. A new kind is a new line here. */
export const READING_CHOICES = {
  不足一步: ['不计', '按一档计', '按比例'],
  区间端点: ['归高档', '归低档'],
  不适用: ['按满分计', '剔除并折算'],
} as const;

/** 状态 of a ruleset. */
export const STATUSES = { 草案: 'draft', 已发布: 'published', 已废止: 'withdrawn' } as const;

/** 方向: which way a measure is better. */
export const DIRECTIONS = { 越高越好: 'higher', 越低越好: 'lower', 适中: 'middle' } as const;

/** 来源: how sure a rule is. 确定: its source says so · 查得: taken from another document · 假定: assumed. */
export const ORIGINS = { 确定: 'fixed', 查得: 'found', 假定: 'assumed' } as const;

/** 方式 of a 取整. */
export const ROUNDING_MODES = { 四舍五入: 'half-up', 四舍六入: 'half-even', 进一: 'up', 截尾: 'down' } as const;

/** A kind of 读法. */
export type ReadingKind = keyof typeof READING_CHOICES;
/** How far a ruleset is. */
export type RulesetStatus = (typeof STATUSES)[keyof typeof STATUSES];
/** Which way a measure is better. */
export type Direction = (typeof DIRECTIONS)[keyof typeof DIRECTIONS];
/** How sure a rule is. */
export type Origin = (typeof ORIGINS)[keyof typeof ORIGINS];

/** A file as zod sees it: all scalars text, blanks undefined. No map has the key `__proto__`: the reader lets none through. */
export type Projection = string | undefined | readonly Projection[] | { readonly [key: string]: Projection };

/** The rule a text breaks that has the right shape. */
export type TextRule =
  { readonly rule: 'whole'; readonly low: number; readonly high: number } | { readonly rule: 'slug' };

/** What does not fit, at a path of keys and list positions. */
export type ShapeIssue = { readonly path: readonly (string | number)[] } & (
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'shape'; readonly expected: readonly ShapeName[] }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly rule: TextRule }
);

/** What may stand in a place. */
export type ShapeName = 'text' | 'list' | 'map';

const RULE: z.ZodType<TextRule> = z.union([
  z.object({ rule: z.literal('whole'), low: z.number(), high: z.number() }),
  z.object({ rule: z.literal('slug') }),
]);

const text = z.string().min(1);
const texts = z.array(text);
const named = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> => z.record(z.string(), value);
// The known keys travel as the message: a suggestion needs them, and zod's own words are never shown.
const keyed = <S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> =>
  z.strictObject(shape, { error: () => Object.keys(shape).join('、') });
const choice = <T extends string>(table: Readonly<Record<T, unknown>>): z.ZodEnum<Record<string, string>> =>
  z.enum(Object.keys(table));
const ruled = (rule: TextRule, holds: (value: string) => boolean): z.ZodString =>
  text.refine(holds, { params: { ...rule } });
const whole = (low: number, high: number): z.ZodString =>
  ruled(
    { rule: 'whole', low, high },
    (value) => /^\d{1,4}$/.test(value) && Number(value) >= low && Number(value) <= high,
  );
const slug = ruled({ rule: 'slug' }, isSlug);

const answer = z.union([text, keyed({ 值: text, 理由: text.optional() })]);
const judgement = z
  .object({ 等级: answer.optional(), 评分: answer.optional(), 理由: text.optional() })
  .catchall(answer.optional());
const statement = keyed({ 值: text, 处: text, 说明: text.optional() });
// A refinement without params says: not this branch, whatever else is wrong.
const row = named(text.optional()).refine((cells) => !isStatement(Object.keys(cells)), { abort: true });
const lone = named(text.optional()).refine((cells) => isStatement(Object.keys(cells)), { abort: true });
const figure = z.union([text, lone, z.array(statement), z.array(row)]);
const figures = named(figure.optional());
const judgements = named(judgement.optional());

const rounding = keyed({ 小数: whole(0, 10), 方式: choice(ROUNDING_MODES) });
const readings = keyed({
  不足一步: z.enum(READING_CHOICES.不足一步).optional(),
  区间端点: z.enum(READING_CHOICES.区间端点).optional(),
  不适用: z.enum(READING_CHOICES.不适用).optional(),
} satisfies Record<ReadingKind, z.ZodType>);

const field = keyed({
  单位: text,
  选项: texts.optional(),
  get 列(): z.ZodOptional<z.ZodType> {
    return named(z.union([text, field])).optional();
  },
  范围: text.optional(),
  小数: whole(0, 10).optional(),
  含义: text.optional(),
  别名: texts.optional(),
  处: text.optional(),
  必填: z.enum(['是', '否']).optional(),
});
const parameter = keyed({ 值: text, 单位: text.optional(), 含义: text.optional(), 依据: text.optional() });
const waiver = keyed({ 码: text, 处: text.optional(), 理由: text });
const example = keyed({
  说明: text.optional(),
  数据: figures.optional(),
  评定: judgements.optional(),
  得分: text.optional(),
  总分: text.optional(),
  等次: text.optional(),
  指标: named(text).optional(),
});

const group = keyed({
  指标: text,
  分值: text.optional(),
  依据: text.optional(),
  说明: text.optional(),
  get 下级(): z.ZodType {
    return z.array(z.union([leaf, group])).min(1);
  },
});
const leaf = keyed({
  指标: text,
  分值: text,
  公式: z.union([text, texts]).optional(),
  评分标准: text,
  量: z.union([text, texts, named(text.optional())]).optional(),
  等级: texts.optional(),
  清单: texts.optional(),
  条件: z.union([texts, named(text.optional())]).optional(),
  别称: named(text).optional(),
  上限: text.optional(),
  读法: readings.optional(),
  方向: choice(DIRECTIONS).optional(),
  依据: text.optional(),
  说明: text.optional(),
  来源: choice(ORIGINS).optional(),
  豁免: z.array(waiver).optional(),
  样例: z.array(example).optional(),
});

const ruleset = keyed({
  标题: text,
  家族: slug,
  年度: whole(1949, 2999),
  版次: whole(1, 99).optional(),
  状态: choice(STATUSES),
  依据: text.optional(),
  说明: text.optional(),
  指纹: text.optional(),
  得分取整: rounding.optional(),
  总分取整: rounding.optional(),
  总分上限: text.optional(),
  加分上限: text.optional(),
  读法: readings.optional(),
  数据: named(z.union([text, field])),
  参数: named(z.union([text, parameter])).optional(),
  指标: z.array(z.union([leaf, group])).min(1),
  勾稽: z.array(keyed({ 式: text, 容差: text.optional(), 说明: text.optional() })).optional(),
  等次: text.optional(),
  样例: z.array(example).optional(),
  豁免: z.array(waiver).optional(),
});

const claim = keyed({ 比率: text.optional(), 得分: text.optional(), 满分: text.optional(), 说明: text.optional() });
const unit = keyed({
  单位: text,
  家族: slug,
  年度: whole(1949, 2999),
  说明: text.optional(),
  数据: figures,
  评定: judgements.optional(),
  自评: keyed({
    指标: named(claim).optional(),
    总分: text.optional(),
    等次: text.optional(),
    说明: text.optional(),
  }).optional(),
});

/** Do these keys of a list item make it one of several statements of a figure ({值, 处, 说明}), and not a row of a table? */
export function isStatement(keys: readonly string[]): boolean {
  return keys.includes('值') && keys.every((key) => key === '值' || key === '处' || key === '说明');
}

/** May a 家族 be called so? Chinese and lower-case letters, digits and hyphens between them: the name of a folder. */
export function isSlug(text: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(text);
}

/** What in `file` does not fit the shape of a ruleset file, or of a unit file. */
export function shapeIssues(kind: 'ruleset' | 'unit', file: Projection): readonly ShapeIssue[] {
  const result = (kind === 'ruleset' ? ruleset : unit).safeParse(file);
  return result.success ? [] : result.error.issues.flatMap((issue) => translate(issue, []));
}

/** JSON Schema (draft 2020-12) of a ruleset file, for YAML editors; an unquoted number or 是非 is as good as its text. */
export function rulesetJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(ruleset, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) {
        Object.assign(jsonSchema, { type: ['string', 'number', 'boolean'] });
      }
    },
  });
}

type Issue = z.core.$ZodIssue;

function translate(issue: Issue, above: ShapeIssue['path']): readonly ShapeIssue[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ kind: 'unknown-key', path, key, known: issue.message.split('、') }));
    case 'invalid_type':
      return [{ kind: 'shape', path, expected: [shapeName(issue.expected)] }];
    case 'invalid_value':
      return [{ kind: 'choice', path, choices: issue.values.map(String) }];
    case 'too_small':
      return [{ kind: 'empty', path }];
    case 'invalid_union':
      return translateUnion(issue.errors, path);
    case 'custom':
      return [{ kind: 'text', path, rule: RULE.parse(issue.params) }];
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
      throw new Error(`no shape here can cause zod's ${issue.code}`);
  }
}

function translateUnion(branches: readonly (readonly Issue[])[], path: ShapeIssue['path']): readonly ShapeIssue[] {
  const likely = branches.filter((branch) => !branch.some(isOtherShape) && distance(branch) < Infinity);
  const [best] = likely.toSorted((a, b) => distance(a) - distance(b));
  if (best !== undefined) return best.flatMap((issue) => translate(issue, path));
  const expected = branches
    .flat()
    .flatMap((issue) => (issue.code === 'invalid_type' ? [shapeName(issue.expected)] : []));
  return [{ kind: 'shape', path, expected: [...new Set(expected)] }];
}

/** Is the whole value of another shape than this branch of a union wants? */
function isOtherShape(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

/** How far a value is from what a branch of a union wants: its own keys count first, deeper faults only where those say nothing. */
function distance(branch: readonly Issue[]): number {
  let own = 0;
  let lacking = 0;
  let deeper = 0;
  for (const issue of branch) {
    if (issue.code === 'custom' && issue.params === undefined) return Infinity;
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) own += issue.keys.length;
    else if (issue.code === 'invalid_type' && issue.path.length === 1) lacking = 1;
    else deeper += 1;
  }
  return own + lacking + deeper / (2 * deeper + 1);
}

function shapeName(expected: string): ShapeName {
  if (expected === 'array') return 'list';
  return expected === 'string' ? 'text' : 'map';
}
