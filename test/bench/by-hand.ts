/**
 * The 21 indicators of the founding report scored by hand with decimal.js, as a programmer of the bureau would: the contender of the
 * engine’s throughput. Figures come in as text, like the engine’s; nothing is explained, traced or checked.
 */
import { Decimal } from 'decimal.js';
import type { UnitFile } from '../../engine/index.ts';

/** A unit’s figures and answers by name. */
export interface Plain {
  readonly figures: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, string>;
}

/** A unit as plain texts. */
export function plainUnit({ data, judgements }: UnitFile): Plain {
  const figures = data.flatMap(({ name, given }): (readonly [string, string])[] => {
    if (given.kind === 'value') return [[name.text, given.value.text]];
    const first = given.kind === 'statements' ? given.statements[0] : undefined;
    return first?.given.kind === 'value' ? [[name.text, first.given.value.text]] : [];
  });
  const answers = judgements.flatMap(({ indicator, phrases, level }) => [
    ...phrases.map(({ phrase, given }) => [`${indicator.text}:${phrase.text}`, given.value.text] as const),
    ...(level === undefined ? [] : [[`${indicator.text}:等级`, level.given.value.text] as const]),
  ]);
  return { figures: new Map(figures), answers: new Map(answers) };
}

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

/** The total of a unit. */
export function totalByHand({ figures, answers }: Plain): Decimal {
  const figure = (name: string): Decimal =>
    new Decimal((figures.get(name) ?? '0').replace('%', '')).div(figures.get(name)?.endsWith('%') === true ? 100 : 1);
  const yes = (indicator: string, phrase: string): boolean => answers.get(`${indicator}:${phrase}`) === '是';
  const items = (indicator: string, each: readonly (readonly [string, string])[]): Decimal =>
    each.reduce((sum, [phrase, points]) => (yes(indicator, phrase) ? sum.plus(points) : sum), ZERO);
  const within = (points: Decimal, weight: number): Decimal => Decimal.min(Decimal.max(points, 0), weight);
  const steps = (distance: Decimal, width: string): Decimal => Decimal.max(distance, 0).div(width).floor();
  const over = (ratio: Decimal, width: string, amount: string, weight: number): Decimal =>
    within(new Decimal(weight).minus(steps(ratio.minus(1), width).times(amount)), weight);
  const level = (indicator: string, levels: Readonly<Record<string, number>>): Decimal =>
    new Decimal(levels[answers.get(`${indicator}:等级`) ?? ''] ?? 0);
  const built = (indicator: string, actual: string, approved: string): Decimal =>
    yes(indicator, '没有新建楼堂馆所项目') ? ONE : over(figure(actual).div(figure(approved)), '0.05', '0.2', 1);

  const change = figure('本年度“三公经费”预算数')
    .minus(figure('上年度“三公经费”预算数'))
    .div(figure('上年度“三公经费”预算数'));
  const available = figure('上年结转和结余').plus(figure('年初预算')).plus(figure('本年追加预算'));
  const completed = available.minus(figure('年末结转和结余')).div(available);
  const adjusted = figure('预算调整数').div(figure('年初预算'));
  const bought = figure('实际政府采购金额').div(figure('政府采购预算数'));
  const satisfied = figure('服务对象满意度')
    .times('0.5')
    .plus(figure('社会公众满意度').times('0.4'))
    .plus(figure('部门内部员工满意度').times('0.1'));

  const points: readonly Decimal[] = [
    items('绩效目标合理性', [
      ['符合国家法律法规、国民经济和社会发展总体规划', '0.75'],
      ['符合部门“三定”方案确定的职责', '0.75'],
      ['符合部门制定的中长期实施规划', '0.75'],
      ['依据充分、符合客观实际', '0.75'],
    ]),
    items('绩效指标明确性', [
      ['绩效指标清晰、细化、可衡量', '1'],
      ['绩效指标与部门年度的任务数或计划数相对应', '1'],
      ['绩效指标与本年度部门预算资金相匹配', '1'],
    ]),
    over(figure('在职人数').div(figure('编制数')), '0.01', '0.3', 3),
    change.lte(0) ? new Decimal(4) : within(new Decimal(4).minus(steps(change, '0.01').times('0.4')), 4),
    within(new Decimal(5).minus(steps(ONE.minus(completed), '0.05').times(2)), 5),
    new Decimal(adjusted.eq(0) ? 5 : adjusted.lte('0.1') ? 4 : adjusted.lte('0.2') ? 3 : adjusted.lte('0.3') ? 2 : 0),
    built('新建楼堂馆所面积控制率', '实际建设面积', '批准建设面积'),
    built('新建楼堂馆所投资概算控制率', '实际投资金额', '批准投资概算'),
    over(figure('实际支出公用经费总额').div(figure('预算安排公用经费总额')), '0.01', '1', 8),
    over(figure('“三公经费”实际支出数').div(figure('本年度“三公经费”预算数')), '0.01', '1', 8),
    within(new Decimal(6).minus(steps(bought.minus(1).abs(), '0.01')), 6),
    items('管理制度健全性', [
      ['有内部财务与会计核算制度', '2'],
      ['有厉行节约制度', '2'],
      ['制度合法合规完整', '2'],
      ['制度有效执行', '2'],
    ]),
    within(new Decimal(6).minus(new Decimal(answers.get('资金使用合规性:不合规例数') ?? '0').times(1)), 6),
    items('预决算信息公开性', [
      ['按规定内容公开预决算信息', '1'],
      ['按规定时限公开预决算信息', '1'],
      ['基础数据信息和会计信息真实', '1'],
      ['基础数据信息和会计信息完整', '1'],
      ['基础数据信息和会计信息准确', '1'],
    ]),
    items('资产管理制度健全性', [
      ['已制定资产管理制度', '1'],
      ['资产管理制度合法合规完整', '0.5'],
      ['资产管理制度有效执行', '0.5'],
    ]),
    items('资产管理安全性', [
      ['资产保存完整', '0.5'],
      ['资产配置合理', '0.5'],
      ['资产处置规范', '0.5'],
      ['资产账务管理合规', '0.5'],
      ['资产账实相符', '0.5'],
      ['资产有偿使用收入及时足额上缴', '0.5'],
    ]),
    within(figure('实际在用固定资产总额').div(figure('所有固定资产总额')).times(3), 3),
    within(figure('重点工作实际完成数').div(figure('重点工作计划数')).times(8), 8),
    level('经济效益和社会效益', { 效益显著: 6, 效益一般: 3 }),
    level('行政效能', { 效果较好: 6, 效果一般: 3 }),
    new Decimal(satisfied.gte('0.9') ? 6 : satisfied.gte('0.8') ? 4 : satisfied.gte('0.7') ? 2 : 0),
  ];
  return points.reduce((sum, each) => sum.plus(each), ZERO);
}
