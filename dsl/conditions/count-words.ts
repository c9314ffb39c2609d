/**
 * What prose says of a count: which declared one its words name, and words for none of it or for some. 未发生安全事故, 未开展, 没有的 and 按期完成 say what 0
 * says in figures; they are that count, and no question of their own.
 */
import type { Measure, Typed } from '../expressions/core.ts';
import type { Scope } from '../expressions/scope.ts';
import { sign } from '../numbers/number.ts';
import { foldWidth } from '../text/source.ts';
import { isCounted } from '../numbers/units.ts';

/** Some or none of a count. */
export interface Presence {
  readonly measure: Measure;
  readonly present: boolean;
}

const PERIOD = /^(?:凡是|凡|对|全年|年度内|年度|当年|本年度|本年|年内|期内|考核期内|均|从|如|若)+/;
const NONE = /^(?:未能|没有|不存在|杜绝|实现零|未|没|无|零)/;
const HAPPENS = '发生|出现|发现|存在|产生|造成|查出|有';
const DOES =
  '开展|组织|举办|举行|召开|召集|进行|实施|开设|新建|建设|引进|安排|参加|参与|获得|获|取得|受到|被|收到|承办';
const DONE = new RegExp(`^(?:曾|过|有)?(?:${HAPPENS}|${DOES})*(?:过|有|任何|一次)*`);
const SOME = new RegExp(`^(?:${HAPPENS})(?:过|任何)?`);
const BARE = new RegExp(`^(?:曾)?(?:${HAPPENS}|${DOES})?(?:过)?$`);
const OF_ANY_KIND = /(?:的)?(?:情况|情形|现象|问题|事件|行为|活动|工作|任务|记录)$/;
const NUMBER =
  /(?:总|的|发生)?(?:人次|批次|次|例|个|件|处|项|起|户|人|天|日|期|场|批|家|宗|条|篇|份|台|笔|所|座|种)?(?:总数|数量|数|量)$/;

/** 发表 in 发表报道，每篇得1分 is what is counted. */
const COUNTED = /^[^，,；;。\d得扣]*[，,]?每/;

const LATE = /超期|逾期|延期|延误|延迟|误期|超时|迟|滞后|拖延|推迟/;
const IN_TIME =
  /^(?:能)?(?:按期|按时|如期|准时|及时|按时限|按(?:计划|规定|合同|要求|约定)(?:的)?(?:时间|时限|期限|工期|进度)(?:节点|要求)?|(?:在|于)?规定(?:的)?(?:时间|时限|期限)内?|提前)(?:(?:保质|保量)*(?:完成|报送|上报|报告|办结|办理|提交|公开|整改|交付|竣工|完工|开工|支付|拨付|到账|验收|反馈|答复|归还|到位)(?:任务|工作|材料)?)?$/;
const NOT_LATE =
  /^(?:未|没有|无|不|不存在)(?:发生|出现)?(?:超期|逾期|延期|延误|延迟|误期|超时|迟报|迟到|滞后|拖延|推迟)(?:的)?(?:情况|现象)?$/;

/** What a phrase says of a count, or of a rate, `current` being the measure last spoken of and `before` the words that did; undefined when it speaks of anything else. */
export function presenceIn(
  phrase: string,
  scope: Scope,
  current: Typed | undefined,
  before = '',
): Presence | undefined {
  const text = plain(phrase);
  const spoken =
    current?.core.kind === 'input' && startsAtZero(current.core.measure) ? current.core.measure : undefined;
  if (spoken !== undefined && LATE.test(spoken.name) && (IN_TIME.test(text) || NOT_LATE.test(text)))
    return { measure: spoken, present: false };
  const rest = text.replace(NONE, '');
  if (rest !== text) {
    if (isBare(rest)) return spoken && { measure: spoken, present: false };
    const measure = countIn(rest, scope) ?? rateIn(rest, scope);
    if (measure !== undefined) return { measure, present: false };
    const at = rest.length > 1 ? before.lastIndexOf(rest) : -1;
    const denied = /[未不没无][^，,；;。]*$/.test(before.slice(0, Math.max(at, 0)));
    const done = at >= 0 && !denied && COUNTED.test(before.slice(at + rest.length));
    return done && spoken !== undefined ? { measure: spoken, present: false } : undefined;
  }
  const some = text.replace(SOME, '');
  const measure = some === text ? undefined : countIn(some, scope);
  return measure && { measure, present: true };
}

/** What a phrase says there is none of: 通报 for 未被通报, nothing for 未发生; undefined when it denies nothing. */
export function deniedIn(phrase: string): string | undefined {
  const text = plain(phrase);
  const rest = text.replace(NONE, '');
  return rest === text ? undefined : objectOf(rest);
}

/** The same where other words stand before the denial: 调整 for 目标批复后未调整. */
export function deniedBehind(phrase: string): string | undefined {
  return /^.{2,}?(?:未能|没有|未|无)([^未无没]{2,})$/.exec(plain(phrase))?.[1];
}

/** The thing words speak of, without the verbs before it: 通报 for 受到通报. */
export function objectOf(words: string): string {
  return plain(words).replace(DONE, '').replace(OF_ANY_KIND, '');
}

/** Words that say something happened or was done, and not what: 发生, 开展. */
export function isBare(words: string): boolean {
  return BARE.test(plain(words));
}

function plain(words: string): string {
  return words.replace(/\s+/g, '').replace(/的$/, '').replace(PERIOD, '');
}

/** The one declared count that words name, in full or in part. */
export function countIn(words: string, scope: Scope): Measure | undefined {
  const worded = [plain(words), plain(words).replace(DONE, '')].flatMap((one) => [one, one.replace(OF_ANY_KIND, '')]);
  const objects = [...new Set(worded)].filter((one) => !isBare(one));
  for (const object of objects) {
    const spelt = object === '' ? undefined : scope.names.at(foldWidth(object), 0);
    const declared = spelt?.length === object.length ? scope.measure(spelt.declared.name) : undefined;
    if (declared !== undefined) return startsAtZero(declared) ? declared : undefined;
  }
  const named = scope.measures.filter(
    (measure) =>
      startsAtZero(measure) &&
      objects.some((object) => object.length >= 2 && measure.name.replace(NUMBER, '').includes(object)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** The one declared rate that words say there is none of: 村集体增收率 for 增收. */
function rateIn(words: string, { measures }: Scope): Measure | undefined {
  const named = measures.filter(
    ({ type, name }) =>
      type.kind === 'number' &&
      type.dimension.length === 0 &&
      words.length > 1 &&
      /^(?:率|幅度|幅|比例|百分比)$/.test(name.slice(name.lastIndexOf(words) + words.length)) &&
      name.includes(words),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Counts, and days: of these there can be none. */
function startsAtZero({ type, range }: Measure): boolean {
  const low = range[0]?.low;
  const counted =
    type.kind === 'number' && (isCounted(type.dimension) || ['天', '月'].includes(type.dimension[0]?.[0] ?? ''));
  return counted && low?.closed === true && sign(low.value) === 0;
}
