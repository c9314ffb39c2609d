/** The page's words about files, drafts, units at hand and the first minute, in Chinese and English. */

/** What is told the author, once: what was done for them, and what could not be. */
export type NoticeKind =
  | 'forked'
  | 'not-written'
  | 'storage-full'
  | 'draft-damaged'
  | 'draft-crashed'
  | 'link-damaged'
  | 'link-copied'
  | 'link-shown'
  | 'link-too-long'
  | 'other-encoding'
  | 'not-opened'
  | 'no-text'
  | 'too-large'
  | 'units-opened'
  | 'table-without-units'
  | 'table-names-twice'
  | 'table-leaves-out'
  | 'file-saved'
  | 'file-not-saved'
  | 'file-changed'
  | 'unit-removed'
  | 'other-window';

/** The words of a notice; `about` is the name, number or size it speaks of. */
export type NoticeWords = Readonly<Record<NoticeKind, (about: string) => string>>;

const NOTICES_ZH: NoticeWords = {
  'forked': () => '已发布的版次不能改。已另起一份草案（下一版次），改动都记在草案里，原版次没有动。',
  'not-written': () => '这个改动写不进文件，没有改。请在YAML页直接修改。',
  'storage-full': () => '浏览器存不下了，草稿没有自动保存。请用“保存”存成文件。',
  'draft-damaged': () => '上次的草稿已损坏，另放一处没有删除，可以下载；现在打开的是示例。',
  'draft-crashed': () => '上次的草稿打开到一半就停了，已另放一处没有删除，可以下载；现在打开的是示例。',
  'link-damaged': () => '链接里的内容已损坏，打不开；现在打开的是上次的草稿或示例。',
  'link-copied': (size) =>
    `链接已复制（${size}千字符），里面有规则集和这个单位的数据；内容只在链接里，不经过任何服务器。`,
  'link-shown': (size) => `浏览器不让复制，请自己复制下面的链接（${size}千字符）。`,
  'link-too-long': (size) => `内容太多，放不进链接（${size}千字符）。请用“保存”存成文件再发送。`,
  'other-encoding': (name) => `“${name}”不是UTF-8编码，已按GBK或UTF-16读入；请看一眼文字对不对。再保存就是UTF-8。`,
  'not-opened': (name) => `“${name}”既不是规则集也不是单位数据，没有打开。规则集要有“标题”“指标”，单位数据要有“单位”。`,
  'no-text': (name) => `“${name}”不是文本文件，没有打开。可以打开的有YAML、JSON、CSV；Excel表请先另存为CSV。`,
  'too-large': (name) => `“${name}”超过2 MB，没有打开。`,
  'units-opened': (count) => `打开了${count}个单位，在右上角挑着看。`,
  'table-without-units': (name) =>
    `“${name}”里没有“单位”一栏，不知道哪些数是谁的，没有打开。第一行（或第一列）要写名称：单位、年度、各项数据。`,
  'table-names-twice': (name) => `表里有两栏都叫“${name}”，不知道用哪一栏，没有打开。`,
  'table-leaves-out': (name) => `已保存“${name}”。CSV放不下记录表、同一个数的其他出处和自评，这些只在YAML文件里。`,
  'file-saved': (name) => `已存到“${name}”。`,
  'file-not-saved': (name) => `“${name}”没有存成：浏览器没有得到写文件的许可，或者文件被占用。草稿还在。`,
  'file-changed': (name) => `“${name}”在别处改过了，没有覆盖它。再按一次“保存”就覆盖，或者另存为一个文件。`,
  'unit-removed': (name) => `“${name}”已从页面上移走，文件没有动；“撤销”可以拿回来。`,
  'other-window': () => '另一个窗口也在改这份草稿，自动保存时后改的会盖掉先改的。请只留一个窗口，或者先存成文件。',
};

