/** The page's words around the table's columns and levels, and around the comparison of editions. */

/** In Chinese. */
export const TABLE_ZH = {
  showColumn: (name: string): string => `显示“${name}”一栏`,
  newHeading: '新标题',
  levels: {
    addInside: '在里面加一项',
    addHeading: '在下面加一个标题',
    putUnder: '上面套一个标题',
    moveIn: '移入上一个标题',
    moveOut: '移出标题',
  },
  compare: {
    title: '对比',
    told: (count: number): string => `${String(count)}处改动`,
    with: '对比的版次',
    nothing: '（不对比）',
    was: (text: string): string => `原为：${text}`,
    changed: (count: number): string => (count === 0 ? '表里没有改动' : `表里${String(count)}处改动`),
    back: '改回',
    added: '新增的一行',
    removed: '已删去',
    before: '原版次',
    now: '草案',
    difference: '差',
    grade: '等次',
    where: '变在哪里',
  },
};

/** In English. */
export const TABLE_EN: typeof TABLE_ZH = {
  showColumn: (name) => `Show the column “${name}”`,
  newHeading: '新标题',
  levels: {
    addInside: 'Add an indicator inside',
    addHeading: 'Add a heading below',
    putUnder: 'Put under a new heading',
    moveIn: 'Move into the heading above',
    moveOut: 'Move out of the heading',
  },
  compare: {
    title: 'Compare',
    told: (count) => `${String(count)} changes`,
    with: 'Compared with',
    nothing: '(nothing)',
    was: (text) => `was: ${text}`,
    changed: (count) => (count === 0 ? 'No change in the table' : `${String(count)} changes in the table`),
    back: 'Put back',
    added: 'new row',
    removed: 'deleted',
    before: 'Before',
    now: 'Draft',
    difference: 'Change',
    grade: 'Grade',
    where: 'Where',
  },
};
