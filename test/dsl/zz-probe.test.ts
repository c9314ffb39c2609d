import { test } from 'vitest';
import { collector } from '../../dsl/diagnostic.ts';
import { gradeFindings, readGrades } from '../../dsl/grades.ts';
import { parseGrades } from '../../dsl/parser.ts';
import { printGrades } from '../../dsl/print.ts';
import { NO_NAMES } from '../../dsl/names.ts';
import { outlineGrades } from './outline.ts';
import { scopeOf } from './scope.ts';
import { interval } from '../../dsl/interval.ts';
import { rational, ZERO } from '../../dsl/number.ts';
import { POINTS, unitNamed } from '../../dsl/units.ts';
const T = {key:'总分',name:'总分',type:{kind:'number' as const,dimension:POINTS},unit:unitNamed('分')!,range:interval({value:ZERO,closed:true},{value:rational(100),closed:true}),whole:false};
const list = `总分100分。90分以上为优；90分以下为差
（满分100分）优：90分及以上；差：90分以下
绩效评价结果采取评分和评级相结合的方式，具体分值和等级可根据不同评价内容设定。总分一般设置为100分，等级一般划分为四档：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差
评价等级分为优、良、中、差四个等级。90分以上（含）为优，其余为差
优秀 90分以上（含） 良好 80（含）-90分 一般 80分以下
优秀90分以上（含）、良好80（含）-90分、一般80分以下
90分以上（含）优秀，80（含）—90分良好，80分以下较差
90分以上（含），优秀；80（含）—90分，良好；80分以下，较差
90分以上（含）：优秀；80（含）—90分：良好；80分以下：较差
分三级：90分以上（含）（优秀）、80（含）—90分（良好）、80分以下（较差）
80分以上（含）不满90分为良，定为良好，90分以上的等次为A，评定等次为A级，其余为差
80≤S＜90为良；S≥90为优；S＜80为差
发生事故的直接定为差；得分90分以上的为优；90分以下为差
90分以上且未发生事故的为优；其他为差
90分以上为优、其他为差
优：90分以上，80分以下为差
优，90分以上，良，80分以上90分以下
优秀；良好：80分以上
A+（95分以上）；A（95分以下）
一类：90分以上；二类：90分以下
得分率90%以上为优；90%以下为差
优：；良：80分以上
90分以上为优秀等次。结果作为预算安排依据。
不低于80分，得分低于90分的，定为良好；90分及以上的，评为优秀；低于80分的，属于差
90分以上为优秀80分以下为差
60—80分为中；60分以下为差；80分以上为优
得分为90分以上的单位为一等；得分为90分以下的单位为二等
90-100为A，0-90为B
对90分以上（含90分）的单位，评价等次为优秀；不足90分的，评价等次为不合格
评价得分90分（含）以上评为“优秀”，90分以下评为“一般”
优秀（评价得分≥90分）、良好（75分≤评价得分＜90分）、差（评价得分＜75分）
优(90-100] ，良[80-90)
总分=100分为满分等次；总分＜100分为普通
优秀90分以上为优；优秀90分以下为差
总分100分为优；总分低于100分为差
得分在90—100分（含90分）之间的，为优；得分在0—90分之间的，为差
(一)优秀：90分以上；(二)合格：90分以下
1.优秀：90分以上；2.合格：90分以下
①90分以上为优秀；②90分以下为合格
优秀:得分>=90；合格:得分<90
≥90分：优秀\n<90分：差
优秀（得分在90分（含90分）以上）；差（得分在90分以下）
九十分以上为优；九十分以下为差`.split('\n');
test.each(list)('%s', (t) => {
  const { report, diagnostics } = collector();
  const g = readGrades(t, T, {...scopeOf({}), asks:false}, report); gradeFindings(g, T, report);
  const p = collector();
  const tree = parseGrades(t, NO_NAMES, p.report);
  const printed = printGrades(tree);
  const again = printGrades(parseGrades(printed, NO_NAMES, p.report));
  console.log([t, ...g.map((b) => `   ${b.label}  «${t.slice(b.span.start,b.span.end)}»`), ...diagnostics.map((d) => `   ! ${d.code} ‹${t.slice(d.span.start,d.span.end)}› ${d.data.condition ?? ''} ${d.data.choice??''}`), `   = ${outlineGrades(tree).replaceAll('\n',' | ')}`, printed === again ? '' : `   ≠ ${printed} :: ${again}`].join('\n'));
});
