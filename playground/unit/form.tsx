/** The unit's data as a form, made from the data dictionary: figures with their units, and what assessors judge. */
import type { JSX } from 'preact';
import type { Measure } from '../../dsl/index.ts';
import { type Indicator, type Ruleset, type SourceFile, sourceFile, type TreePath } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey } from '../session.ts';
import { Finding } from '../findings/finding.tsx';
import { findingKey } from '../table/cell.tsx';
import { slotAt, slotsAt, textAt } from './places.ts';

/** The form of the unit at hand. */
export function UnitForm(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { units, unit } = session.snapshot.value;
  const shown = units[unit];
  const file = shown && sourceFile(shown.read);
  const ruleset = session.good.value?.linked?.ruleset;
  const findings = session.findings.value.filter((each) => each.in === 'unit');
  if (file === undefined || ruleset === undefined) return <p class="hint">{words.noUnit}</p>;
  const judged = ruleset.indicators.filter(({ phrases, level, choice }) => phrases.length > 0 || level || choice);
  return (
    <div class="form">
      {findings.map((finding) => (
        <Finding key={findingKey(finding)} finding={finding} />
      ))}
      <h3>{words.fields}</h3>
      {ruleset.file.fields.map(({ name, unit: of, meaning, place, aliases }) => {
        const measure = ruleset.fields.get(name.text);
        const key = given(session.unit.value?.unit?.data.map((datum) => datum.name.text) ?? [], ruleset, name.text);
        const notes = [
          meaning?.text,
          place && words.onForm(place.text),
          aliases.length > 0 ? aliases.map(({ text }) => text).join('、') : undefined,
        ].filter((note) => note !== undefined);
        if (measure?.type.kind === 'records') return null;
        return slotsAt(file, ['数据', key]).map(([path, stated]) => (
          <Entry
            key={pathKey(path)}
            file={file}
            path={path}
            label={stated === '' ? name.text : `${name.text}（${stated}）`}
            unit={of.text === '比率' ? '%' : of.text}
            note={notes.join('；')}
            choices={choicesOf(measure, words.yes, words.no)}
          />
        ));
      })}
      <h3>{words.judgements}</h3>
      {judged.map((indicator) => (
        <Judged key={[...indicator.path, indicator.name].join('/')} indicator={indicator} file={file} />
      ))}
    </div>
  );
}

/** The key a unit uses for a field: its name, or one of its other spellings. */
function given(keys: readonly string[], { spellings }: Ruleset, name: string): string {
  return keys.find((key) => spellings.get(key) === name) ?? name;
}

function choicesOf(measure: Measure | undefined, yes: string, no: string): readonly Choice[] {
  if (measure?.type.kind === 'truth')
    return [
      { value: '是', shown: yes },
      { value: '否', shown: no },
    ];
  return measure?.type.kind === 'level' ? measure.type.words.map((value) => ({ value, shown: value })) : [];
}

/** One indicator's answers. */
function Judged({ indicator, file }: { readonly indicator: Indicator; readonly file: SourceFile }): JSX.Element {
  const words = useWords();
  const session = useSession();
  const { name, phrases, level, choice } = indicator;
  const reason: TreePath = ['评定', name, '理由'];
  return (
    <fieldset>
      <legend>{name}</legend>
      {phrases.map((phrase) => (
        <Entry
          key={phrase.key}
          file={file}
          path={['评定', name, phrase.name]}
          label={phrase.name}
          unit={phrase.type.kind === 'number' ? phrase.unit.name : ''}
          note=""
          choices={choicesOf(phrase, words.yes, words.no)}
        />
      ))}
      {level && (
        <Entry
          file={file}
          path={['评定', name, '等级']}
          label="等级"
          unit=""
          note=""
          choices={choicesOf(level, '', '')}
        />
      )}
      {choice && <Entry file={file} path={['评定', name, '评分']} label="评分" unit="分" note="" choices={[]} />}
      <label class="entry reason">
        <span>理由</span>
        <input
          type="text"
          value={textAt(file, reason)}
          onChange={({ currentTarget: { value } }) => {
            if (value !== textAt(file, reason)) session.setUnit(reason, value);
          }}
        />
      </label>
    </fieldset>
  );
}

interface Choice {
  readonly value: string;
  readonly shown: string;
}

interface EntryProps {
  readonly file: SourceFile;
  readonly path: TreePath;
  readonly label: string;
  readonly unit: string;
  readonly note: string;
  readonly choices: readonly Choice[];
}

/** One figure or answer. */
function Entry({ file, path, label, unit, note, choices }: EntryProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const slot = slotAt(file, path);
  const lacking = slot.text === '';
  const write = (value: string): void => {
    if (value !== slot.text) session.setUnit(slot.path, value);
  };
  return (
    <label class={lacking ? 'entry lacking' : 'entry'} title={note}>
      <span>{label}</span>
      {choices.length > 0 ? (
        <select value={slot.text} onChange={({ currentTarget }) => write(currentTarget.value)}>
          <option value="">{words.notAnswered}</option>
          {choices.map(({ value, shown }) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="text"
          inputMode="decimal"
          value={slot.text}
          placeholder={words.missingFigure}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      )}
      <span class="unit">{unit}</span>
    </label>
  );
}
