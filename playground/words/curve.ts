/** The page's words around the curve. */

/** In Chinese. */
export const CURVE_ZH = {
  drag: {
    threshold: (name: string): string => `${name}的界限`,
    step: (name: string): string => `${name}每一步的宽度`,
    wide: (width: string): string => `每${width}`,
    hint: '拖动下面的圆点（或选中后按左右键），句子里的数跟着变。',
  },
  everywhere: '任何值',
  ofUnit: '（本单位）',
  before: (edition: string): string => `灰线是${edition}`,
  noCurve: {
    lead: '这一项没有曲线：',
    judged: (names: string): string => `得分由评定决定（${names}），不随一个数变化。`,
    several: (names: string): string => `得分同时取决于${names}，不是一个数的曲线。`,
    others: (names: string): string => `得分还取决于${names}，这里按本单位的情况画。`,
    fault: '评分标准还读不懂，先改正左边标出的地方。',
    other: '得分不是一个数的折线。',
    unknown: '缺少画曲线要用的数据。',
  },
};

/** In English. */
export const CURVE_EN: typeof CURVE_ZH = {
  drag: {
    threshold: (name) => `threshold of ${name}`,
    step: (name) => `width of a step of ${name}`,
    wide: (width) => `per ${width}`,
    hint: 'Drag a dot on the axis (or use the arrow keys): the figure in the sentence follows.',
  },
  everywhere: 'any value',
  ofUnit: ' (this unit)',
  before: (edition) => `grey: ${edition}`,
  noCurve: {
    lead: 'No curve here: ',
    judged: (names) => `points are judged (${names}) and do not follow one number.`,
    several: (names) => `points depend on ${names} together, not on one number.`,
    others: (names) => `points also depend on ${names}; drawn as this unit has it.`,
    fault: 'the standard cannot be read yet; mend what is marked on the left first.',
    other: 'points are not straight over one number.',
    unknown: 'the figures to draw it with are missing.',
  },
};
