/**
 * How one phrase of prose stands to another, told from their words: 资料不齐全 denies 资料齐全, 无资料 says more than that, 基本齐全 and 延期报送
 * are other states of what 完全齐全 and 按时报送 judge. Where the words show nothing, nothing is said.
 */

/**
 * What the later phrase is to the earlier one. `opposite`: word for word its denial · `denial`: its denial in fewer words (不齐全) ·
 * `stronger`: more than its denial (无资料, 未报送) · `state`: another state of what it judges
 */
export type Kinship = 'opposite' | 'denial' | 'stronger' | 'state';

/** A phrase taken apart, once for all comparisons. */
export interface Phrase {
  readonly plain: string;
  /** without 有, 未 and the like before it */
  readonly stem: string;
  readonly negative: boolean;
  /** what it denies */
  readonly denied: readonly string[];
  /** what is left without a word of each class of states */
  readonly bare: readonly (string | undefined)[];
}

const NEGATIVE = /^(?:未能够?|不能够?|无法|没有|不存在|尚未|未|无|不(?!够|太|甚)|非)/;
const POSITIVE = /^(?:能够|能(?!耗|源|力)|可以|已经|已|存在|发生|出现|发现|有)(?=.{2})/;
const DENIALS = ['没有', '未能', '不能', '不', '未', '无'];

/** What a phrase says of how, when and how far: 按时报送 has more failings than 未报送. */
const MANNER =
  /^(?:按要求|按规定|如实|提前|按时|按期|及时|如期|准时|延期|逾期|超期|延迟|推迟|全部|完全|大部分|基本|部分)/;
/** Words of one class exclude each other before the same words. */
const STATES: readonly RegExp[] = [
  /提前|按时|按期|及时|如期|准时|延期|逾期|超期|延迟|推迟|滞后/,
  /全部|完全|大部分|基本|部分|不够|不太|不甚|不完全|较为|比较|较|欠|仅/,
];
/** 部分公开 is a state of 公开, but 及时公开 and 公开 can both be asked for. */
const LESSER = /延期|逾期|超期|延迟|推迟|滞后|大部分|基本|部分|不够|不太|不甚|不完全|较为|比较|较|欠|仅/;
/** A thing of which this is said exists: 无制度 is worse than a 制度 that is not 健全. */
const QUALITY =
  /(?:健全|齐全|完整|完善|完备|齐备|规范|合规|合法|到位|准确|真实|详实|清晰|明确|合理|科学|充分|有效|及时|正常|完好|有力|细化|量化|达标|好|高|强)$/;

/** 未建立台账 says that there is no 台账. */
const MAKING = /^(?:建立|设立|设置|制定|制订|成立|编制|配备|提供|形成)(?=.{2})/;

/** Takes a phrase apart. */
export function phraseOf(text: string): Phrase {
  const plain = text.replace(/\s+/g, '').replace(/的$/, '');
  const rest = plain.replace(NEGATIVE, '');
  return {
    plain,
    stem: rest.replace(POSITIVE, '').replace(/^达(?=标准|要求|目标|指标)/, '达到'),
    negative: rest !== plain && rest.length >= 2,
    denied: deniedBy(plain),
    bare: STATES.map((words) => stripped(plain, words)),
  };
}

/** What `later` is to `earlier`; undefined when their words do not show it. */
export function kinship(earlier: Phrase, later: Phrase): Kinship | undefined {
  const same = earlier.stem === later.stem && earlier.negative !== later.negative;
  if (same || later.denied.includes(earlier.plain) || earlier.denied.includes(later.plain)) return 'opposite';
  const inside = !earlier.negative && !later.negative ? later.denied : [];
  if (inside.some((said) => said.length >= 3 && earlier.plain.endsWith(said))) return 'denial';
  if (later.negative && !earlier.negative) {
    const denial = denialOf(earlier.stem, later.stem, /^(?:未|没有|不能|无法)/.test(later.plain));
    if (denial !== undefined) return denial;
  }
  return areStates(earlier, later) ? 'state' : undefined;
}

/** Words of judgement and their opposites: 账实不符 is 账实相符 denied. */
const OPPOSITES: readonly (readonly [said: string, ...opposites: string[]])[] = [
  ['相符', '不符'],
  ['合规', '违规'],
  ['合法', '违法'],
  ['准确', '失实', '不实', '错误'],
  ['真实', '虚假', '失真', '不实'],
  ['清晰', '模糊', '不清'],
  ['明确', '模糊', '不明'],
  ['齐全', '不全', '缺失'],
  ['完整', '残缺', '不全', '缺失'],
  ['健全', '缺失', '不全'],
  ['完好', '损坏', '破损'],
  ['充分', '不足'],
];

/** The judgements whose opposites a text ends with. */
function oppositesOf(text: string): readonly string[] {
  return OPPOSITES.flatMap(([said, ...opposites]) =>
    opposites.flatMap((word) =>
      text.length > word.length && text.endsWith(word) ? [text.slice(0, -word.length) + said] : [],
    ),
  );
}

/** 编制不完整 is 编制完整 with one 不 put in; 账实不符 is 账实相符 turned round. */
function deniedBy(text: string): readonly string[] {
  return oppositesOf(text).concat(withoutDenials(text));
}

function withoutDenials(text: string): readonly string[] {
  return DENIALS.flatMap((word) => {
    const found: string[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      found.push(text.slice(0, at) + text.slice(at + word.length));
    return found;
  });
}

/** A denial that leaves words out: 资料齐全 — 不齐全, 编制完整 — 未编制, 预算编制完整 — 未完整编制. */
function denialOf(said: string, denied: string, verb: boolean): Kinship | undefined {
  if (said.length < 2 || denied.length < 2) return undefined;
  if (said.endsWith(denied)) {
    const before = said.slice(0, -denied.length);
    return before.replace(MANNER, '') === '' ? 'stronger' : 'denial';
  }
  const thing = denied.replace(MAKING, '');
  if (thing.length >= 2 && said.startsWith(thing) && QUALITY.test(said.slice(thing.length))) return 'stronger';
  const long = said.length > denied.length ? said : denied;
  const short = long === said ? denied : said;
  if (MANNER.test(long)) return undefined;
  if (long.endsWith(short) || (verb && long.startsWith(short))) return 'denial';
  return hasWords(said, denied) ? 'denial' : undefined;
}

/** 预算编制完整 has all words of 完整编制. */
function hasWords(said: string, denied: string): boolean {
  const words = denied.match(/..?/gs) ?? [];
  return words.length > 1 && words.every((word) => word.length === 2 && said.includes(word));
}

/** 按期完成 and 延期完成; 全部公开 and 部分公开; 制度健全 and 不够健全. */
function areStates(left: Phrase, right: Phrase): boolean {
  return STATES.some((_, index) => {
    const [first, second] = [left.bare[index], right.bare[index]];
    if (first === undefined && second === undefined) return false;
    const [one, other] = [first ?? left.plain, second ?? right.plain];
    if (first !== undefined && second !== undefined) return one === other;
    if (!LESSER.test(first === undefined ? right.plain : left.plain)) return false;
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return short.length >= 2 && long.endsWith(short);
  });
}

function stripped(text: string, words: RegExp): string | undefined {
  const found = words.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return rest.length >= 2 ? rest : undefined;
}
