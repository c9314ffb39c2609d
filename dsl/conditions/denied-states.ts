/**
 * 账实相符、账账相符的得2分，账实不符扣1分，账账不符扣1分; 一般投诉每件扣1分；无投诉的得5分: a good state told beside the faults that deny it, one by one, is where
 * deductions start, and nothing to ask for.
 */
import type { AwardClause, Clause } from './clauses.ts';
import { deniedIn } from './count-words.ts';
import { kinship, phraseOf } from '../grammar/kinship.ts';
import type { Test } from '../expressions/ranges.ts';
import type { Span } from '../text/source.ts';

/** Whether what an award is given for is just that the deductions beside it do not happen. */
export function isDeniedBeside(award: AwardClause, clauses: readonly Clause[], text: string): boolean {
  if (award.verb !== 'give' || award.test === undefined || !isState(award.test)) return false;
  const others = clauses.filter((clause) => clause !== award && (clause.kind === 'award' || clause.kind === 'step'));
  const faults = others.flatMap((clause) =>
    clause.kind === 'award' && clause.verb === 'deduct' && clause.test?.kind === 'truth' ? [clause.test.span] : [],
  );
  const words = wordsOf(award.test.span, text);
  return (
    isDeniedBy(
      words,
      faults.map((span) => wordsOf(span, text)),
    ) || isNoneOf(words, others)
  );
}

/** Prose, or several phrases of which all must hold. */
function isState(test: Test): boolean {
  return test.kind === 'all' ? test.of.every(({ kind }) => kind === 'truth') : test.kind === 'truth' && test.phrase;
}

/** Each part of the words is denied by a fault of its own, or is of the same thing as one. */
function isDeniedBy(words: string, faults: readonly string[]): boolean {
  const parts = words.split(/[、，,]|并且|而且|且/).filter((part) => part !== '');
  if (parts.length < 2 || faults.length < parts.length) return false;
  const free = new Set(faults);
  let denied = 0;
  for (const part of parts) {
    const kin = [...free].find((fault) => isKin(part, fault));
    const fault = kin ?? [...free].find((one) => one.slice(0, SUBJECT) === part.slice(0, SUBJECT));
    if (fault === undefined) return false;
    if (kin !== undefined) denied += 1;
    free.delete(fault);
  }
  return denied > 0;
}

/** As many letters say what words are about. */
const SUBJECT = 4;

function isKin(part: string, fault: string): boolean {
  const kind = kinship(phraseOf(part), phraseOf(fault));
  return kind !== undefined && kind !== 'state';
}

/** 无投诉 beside steps that all count one kind of 投诉 or another. */
function isNoneOf(words: string, others: readonly Clause[]): boolean {
  const object = deniedIn(words) ?? '';
  if (object.length < 2 || others.length === 0) return false;
  return others.every(
    (clause) =>
      clause.kind === 'step' &&
      clause.verb === 'deduct' &&
      clause.counted &&
      clause.measure.core.kind === 'input' &&
      clause.measure.core.measure.name.includes(object),
  );
}

function wordsOf({ start, end }: Span, text: string): string {
  return text.slice(start, end).replace(/[\s的：:]+$/, '');
}
