/** Hostile texts: what a parser hangs on, overflows on or loses its place in. */
import { pick, type Random } from './random.ts';

/** A text that is too deep, too long, too large, or full of what nobody writes; `sentence` is a real one to begin from. */
export function hostileText(random: Random, sentence: string): string {
  const size = pick(random, [70, 500, 4_000, 20_000]);
  const shapes: readonly (() => string)[] = [
    () => '（'.repeat(size) + '甲' + '）'.repeat(size),
    () => '('.repeat(size),
    () => `得分＝${'若甲≥1则'.repeat(size)}1`,
    () => `得分＝${'最大（'.repeat(size)}1`,
    () => `得分＝${'－'.repeat(size)}甲`,
    () => `得分＝甲${'＋甲'.repeat(size)}`,
    () => `≥${'9'.repeat(size)}%得5分`,
    () => `得分＝${'9'.repeat(200)}×${'9'.repeat(200)}÷0.${'0'.repeat(300)}1`,
    () => `${sentence}；`.repeat(Math.ceil(size / sentence.length)),
    () => '每'.repeat(size),
    () => '①'.repeat(size),
    () => '90%（含）'.repeat(size),
    () => '不足'.repeat(size) + '5%的不计',
    () => `${'且'.repeat(size)}得5分`,
    () => '完成率≥90%或'.repeat(size),
    () => ' '.repeat(size) + sentence,
    () => '\u200b'.repeat(size),
    () => sentence.replaceAll(/./gu, (char) => `${char}\u0000`),
    () => '制度健全'.repeat(size),
    () => '分'.repeat(size),
    () => `${'（含'.repeat(size)}）`,
    () => `完成率${'±'.repeat(size)}5%`,
    () => sentence.replaceAll('0', 'Ｏ').replaceAll('1', 'l'),
    () => `${'1、'.repeat(size)}得1分`,
    () => `100%计满分，每低于5%扣2分${'，最多扣2分'.repeat(size)}`,
    () =>
      Array.from({ length: Math.min(size, 400) }, (_, at) => `${String(at)}%（含）—${String(at + 1)}%计1分`).join('；'),
  ];
  return random() < 0.02 ? sentence.repeat(Math.ceil(1_048_576 / sentence.length)) : pick(random, shapes)();
}
