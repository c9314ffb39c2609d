/** The page's words around findings, waivers and examples. */

type Side = 'below' | 'at' | 'above';

const SIDES_ZH: Readonly<Record<Side, string>> = { below: '略低', at: '正好', above: '略高' };
const SIDES_EN: Readonly<Record<Side, string>> = { below: 'just below', at: 'at', above: 'just above' };

/** In Chinese. */
export const FINDINGS_ZH = {
  waiver: {
    ask: '豁免…',
    reason: '为什么保留（写进规则集）',
    write: '写入豁免',
    cancel: '取消',
    waived: (count: number): string => `已豁免${String(count)}处`,
    because: (reason: string): string => `——${reason}`,
    undo: '取消豁免',
  },
  samples: {
    title: '样例',
    loading: '正在核对样例……',
    held: (held: number, all: number): string => `样例 ${String(held)}/${String(all)} 相符`,
    addAll: (count: number): string => `补上缺的${String(count)}个`,
    examples: '样例',
    clauses: '分句',
    boundaries: '界限（略低、正好、略高）',
    missing: '缺的样例，点一下加上',
    whole: '整份',
    ofAll: (some: number, all: number): string => `${String(some)}/${String(all)}`,
    side: (side: Side, tried: boolean): string => `${SIDES_ZH[side]}${tried ? '试过' : '没有试过'}`,
    add: (note: string, points: string): string => `${note}：${points}分`,
  },
};

/** In English. */
export const FINDINGS_EN: typeof FINDINGS_ZH = {
  waiver: {
    ask: 'Waive…',
    reason: 'Why it stays (goes into the ruleset)',
    write: 'Waive',
    cancel: 'Cancel',
    waived: (count) => `${String(count)} waived`,
    because: (reason) => `— ${reason}`,
    undo: 'Withdraw',
  },
  samples: {
    title: 'Examples',
    loading: 'Checking the examples…',
    held: (held, all) => `${String(held)} of ${String(all)} examples hold`,
    addAll: (count) => `Add the ${String(count)} missing`,
    examples: 'Examples',
    clauses: 'Clauses',
    boundaries: 'Boundaries (below, at, above)',
    missing: 'Missing examples; click to add',
    whole: 'whole',
    ofAll: (some, all) => `${String(some)}/${String(all)}`,
    side: (side, tried) => `${SIDES_EN[side]} ${tried ? 'tried' : 'not tried'}`,
    add: (note, points) => `${note}: ${points}`,
  },
};
