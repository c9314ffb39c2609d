/** Which spellings the language keeps for itself: they would be read as what they are and not as a name. */
import { FUNCTION_NAMES } from '../words/functions.ts';
import { NO_NAMES } from '../words/names.ts';
import { foldWidth } from '../text/source.ts';
import { UNIT_NAMES } from '../numbers/units.ts';
import { expandForms } from '../text/forms.ts';
import { VOCABULARY } from '../words/vocabulary.ts';
import { wordsOf } from './words.ts';

const RESERVED: ReadonlySet<string> = new Set(
  [...VOCABULARY.flatMap(({ forms }) => expandForms(forms)), ...FUNCTION_NAMES, ...UNIT_NAMES, '分值', '比率'].map(
    (form) => foldWidth(form),
  ),
);

/** Whether `name` is a word of the vocabulary, a function, a unit, a number or a sign, and so cannot name data. */
export function isReserved(name: string): boolean {
  if (RESERVED.has(foldWidth(name).trim())) return true;
  const [first, another] = wordsOf(name, NO_NAMES, 'standard');
  return first === undefined || (another === undefined && first.kind !== 'phrase');
}
