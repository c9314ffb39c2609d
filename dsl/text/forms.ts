/** How the vocabulary writes the spellings of a word: `a(b|c|)d` stands for abd, acd and ad, and blanks part the forms. */

/** All spellings of `a(b|c|)d`-style forms. */
export function expandForms(forms: string): readonly string[] {
  return forms.split(' ').flatMap(expand);
}

function expand(form: string): readonly string[] {
  const close = form.indexOf(')');
  if (close < 0) return [form];
  const open = form.lastIndexOf('(', close);
  const choices = form.slice(open + 1, close).split('|');
  return [...new Set(choices.flatMap((choice) => expand(form.slice(0, open) + choice + form.slice(close + 1))))];
}
