/** What a sentence leaves open: each opening is settled by a setting, by an answer, or listed with its first option taken. */
import type { StepReading } from '../text/ast.ts';
import type { Fix, Report } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import type { EndReading, Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import type { OpenChoice } from '../expressions/standard.ts';
import type { Bound as RangeEnd } from '../expressions/ranges.ts';

/** Which option is taken for an open choice, by its id. */
export type Answers = ReadonlyMap<string, string>;

const STEP_READINGS: readonly StepReading[] = ['不计', '按一档计', '按比例'];
const END_READINGS: readonly EndReading[] = ['归高档', '归低档'];

/** A step, by its words. */
interface Stepping {
  readonly head: Span;
  readonly span: Span;
}

/** What a sentence leaves open, and who answers for it. */
export interface Openings {
  readonly open: OpenChoice[];
  /** how a part step counts where the sentence does not say */
  readonly askStep: (step: Stepping) => StepReading;
  /** which side takes an end that no words give to either */
  readonly askEnd: (bound: RangeEnd) => EndReading;
}

/** The openings of one sentence; none is listed until it is asked for. */
export function openingsOf(text: string, scope: Scope, answers: Answers, report: Report): Openings {
  const open: OpenChoice[] = [];
  const ask = <Option extends string>(
    kind: OpenChoice['kind'],
    setting: Option | undefined,
    options: readonly Option[],
    first: Option,
    span: Span,
    fixes: readonly Fix[],
  ): Option => {
    if (setting !== undefined) return setting;
    const id = `${kind}@${String(span.start)}`;
    if (open.every((choice) => choice.id !== id)) {
      open.push({ id, kind, options, span });
      report(
        diagnose('open-reading', span, { text: text.slice(span.start, span.end), readings: options.join('、') }, fixes),
      );
    }
    return options.find((option) => option === answers.get(id)) ?? first;
  };
  return {
    open,
    askStep: (step) =>
      ask('不足一步', scope.readings.不足一步, STEP_READINGS, '不计', step.head, stepFixes(step, text)),
    askEnd: (bound) => ask('区间端点', scope.readings.区间端点, END_READINGS, '归高档', bound.span, endFixes(bound)),
  };
}

function stepFixes({ head, span }: Stepping, text: string): readonly Fix[] {
  const width = /[\d.一二两三四五六七八九十百]+\s*\S*$/.exec(text.slice(head.start, head.end))?.[0] ?? '一档';
  const words = {
    不计: `（不足${width}的不计）`,
    按一档计: `（不足${width}的按${width}计）`,
    按比例: `（不足${width}的按比例计）`,
  };
  return STEP_READINGS.map((reading) => ({
    title: { zh: `写明：不足${width}的${reading}`, en: `say that a part step counts: ${reading}` },
    edits: [{ span: { start: span.end, end: span.end }, text: words[reading] }],
  }));
}

function endFixes({ span }: RangeEnd): readonly Fix[] {
  return [
    {
      title: { zh: '写明“（含）”', en: 'say （含）' },
      edits: [{ span: { start: span.end, end: span.end }, text: '（含）' }],
    },
    {
      title: { zh: '写明“（不含）”', en: 'say （不含）' },
      edits: [{ span: { start: span.end, end: span.end }, text: '（不含）' }],
    },
  ];
}
