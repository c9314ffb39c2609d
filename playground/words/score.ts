/** The page's words around the explanation: why, what would change it, and what is tried out. */

/** In Chinese. */
export const SCORE_ZH = {
  whatIf: {
    title: '试算',
    hint: '拖动看得分怎么变，单位的数据不动；要改就点“采用”。',
    slider: '试算',
    was: (text: string): string => `原为${text}`,
    adopt: '采用',
    reset: '还原',
    tried: (points: string): string => `试算${points}分`,
  },
  why: {
    decided: '判定的话',
    none: '没有哪一句单独决定，见下面各步。',
    next: '为什么不是更高一档',
    full: '已得满分。',
    better: (points: string, condition: string, distance: string): string =>
      `得${points}分要求${condition}，还差${distance}。`,
    rising: (each: string, unit: string, points: string, condition: string): string =>
      `每多1${unit}多得${each}分，${condition}得${points}分。`,
    falling: (each: string, unit: string, points: string, condition: string): string =>
      `每少1${unit}多得${each}分，${condition}得${points}分。`,
    worse: (points: string, condition: string, distance: string): string =>
      `到${condition}就只得${points}分，现在相距${distance}。`,
    change: '怎样才会变',
    only: (name: string, from: string, to: string, points: string): string =>
      `只改“${name}”：${from}改为${to}，得${points}分`,
    tryIt: '试一试',
    nothing: '单改哪一个数都不能多得分。',
    steps: '逐步看',
    point: '个百分点',
  },
};

/** In English. */
export const SCORE_EN: typeof SCORE_ZH = {
  whatIf: {
    title: 'What if',
    hint: 'Drag to see the points; the unit’s data stay as they are until you adopt.',
    slider: 'what if',
    was: (text) => `was ${text}`,
    adopt: 'Adopt',
    reset: 'Reset',
    tried: (points) => `what if: ${points}`,
  },
  why: {
    decided: 'What decided',
    none: 'No single clause decided; see the steps.',
    next: 'Why not the next band',
    full: 'Full marks already.',
    better: (points, condition, distance) => `${points} points need ${condition}; ${distance} away.`,
    rising: (each, unit, points, condition) => `${each} points for every 1 ${unit} more; ${condition} gives ${points}.`,
    falling: (each, unit, points, condition) =>
      `${each} points for every 1 ${unit} less; ${condition} gives ${points}.`,
    worse: (points, condition, distance) => `${condition} would give only ${points}; ${distance} away.`,
    change: 'What would change it',
    only: (name, from, to, points) => `“${name}” alone: ${from} to ${to} gives ${points}`,
    tryIt: 'Try',
    nothing: 'No single figure alone would give more.',
    steps: 'Step by step',
    point: ' percentage points',
  },
};