const NOTICES_EN: NoticeWords = {
  'forked': () =>
    'A published edition cannot be changed. A draft of the next edition has been made and holds your changes; the edition itself is untouched.',
  'not-written': () => 'This change cannot be written into the file; nothing was changed. Edit it in the YAML tab.',
  'storage-full': () => 'The browser has no room left; the draft was not saved. Use “Save” to keep it as a file.',
  'draft-damaged': () =>
    'The last draft was damaged and has been put aside, not deleted; you can download it. This is the sample.',
  'draft-crashed': () =>
    'The last draft stopped the page while opening and has been put aside, not deleted; you can download it. This is the sample.',
  'link-damaged': () => 'What the link carries is damaged; this is your last draft, or the sample.',
  'link-copied': (size) =>
    `The link is copied (${size} thousand characters). It holds the ruleset and this unit, and passes through no server.`,
  'link-shown': (size) => `The browser refused to copy; copy the link below yourself (${size} thousand characters).`,
  'link-too-long': (size) => `Too much for a link (${size} thousand characters). Use “Save” and send the file.`,
  'other-encoding': (name) =>
    `“${name}” is not UTF-8; it was read as GBK or UTF-16. Please check the characters. Saving writes UTF-8.`,
  'not-opened': (name) =>
    `“${name}” is neither a ruleset nor a unit’s data and was not opened. A ruleset has 标题 and 指标, a unit has 单位.`,
  'no-text': (name) =>
    `“${name}” is not a text file and was not opened. YAML, JSON and CSV can be; save an Excel sheet as CSV first.`,
  'too-large': (name) => `“${name}” is larger than 2 MB and was not opened.`,
  'units-opened': (count) => `${count} units opened; choose among them at the top right.`,
  'table-without-units': (name) =>
    `“${name}” has no column 单位, so nobody knows whose figures these are; it was not opened. The first row (or column) holds the names.`,
  'table-names-twice': (name) => `Two columns are called “${name}”; the table was not opened.`,
  'table-leaves-out': (name) =>
    `“${name}” saved. A CSV has no room for tables, further statements of a figure and self-assessment; they stay in the YAML file.`,
  'file-saved': (name) => `Saved to “${name}”.`,
  'file-not-saved': (name) =>
    `“${name}” was not saved: the browser was not allowed to write, or the file is in use. The draft is still here.`,
  'file-changed': (name) =>
    `“${name}” was changed elsewhere and was not overwritten. Press “Save” again to overwrite it, or save under another name.`,
  'unit-removed': (name) => `“${name}” was taken off the page; its file is untouched. “Undo” brings it back.`,
  'other-window': () =>
    'Another window edits the same draft; whichever saves last wins. Keep one window, or save to a file first.',
};

/** Chinese. */
export const WORK_ZH = {
  notice: NOTICES_ZH,
  colon: '：',
  close: '知道了',
  open: '打开',
  openFile: '打开文件……',
  openFileNote: '规则集或单位数据，YAML、JSON、CSV；也可以把文件拖进来',
  openSample: '打开示例',
  newRuleset: '新建空白标准',
  newRulesetTitle: '新的评价标准',
  download: '下载',
  downloadDamaged: '下载损坏的草稿',
  save: '保存',
  saveKeys: '保存（Ctrl+S）',
  saveAs: '规则集另存为……',
  saveUnit: '单位数据存为YAML',
  saveUnitJson: '单位数据存为JSON',
  saveUnits: '全部单位存为CSV',
  share: '分享',
  link: '链接',
  print: '打印',
  saved: (time: string): string => `草稿已存 ${time}`,
  notSaved: '草稿没有保存',
  unsaved: '未存成文件',
  drop: '放开就打开这个文件',
  atHand: '单位',
  noUnitShort: '（还没有单位）',
  unitMenu: '单位的操作',
  newUnit: '新建单位',
  newUnitName: '新单位',
  copyUnit: '复制这个单位',
  renameUnit: '改名',
  removeUnit: '移走这个单位',
  unitName: '单位名称',
  unitYear: '年度',
  unitUnreadable: '这个单位的数据文件读不出来。改正文件以后重新打开，或者撤销刚才的改动。',
  lacking: (count: number): string => `还缺${count}个数或评定，得分要等它们。`,
  nextLacking: '到下一个',
  rangeOf: (range: string): string => `范围${range}`,
  alsoCalled: (names: string): string => `也叫${names}`,
  wholeReason: '总的理由',
  reasonFor: (label: string): string => `${label}：理由`,
  reasonShort: '理由',
  rows: (count: number): string => `${count}行`,
  addTableRow: '加一行',
  removeRow: (row: number): string => `删去第${row}行`,
  pasteRows: '可以从Excel复制几行，粘到一格里',
  printedOn: (date: string): string => `打印日期${date}`,
  printedBy: (edition: string, engine: string): string => `按${edition}评分，由${engine}计算`,
  printedHash: (hash: string): string => `规则集指纹${hash}`,
  printedSigns: '● 满分　◐ 得部分分　✕ 不得分　○ 未评　※ 评分标准是假定的',
  hint: ['点左边任何一格，改句子或数字', '右边这个单位的得分马上跟着变', '点一项得分，看它从何而来'],
  hintTitle: '怎么用',
  crashed: '这个页面出了错，停住了。草稿还在浏览器里：先下载一份，再重新打开。',
  crashedUndo: '撤销上一步，继续',
  reload: '重新打开',
  reloadSample: '放下草稿，打开示例',
  emptyTable: '这份规则集还没有指标。',
};

