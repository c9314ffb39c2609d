/** What may be answered where an answer is chosen, not typed: as it stands in the file, and as it is shown. */
import type { Measure } from '../../dsl/index.ts';
import type { Words } from '../words.ts';

/** One of the answers. */
export interface Choice {
  readonly value: string;
  readonly shown: string;
}

/** The answers of a measure; none where it is typed. */
export function choicesOf(measure: Measure | undefined, { yes, no }: Words): readonly Choice[] {
  if (measure?.type.kind === 'truth')
    return [
      { value: '是', shown: yes },
      { value: '否', shown: no },
    ];
  return measure?.type.kind === 'level' ? measure.type.words.map((value) => ({ value, shown: value })) : [];
}
