/** What a data dictionary asks of figures beyond their type: that they are there (必填), and how many decimals they have (小数). */
import { type Report, foldWidth, nameKey } from '../../dsl/index.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { brief } from '../values/read-value.ts';
import type { Ruleset } from './ruleset.ts';
import type { Datum, UnitFile } from '../files/unit-file.ts';

/** Reports figures that are required and not given, and those with too many decimals. */
export function checkFields(unit: UnitFile, { file }: Ruleset, report: Report): void {
  const ruled = file.fields.filter(({ required, decimals }) => required === true || decimals !== undefined);
  if (ruled.length === 0) return;
  const given = new Map(unit.data.map((datum) => [nameKey(datum.name.text), datum]));
  for (const { name, aliases, unit: of, required, decimals } of ruled) {
    const datum = [name, ...aliases].map(({ text }) => given.get(nameKey(text))).find((found) => found !== undefined);
    if (datum === undefined && required === true)
      report(diagnoseFile('missing-figure', unit.name.span, { name: name.text, unit: of.text }));
    for (const text of datum === undefined || decimals === undefined ? [] : textsOf(datum)) {
      const places = /\.(\d+)/.exec(foldWidth(text.text))?.[1]?.length ?? 0;
      if (decimals === undefined || places <= decimals) continue;
      const data = { name: name.text, value: brief(text.text), decimals: String(decimals) };
      report(diagnoseFile('too-many-decimals', text.span, data));
    }
  }
}

function textsOf({ given }: Datum): readonly Text[] {
  if (given.kind === 'rows') return [];
  return given.kind === 'statements' ? given.statements.map((one) => one.given.value) : [given.value];
}
