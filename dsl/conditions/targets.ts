/**
 * Words that name other items than the one a sentence stands in: an indicator, a heading of the table, or all of it. What they name
 * must be plain, else it is an error and never a question to anyone.
 */
import type { Context } from './context.ts';
import { diagnose } from '../text/messages.ts';
import { nearest } from '../words/names.ts';
import type { TableNames } from '../expressions/scope.ts';
import { type Span, nameKey } from '../text/source.ts';
import type { Target } from '../expressions/standard.ts';

const OWN =
  /^(?:本|该|此|所在|所属|其所在|其所属)(?:的)?(部分|大类|类|板块|大项|(?:项)?一级指标|(?:项)?二级指标|级指标|组)(?:项|下|项下|内|中)?的?(其他|其余)?(?:各项|各个|各|所有|全部|全|二级|三级)*(?:指标|项目|内容)?(?:得分)?$/;
const OTHERS = /^(?:其他|其余|其它)(?:各项|各个|各|所有|全部)?(?:指标|评价指标)(?:得分)?$/;
const ALL = /^(?:所有|全部|各项|各个|各|整体)(?:绩效|评价|考核)?(?:指标)(?:得分)?$/;
/** 未设置绩效指标 says what was not done, and names nothing. */
const PROSE = /^(?:未|无|没|不|缺|漏|有|存在|已|设|编|填|制定|明确|本|该|此)/;
/** Words behind the name of an indicator or a heading, from the least that is left off to the most. */
const BEHIND: readonly RegExp[] = [
  /(?:得分)?$/,
  /(?:这一|该)?指标(?:得分)?$/,
  /(?:项|项下|下|内|中)?的?(?:各项|各个|各|所有|全部)(?:指标|项目)?(?:得分)?$/,
  /(?:部分|大类|类|板块|大项)?(?:项|项下|下|内|中)?的?(?:各项|各个|各|所有|全部)?(?:指标|项目)?(?:得分)?$/,
];

/** What words name; nothing when they name nothing of the table, and are no attempt to. */
export function targetsOf(span: Span, context: Context): readonly Target[] {
  const words = context.text
    .slice(span.start, span.end)
    .replace(/[\s，,]/g, '')
    .replace(/(?:均|都|一律|全部|也|一并|亦|应|则|同时|直接|只能|只|仅)+$/, '')
    .replace(/^(?:则|其(?![他余它])|且|同时|并)/, '');
  const known = targetNamed(words, span, context);
  if (known !== undefined) return [known];
  const parts = words.split(/[、和与及]|以及/).filter((part) => part !== '');
  const each = parts.length < 2 ? [] : parts.map((part) => targetNamed(part, span, context));
  const found = each.filter((target) => target !== undefined);
  if (found.length > 0 && found.length === each.length) return found;
  if (found.length === 0 && (!/(?:指标|部分)$/.test(words) || PROSE.test(words))) return [];
  const { groups, indicators } = context.scope.table;
  const names = [...new Set([...groups.map((group) => group.at(-1) ?? ''), ...indicators])];
  const wrong = parts.find((_, index) => each[index] === undefined) ?? words;
  const suggestion = nearest(
    wrong,
    names.flatMap((name) => (name.endsWith('指标') ? [name] : [name, `${name}指标`])),
  );
  context.report(
    diagnose('unknown-target', span, { text: wrong, ...(suggestion === undefined ? {} : { suggestion }) }),
  );
  return [{ kind: 'indicator', name: wrong }];
}

/** The one thing words name. */
function targetNamed(words: string, span: Span, { report, scope }: Context): Target | undefined {
  const { path, own } = scope.table;
  const [, level, rest] = OWN.exec(words) ?? [];
  if (level !== undefined) {
    const group = ownGroup(level, path);
    if (group !== undefined) return { kind: 'group', path: group, but: rest === undefined ? undefined : own };
    const headings = path.map((name) => `“${name}”`).join('、');
    report(diagnose('target-unclear', span, { text: words, ...(headings === '' ? {} : { headings }) }));
    return { kind: 'group', path: [], but: undefined };
  }
  if (OTHERS.test(words)) return { kind: 'group', path: [], but: own };
  if (ALL.test(words)) return { kind: 'group', path: [], but: undefined };
  const named = words.replace(/^[“"]|[”"](?=$|[各所全指这该部大类板项下内中的])/g, '');
  const found = BEHIND.map((behind) => namedBy(named.replace(behind, ''), scope.table)).find(
    (targets) => targets.length > 0,
  );
  const [only, ...others] = found ?? [];
  if (only !== undefined && others.length > 0) report(diagnose('target-unclear', span, { text: words }));
  return only;
}

/** The headings and indicators of a name, which may be written without its 指标 or 类. */
function namedBy(name: string, table: TableNames): readonly Target[] {
  const known = byKey(table);
  const named = (way: string): readonly Target[] => known.get(nameKey(way)) ?? [];
  const found = named(name);
  return found.length > 0 ? found : [`${name}指标`, `${name}类`, `${name}类指标`].flatMap(named);
}

const KNOWN = new WeakMap<readonly string[], ReadonlyMap<string, readonly Target[]>>();

/** The headings and indicators of a table by key, made once for all who stand in it. */
function byKey({ groups, indicators }: TableNames): ReadonlyMap<string, readonly Target[]> {
  const made = KNOWN.get(indicators);
  if (made !== undefined) return made;
  const found = new Map<string, Target[]>();
  const add = (name: string, target: Target): void => {
    const key = nameKey(name);
    found.set(key, [...(found.get(key) ?? []), target]);
  };
  for (const path of groups) add(path.at(-1) ?? '', { kind: 'group', path, but: undefined });
  for (const name of indicators) add(name, { kind: 'indicator', name });
  KNOWN.set(indicators, found);
  return found;
}

/** The heading that 本部分, 该一级指标 mean for an item under these headings; undefined where several could be meant. */
function ownGroup(level: string, path: readonly string[]): readonly string[] | undefined {
  if (level.includes('一级')) return path.length >= 1 ? path.slice(0, 1) : undefined;
  if (level.includes('二级')) return path.length >= 2 ? path.slice(0, 2) : undefined;
  return path.length === 1 ? path : undefined;
}
