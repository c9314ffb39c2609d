/**
 * The words of official scoring sentences, as one table: what a word does, how it may be written, and beside what it must
 * stand to be that word and not a piece of prose. A new wording is a new form here, never a branch in the parser.
 *
 * Forms are separated by blanks; `a(b|c|)d` stands for abd, acd and ad.
 */
import { RELATIONS } from './vocabulary-relations.ts';
import type { Word } from './word-kinds.ts';

/** The table. The longest form wins; at equal length the first row whose surroundings fit. */
export const VOCABULARY: readonly Word[] = [
  // ---- comparisons
  { kind: 'compare', value: '≥', forms: '≥ ≧ ⩾ >= =>' },
  { kind: 'compare', value: '≤', forms: '≤ ≦ ⩽ <= =<' },
  { kind: 'compare', value: '≠', forms: '≠ <> !=' },
  { kind: 'compare', value: '>', forms: '> ﹥' },
  { kind: 'compare', value: '<', forms: '< ﹤' },
  { kind: 'compare', value: '=', forms: '= ==' },
  {
    kind: 'compare',
    value: '≥',
    forms:
      '(大于|高于|超过|多于|达到)(或|或者|)(等于|超过|高于|大于) (等于|达到)(或|或者|)(大于|高于|超过) (不|未)(低|少|小|短)于 不早于 (已|)达(到|)(了|) 至少',
    follow: ['value'],
  },
  {
    kind: 'compare',
    value: '≤',
    forms:
      '(小于|低于|少于)(或|或者|)等于 等于(或|或者|)(小于|低于|少于) (不|未|没有|不得|不能|不可|不应)超(过|出|) 不(得|能|)(高|大|多|长|晚|迟)于 未(高|多)于 控制在',
    follow: ['value'],
  },
  { kind: 'compare', value: '≥', forms: '完成(了|) 达成', follow: ['numeral', 'name'] },
  { kind: 'compare', value: '=', forms: '等于 持平于', follow: ['value'] },
  {
    kind: 'compare',
    value: '≠',
    forms:
      '不等于 不为 (高于|超过|大于)(或|或者|、|和)(低于|小于|不足|少于) (低于|小于|不足|少于)(或|或者|、|和)(高于|超过|大于)',
    follow: ['value'],
  },
  { kind: 'compare', value: '>', forms: '(大|高|多|长|晚|迟)于 超(过|出|) 高出', follow: ['value'] },
  {
    kind: 'compare',
    value: '<',
    forms: '(小|低|少|短|早)于 不(足|到|满) (未|没有)达(到|) 未(满|到) 达不到',
    follow: ['value'],
  },
  { kind: 'compare', value: '>', forms: '超(过|出) (高|大|多)于', follow: ['end', 'verb'], lead: ['start', 'value'] },
  { kind: 'compare', value: '<', forms: '(低|小|少)于 不足', follow: ['end', 'verb'], lead: ['start', 'value'] },
  { kind: 'compare', value: '≤', forms: '前', follow: ['ranked'] },
  { kind: 'suffix', value: '≥', forms: '(及|或|)(以上|之上)', lead: ['value'] },
  { kind: 'suffix', value: '≤', forms: '(及|或|)(以下|以内|之内|之下) 内', lead: ['value'] },
  { kind: 'suffix', value: '>', forms: '以外 之外', lead: ['value'] },
  { kind: 'suffix', value: '≥', forms: '(及|)(以后|之后) 后', lead: ['value'] },
  { kind: 'suffix', value: '≤', forms: '(及|)(以前|之前) 前', lead: ['value'] },
  { kind: 'suffix', value: 'between', forms: '之间 (的|)区间', lead: ['value'] },
  { kind: 'rangeTo', value: '', forms: '至 到', lead: ['quantity'], follow: ['value'] },
  { kind: 'rangeTo', value: '', forms: '与 和', lead: ['quantity'], follow: ['upTo'] },

  // ---- logic
  { kind: 'and', value: '', forms: '且 并且 而且 同时 但 并 而 以及', follow: ['operand', 'compare'] },
  { kind: 'and', value: '', forms: '且 并且 而且 同时 并', lead: ['quantity', 'suffix'] },
  { kind: 'or', value: '', forms: '或 或者', lead: ['quantity', 'suffix'] },
  { kind: 'or', value: '', forms: '或 或者 或是', follow: ['operand', 'compare'] },
  { kind: 'times', value: '×', forms: '乘以 乘', lead: ['value', 'amount'], follow: ['operand', 'amount'] },
  { kind: 'divide', value: '÷', forms: '除以', lead: ['value', 'amount'], follow: ['operand', 'amount'] },
  { kind: 'divide', value: '', forms: '占', lead: ['value'], follow: ['name'] },
  { kind: 'filler', value: '', forms: '降低 下降 减少 增加 上升 超出 提高 偏离', lead: ['start'], follow: ['short'] },
  ...RELATIONS,
  { kind: 'joint', value: '', forms: '与 和 、', follow: ['name'], lead: ['value'] },
  {
    kind: 'pick',
    value: '最小',
    forms: '(二者|两者|三者|)(中|之中|)(的|)(较低|较小|最低|最小)(者|值|的)',
    lead: ['value'],
  },
  {
    kind: 'pick',
    value: '最大',
    forms: '(二者|两者|三者|)(中|之中|)(的|)(较高|较大|最高|最大)(者|值|的)',
    lead: ['value'],
  },
  { kind: 'not', value: '', forms: '非', follow: ['name'] },
  { kind: 'none', value: '', forms: '无 没有 未 零 未发生 未出现 未发现 不存在', follow: ['name'] },
  { kind: 'some', value: '', forms: '有 存在 出现 发生', follow: ['name'] },
  {
    kind: 'otherwise',
    value: '',
    forms:
      '否则 反之 除此之外 (其他|其它|其余)(情况|情形|地区|单位|部门|项目|企业|学校|医院|城市|县|县区|县市区|区县|乡镇|街道|类型|类别|)(的|)',
    lead: ['start'],
  },
  {
    kind: 'beyond',
    value: '',
    forms:
      '未完成 没有完成 未达(到|标|成) 达不到 未实现 不(达标|满足|符合) (未|没有)达到(目标|标准|要求) 未完成(目标|任务)(值|) 逾期 超期 (年底|期限|规定时间)(前|内)未完成 (未|没有)(发生|出现|发现) 发生 出现 存在',
    follow: ['end', 'verb'],
    lead: ['start'],
  },
  { kind: 'if', value: '', forms: '若 如果', follow: ['thenValue'] },
  { kind: 'filler', value: '', forms: '若 如果 如若 假如 倘若 一旦', lead: ['start', 'de'] },
  { kind: 'filler', value: '', forms: '如', lead: ['start'], follow: ['happening', 'name'] },
  { kind: 'else', value: '', forms: '否则 不然', lead: ['value', 'amount'] },
  { kind: 'then', value: '', forms: '则', lead: ['if'] },
  { kind: 'filler', value: '', forms: '则', lead: ['start', 'de', 'value', 'suffix'], follow: ['verb', 'amount'] },

  // ---- steps
  { kind: 'each', value: '', forms: '每', follow: ['step'] },
  {
    kind: 'direction',
    value: 'below',
    forms: '低(于|) 偏低 滞后 落后 欠 后移 下滑 降低 下降 下跌 降 减少 少(于|) 减 低出 落后 提前 早',
    follow: ['numeral'],
    lead: ['each'],
  },
  {
    kind: 'direction',
    value: 'above',
    forms:
      '高(于|出|) 偏高 前移 上移 超(过|出|) 增(加|长|) 提(高|升) 上升 升 上涨 多(于|出|) 推迟 延(迟|误|期) 迟 晚 逾期 大于',
    follow: ['numeral'],
    lead: ['each'],
  },
  {
    kind: 'direction',
    value: 'both',
    forms:
      '(高|高于|超|超过|多)(或|或者|、|和)(低|低于|不足|少) (低|低于|不足|少)(或|或者|、|和)(高|高于|超|超过|多) 上下浮动 浮动 上下波动 波动 相差 偏(差|离) 差 增减 升降 变动',
    follow: ['numeral'],
    lead: ['each'],
  },
  {
    kind: 'direction',
    value: 'missing',
    forms: '(缺|缺少|少|漏|不符合|不满足|未达到|未满足)',
    follow: ['unit'],
    lead: ['each'],
  },
  { kind: 'part', value: '', forms: '(的|)部分', lead: ['quantity', 'suffix', 'value'] },

  // ---- awards
  {
    kind: 'verb',
    value: 'give',
    forms: '(可|另|再|)(计|得|记|给|评|赋|打|给予|获) 计(为|) 得(到|) 赋(予|) 占',
    follow: ['amount'],
  },
  { kind: 'verb', value: 'give', forms: '为', follow: ['points'] },
  { kind: 'verb', value: 'turn', forms: '(相应|)(加减|加扣|增减|加或减)', follow: ['amount'] },
  {
    kind: 'verb',
    value: 'deduct',
    forms: '(并|)(倒|另|另外|再|追加|还应|还需|应|一次性|加|)(扣|减|扣除|扣减|减去)',
    follow: ['amount'],
  },
  { kind: 'verb', value: 'add', forms: '(加|加计|增加|奖励|另加|再加)', follow: ['points'] },
  { kind: 'full', value: '', forms: '(满|全)分 (全部|该项|本项|此项|)(分值|得分)满分' },
  {
    kind: 'zero',
    value: '',
    forms: '不(得|计|给|予|记)(任何|)分 不予(计|给|得)分 (计|得|记|为|给)零分 零分 (实行|)一票否决(制|)',
  },
  {
    kind: 'zero',
    value: '',
    forms:
      '(该项|本项|此项|本指标|该指标)(直接|)(为|计|得|记|按)(0|零)分(计|计算|) (取消|扣除|扣完|扣)(全部|所有|该项|本项|此项)(分值|得分|分数|分) 取消得分 (该项|本项|此项)全部扣(完|除|光)',
  },
  {
    kind: 'zero',
    value: '',
    forms: '(直接|)(为|作|计|计为|记|记为|得|判|判为)(零|0)(分|)(处理|计算|)',
    lead: ['scope'],
  },
  { kind: 'filler', value: '', forms: '直接', follow: ['verb', 'nothing'] },
  {
    kind: 'weight',
    value: '',
    forms: '标准分 权重(分值|) (本|该|此)(项|指标|项目|项指标)(满分|总分|共计|共|计|) 共(计|) 总(分|分值) 合计 总计',
    lead: ['start'],
    follow: ['wholePoints'],
  },
  { kind: 'weight', value: '', forms: '(指标|标准|)权重(分值|)的', follow: ['amount'] },
  { kind: 'weight', value: '', forms: '(的|)(权重|分数)', lead: ['quantity'], follow: ['end'] },
  { kind: 'base', value: '', forms: '(基本|基础|基准|标准)分' },
  {
    kind: 'weight',
    value: '',
    forms:
      '(该项|本项|此项|该指标|本指标|该项指标|本项指标|指标|标准|)(总|)分值(的|权重|上限|) (该项|本项|此项)(得分|分数) (的|)权重分(的|) 的(该项|本项|此项|指标|标准|)分值',
  },
  { kind: 'unchanged', value: '', forms: '不(予|)扣(分|减)' },
  {
    kind: 'proportion',
    value: 'give',
    forms:
      '按(照|)(其|)(实际|)(完成|达成|实现|达到|执行|相应|同等|等|)(的|)比例(计|得|给|赋|记|折算|计算|)(分|得分|算|) (同|等)比例(计|得|给|赋|记|折算)(分|得分|算)',
  },
  {
    kind: 'proportion',
    value: 'give',
    forms: '按(照|)(其|)(实际|)(完成|达成|实现|达到|执行)(情况|程度|进度|数量|)(的|)(折算|换算)(得分|计分|分值|)',
  },
  {
    kind: 'proportion',
    value: 'give',
    forms:
      '按(照|)(其|)(实际|)(完成|达成|实现|达到|执行)(的|)比例(乘以|乘|×|*)(该项|本项|此项|该指标|本指标|指标|标准|)分值(计算|)(得分|计分|计|)',
  },
  {
    kind: 'proportion',
    value: 'deduct',
    forms:
      '按(照|)(其|)(实际|)(未完成|相应|同等|等|)(的|)比例(扣|减|扣减|扣除|核减|递减|减少)(分|减|除|相应分值|分值|得分|) (同|等)比例(扣|扣减|扣除|核减|递减|减少)(分|相应分值|分值|得分|)',
  },
  { kind: 'scoreIs', value: '', forms: '(按(照|)|)(得分|计分|该项得分|本项得分|指标得分|实际得分|该项分值得分)=' },
  {
    kind: 'scoreIs',
    value: '',
    forms: '(得分|计分|)(的|)(计算(方法|公式|方式)|计分(方法|公式))(应|)(为|是|用|采用|应用|:|=)',
    follow: ['operand', 'amount'],
  },
  { kind: 'proportion', value: 'own', forms: '(相应|对应)(的|)(分值|分数|得分|权重分|权重|分)' },
  { kind: 'scoreIs', value: '', forms: '(分值|分数)=', lead: ['prose', 'value'] },
  {
    kind: 'scoreIs',
    value: '',
    forms: '(得分|计分|该项得分|本项得分|指标得分|实际得分)为',
    follow: ['operand'],
  },
  {
    kind: 'by',
    value: '',
    forms: '(得分|分值|分数)按(照|)',
    lead: ['start'],
    follow: ['amount', 'name', 'formula', 'operand'],
  },
  { kind: 'by', value: '', forms: '按(照|)(实际|) 以', follow: ['amount', 'numeral', 'name', 'formula'] },
  { kind: 'by', value: '', forms: '按(照|)(以下|下列|如下|)(公式|算式)(计算|)(:|)', follow: ['operand'] },
  { kind: 'counted', value: '', forms: '计(算|分|) 得(分|) 记(分|) 给(分|) 赋分 处理 算', lead: ['amount'] },
  { kind: 'counted', value: 'deduct', forms: '(扣|扣减|扣除)(分|) 递减', lead: ['amount'], follow: ['end', 'remark'] },
  { kind: 'counted', value: 'add', forms: '加(分|) 递增', lead: ['amount'], follow: ['end', 'remark'] },
  { kind: 'verb', value: 'deduct', forms: '(依次|)(递减|减少)', lead: ['quantity'], follow: ['points'] },
  { kind: 'verb', value: 'add', forms: '(依次|)递增', lead: ['quantity'], follow: ['points'] },
  {
    kind: 'counted',
    value: '',
    forms: '计分 得分 给分 赋分 计算 (计算|折算)(得分|计分|分值)',
    lead: ['value', 'amount'],
    follow: ['end'],
  },
  { kind: 'counted', value: '', forms: '的(比例|比重|比率)(计|得|给|赋|)(分|算|)', lead: ['value'], follow: ['end'] },
  { kind: 'filler', value: '', forms: '即 也就是', follow: ['score'] },
  {
    kind: 'ignore',
    value: '',
    forms: '不(予|)(计|扣|加)(算|分|入|) 忽略(不计|) 舍去 不作(扣分|计算)',
    lead: ['value', 'de'],
  },
  {
    kind: 'scope',
    value: 'item',
    forms: '(本|该|此)(项|指标|条|款|小项|项目|项指标|项目指标|项内容|指标项)',
    follow: ['amount', 'verb'],
  },
  {
    kind: 'scope',
    value: 'total',
    forms: '(从|在|)总分(中|) (总|最终|最后|评价|综合)得分',
    follow: ['amount', 'verb', 'nothing'],
  },

  // ---- limits and stops
  {
    kind: 'stop',
    value: 'spill',
    forms: '(扣完(本项|该项|分值|)后|不足扣的|不够扣的)(,|)(再|继续|从|)(扣总分|总分中扣除|总分中扣减|总分中扣)',
  },
  {
    kind: 'stop',
    value: 'floor',
    forms:
      '(直至|直到|)(扣|减|扣减)(完|光)(该项|本项|此项|)(分值|得分|分数|分|)(为止|) (直至|直到|)(扣|减|扣减|递减|降|扣分|减分)(至|到|为)(0|零)分(为止|止|) (最低|最少|最低计|最低得)(0|零)分 最低(得|计|为|记)(0|零)分 不(计|得|记|出现)负分 扣完即止 (最低|最少)得分(为|计|按|)(0|零)分 (最多|可|最多可|累计|可累计)扣完(为止|)',
  },
  {
    kind: 'stop',
    value: 'cap',
    forms:
      '(加|得|)(满|至满)分为止 (加|得|)(至|到)满分(为止|) (以|)满分为(限|上限) (满分|分值)封顶 加满为止 (超额(完成|)|超出|超过)(的|)(部分|)不(再|另|)(加|计)分',
  },
  {
    kind: 'limit',
    value: 'most',
    forms:
      '(累计|合计|)(扣分|加分|加扣分|扣减)(最多|最高|)不(得|能|可|应|)超(过|) (加分|扣分|)(最多|最高|至多|最大)(可|)(不(得|能|可|应|)超(过|出|)|) 累计(最多|)(不(得|能|可|应|)超过|) (合计|总计)不(得|能|可|应|)超过 不(得|能|可|应|)超过 封顶',
    follow: ['amount', 'verb'],
  },
  { kind: 'limit', value: 'filled', forms: '(扣|加|得|计)(满|至|到|够)', follow: ['amount'] },
  { kind: 'limit', value: 'least', forms: '(最低|最少|至少)', follow: ['amount', 'verb'] },
  { kind: 'limit', value: 'least', forms: '(递减|扣减|减扣|减|降|减分|减少)(至|到|为)', follow: ['points'] },
  { kind: 'until', value: '', forms: '为止 为限 封顶 止', lead: ['amount'] },
  {
    kind: 'gradeIs',
    value: '',
    forms: '(直接|)(定|确定|评|评定|认定|核定)为 (评价|绩效|)(等次|等级|结果)(直接|)(定|确定|评|评定|认定|核定|)为',
    follow: ['word'],
  },
  { kind: 'basis', value: '', forms: '(为|作为|作|)(满分|)(标准|基准|基数) (的|)基础上', lead: ['quantity'] },
  {
    kind: 'discretion',
    value: '',
    forms: '酌情(给|计|得|赋|打|评|加|扣|减)分 (视情况|视情节|视情节轻重)(给|计|得|扣|减)分',
  },
  { kind: 'filler', value: '', forms: '酌情 视情 视情况 视情节 视情节轻重 视情况轻重', follow: ['verb'] },
  {
    kind: 'highest',
    value: '',
    forms:
      '(按|取|只取|只计|)(就高|最高|最高分|最高项|最高奖项|最高级别|最高一项|最高档|最高等次)(计|计分|得分|加分|给分|记分|奖励|计算|原则|奖项|) 就高(不重复|不就低|不累计|不累加|)(计|加|计分|得分|加分|记分|给分|计算|奖励|) 不(重复|累计|累加)(计分|得分|计算|加分|扣分|计) 不累计 择其一 择一计分 取(高|高者|较高者|高分)',
    follow: ['end', 'highestNext'],
    lead: ['start', 'prose'],
  },
  { kind: 'shared', value: '', forms: '(各自|)分别 依次', follow: ['amounts'] },
  { kind: 'comma', value: '', forms: '和 及 与', lead: ['quantity'], follow: ['lastOne'] },
  {
    kind: 'series',
    value: 'down',
    forms:
      '(其余|其他|后续|以下|其后|以后|往后|之后|后面|此后|)(各|)(名次|位次|档次|档|)(依次|逐次|逐级|逐名|逐位|逐档|依名次|按名次|按位次)(递减|减少|下降|降低|减)',
    lead: ['start'],
    follow: ['points', 'share', 'end'],
  },
  {
    kind: 'series',
    value: 'up',
    forms:
      '(其余|其他|后续|以下|其后|以后|往后|之后|后面|此后|)(各|)(名次|位次|档次|档|)(依次|逐次|逐级|逐名|逐位|逐档)(递增|递加|增加|增|加)',
    lead: ['start'],
    follow: ['points', 'share', 'end'],
  },
  { kind: 'series', value: 'down', forms: '(依次|逐次|逐级|逐名|逐档)递减', lead: ['amount'], follow: ['end'] },
  { kind: 'series', value: 'up', forms: '(依次|逐次|逐级|逐名|逐档)递增', lead: ['amount'], follow: ['end'] },
  { kind: 'filler', value: '', forms: '以后 其后 往后 之后 此后 余下', lead: ['start'], follow: ['each', 'bySeries'] },
  { kind: 'series', value: '', forms: '(其余|后续|以下|后续名次|其他名次|其余名次|)(依|以)(次|此)类推' },

  // ---- joints
  {
    kind: 'de',
    value: '',
    forms: '的(部门|单位|项目|地区|乡镇|县区|县市区|学校|医院|企业|街道|科室|情况|情形|)',
    follow: ['end', 'verb', 'amount', 'compare', 'shared'],
  },
  { kind: 'be', value: '', forms: '为 是', lead: ['value', 'suffix'] },
  {
    kind: 'be',
    value: '',
    forms: '(位居|位列|名列|列|居|排在|处于)(全国|全省|全市|全县|全区|全州|全系统|同类单位|)',
    lead: ['value'],
    follow: ['place'],
  },
  { kind: 'be', value: '', forms: '在 于 介于 处于', lead: ['value'], follow: ['signed'] },
  { kind: 'absolute', value: '', forms: '正负 绝对', follow: ['name'] },
  { kind: 'absolute', value: '', forms: '(的|)绝对值', lead: ['value'] },
  { kind: 'filler', value: '', forms: '且 并且 同时', lead: ['start'] },
  { kind: 'filler', value: '', forms: '在 于 介于 处于', follow: ['value'] },
  {
    kind: 'filler',
    value: '',
    forms: '全年 年内 年度内 一年内 每年 每年度 (全年|年内|年度内|一年内|每年|每年度)(应|须|需|应当|必须|需要)',
    lead: ['start', 'prose', 'value'],
    follow: ['compare'],
  },
  { kind: 'filler', value: '', forms: '要 应 须 需 应当 必须 需要', lead: ['value'], follow: ['compare'] },
  { kind: 'filler', value: '', forms: '其中', lead: ['start'], follow: ['word', 'name'] },
  {
    kind: 'prose',
    value: '',
    forms: '若干 每(半年|学期|年|月|季度|季|周) 计划 得到 为了 以上(情况|各项|条件|要求|内容|指标)',
  },
];