/** English. */
export const WORK_EN: typeof WORK_ZH = {
  notice: NOTICES_EN,
  colon: ': ',
  close: 'OK',
  open: 'Open',
  openFile: 'Open a file…',
  openFileNote: 'a ruleset or units, as YAML, JSON or CSV; or drop it on the page',
  openSample: 'Open the sample',
  newRuleset: 'New, empty standard',
  newRulesetTitle: '新的评价标准',
  download: 'Download',
  downloadDamaged: 'Download the damaged draft',
  save: 'Save',
  saveKeys: 'Save (Ctrl+S)',
  saveAs: 'Save the ruleset as…',
  saveUnit: 'Save the unit as YAML',
  saveUnitJson: 'Save the unit as JSON',
  saveUnits: 'Save all units as CSV',
  share: 'Share',
  link: 'Link',
  print: 'Print',
  saved: (time) => `draft kept ${time}`,
  notSaved: 'draft not kept',
  unsaved: 'not in a file',
  drop: 'Let go to open this file',
  atHand: 'Unit',
  noUnitShort: '(no unit yet)',
  unitMenu: 'This unit',
  newUnit: 'New unit',
  newUnitName: '新单位',
  copyUnit: 'Copy this unit',
  renameUnit: 'Rename',
  removeUnit: 'Remove this unit',
  unitName: 'Name of the unit',
  unitYear: 'Fiscal year',
  unitUnreadable: 'The file of this unit cannot be read. Mend it and open it again, or undo the last change.',
  lacking: (count) => `${count} figures or judgements are missing; the score waits for them.`,
  nextLacking: 'Go to the next',
  rangeOf: (range) => `range ${range}`,
  alsoCalled: (names) => `also called ${names}`,
  wholeReason: 'Reason in all',
  reasonFor: (label) => `${label}: reason`,
  reasonShort: 'reason',
  rows: (count) => `${count} rows`,
  addTableRow: 'Add a row',
  removeRow: (row) => `Delete row ${row}`,
  pasteRows: 'Rows copied from Excel can be pasted into a cell',
  printedOn: (date) => `printed ${date}`,
  printedBy: (edition, engine) => `scored by ${edition}, computed by ${engine}`,
  printedHash: (hash) => `fingerprint of the ruleset ${hash}`,
  printedSigns: '● full marks   ◐ part of them   ✕ none   ○ not scored   ※ the standard is assumed',
  hint: [
    'Click any cell on the left and change the sentence or the figure',
    'The score of the unit on the right follows at once',
    'Click a score to see where it comes from',
  ],
  hintTitle: 'How it works',
  crashed:
    'This page met a fault and stopped. The draft is still in the browser: download it, then open the page again.',
  crashedUndo: 'Undo the last step and go on',
  reload: 'Open again',
  reloadSample: 'Put the draft aside and open the sample',
  emptyTable: 'This ruleset has no indicators yet.',
};
