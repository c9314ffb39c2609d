/** The unit's data as a form, made from the data dictionary: figures with their units, tables, and what assessors judge with their reasons. */
import type { JSX } from 'preact';
import {
  type Indicator,
  type Ruleset,
  setReason,
  type SourceFile,
  sourceFile,
  type TreePath,
} from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { Finding } from '../findings/finding.tsx';
import { pathKey } from '../session.ts';
import { findingKey } from '../table/cell.tsx';
import { type Choice, choicesOf } from './choices.ts';
import { Choosing } from './choosing.tsx';
import { type Answer, answersOf, judgedOf } from './columns.ts';
import { Grid } from './grid.tsx';
import { located, type PlacedFindings } from './located.ts';
import { keyOf, slotAt, slotsAt, textAt } from './places.ts';

/** What the parts of the form share. */
interface Filled {
  readonly file: SourceFile;
  readonly findings: PlacedFindings;
  /** whether the score waits for what stands at this path */
  readonly needed: (path: TreePath) => boolean;
}

/** The form of the unit at hand. */
export function UnitForm(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { units, unit } = session.snapshot.value;
  const shown = units[unit];
  const file = shown && sourceFile(shown.read);
  const ruleset = session.good.value?.linked?.ruleset;
  const own = session.findings.value.filter((each) => each.in === 'unit');
  if (file === undefined || ruleset === undefined)
    return (
      <div class="form">
        {own.map((finding) => (
          <Finding key={findingKey(finding)} finding={finding} />
        ))}
        <p class="hint">{shown === undefined ? words.noUnit : words.unitUnreadable}</p>
      </div>
    );
  const lacking = new Set(session.result.value?.indicators.flatMap(({ needs }) => needs.map(({ at }) => pathKey(at))));
  const filled: Filled = {
    file,
    findings: located(file, own),
    needed: (path) => lacking.has(pathKey(path)),
  };
  const figures = ruleset.file.fields.map(({ name }): TreePath => ['数据', keyOf(file, ruleset, name.text)]);
  const judged = judgedOf(ruleset);
  const places = [...figures, ...judged.map(({ name }): TreePath => ['评定', name]), ['单位'], ['年度']];
  return (
    <div class="form">
      {filled.findings.elsewhere(places).map((finding) => (
        <Finding key={findingKey(finding)} finding={finding} />
      ))}
      {lacking.size > 0 && (
        <p class="lacking-count">
          {words.lacking(lacking.size)}{' '}
          <button type="button" class="fix" onClick={toNextLacking}>
            {words.nextLacking}
          </button>
        </p>
      )}
      <Entry {...filled} path={['单位']} label={words.unitName} head />
      <Entry {...filled} path={['年度']} label={words.unitYear} />
      <h3>{words.fields}</h3>
      {ruleset.file.fields.map(({ name }) => (
        <Field key={name.text} {...filled} ruleset={ruleset} name={name.text} />
      ))}
      {judged.length > 0 && <h3>{words.judgements}</h3>}
      {judged.map((indicator) => (
        <Judged key={[...indicator.path, indicator.name].join('/')} {...filled} indicator={indicator} />
      ))}
    </div>
  );
}

/** Goes to the next empty place behind the one that has the focus, or to the first. */
function toNextLacking(): void {
  const places = [...document.querySelectorAll<HTMLElement>('.form .lacking.needed')];
  const at = places.findIndex((each) => each === document.activeElement);
  places[(at + 1) % places.length]?.focus();
}

/** A figure of the dictionary: as often as the unit states it, or a table. */
function Field({
  ruleset,
  name,
  ...filled
}: Filled & { readonly ruleset: Ruleset; readonly name: string }): JSX.Element {
  const words = useWords();
  const field = ruleset.file.fields.find((each) => each.name.text === name);
  const measure = ruleset.fields.get(name);
  const path = ['数据', keyOf(filled.file, ruleset, name)];
  const note = [
    field?.meaning?.text,
    field?.range && words.rangeOf(field.range.text),
    field?.place && words.onForm(field.place.text),
    field && field.aliases.length > 0 ? words.alsoCalled(field.aliases.map(({ text }) => text).join('、')) : undefined,
  ]
    .filter((each) => each !== undefined)
    .join('；');
  const aliases = (column: string): readonly string[] =>
    field?.columns.find((each) => each.name.text === column)?.aliases.map(({ text }) => text) ?? [];
  if (measure?.type.kind === 'records')
    return <Grid {...filled} path={path} label={name} note={note} columns={measure.type.columns} aliases={aliases} />;
  const unit = field?.unit.text ?? '';
  return (
    <>
      {slotsAt(filled.file, path).map(([slot, stated]) => (
        <Entry
          key={pathKey(slot)}
          {...filled}
          path={slot}
          label={stated === '' ? name : `${name}（${stated}）`}
          unit={unit === '比率' ? '%' : ['是非', '等级', '日期', '文本'].includes(unit) ? '' : unit}
          note={note}
          choices={choicesOf(measure, words)}
          figure={measure?.type.kind === 'number'}
        />
      ))}
    </>
  );
}

/** One indicator's answers, each with its reason. */
function Judged({ indicator, ...filled }: Filled & { readonly indicator: Indicator }): JSX.Element {
  const words = useWords();
  const session = useSession();
  const answers = answersOf(indicator);
  const reason: TreePath = ['评定', indicator.name, '理由'];
  const whole = textAt(filled.file, reason);
  return (
    <fieldset>
      <legend>{indicator.name}</legend>
      {answers.map((answer) => (
        <AnswerEntry key={pathKey(answer.path)} {...filled} answer={answer} />
      ))}
      {(whole !== '' || answers.length > 1) && (
        <label class="entry reason">
          <span>{words.wholeReason}</span>
          <input
            type="text"
            value={whole}
            onChange={({ currentTarget: { value } }) => {
              if (value !== whole) session.setUnit(reason, value);
            }}
          />
        </label>
      )}
    </fieldset>
  );
}

function AnswerEntry({ answer, ...filled }: Filled & { readonly answer: Answer }): JSX.Element {
  const words = useWords();
  const session = useSession();
  const { path, label, unit, measure } = answer;
  const { text } = slotAt(filled.file, path);
  const reason = textAt(filled.file, [...path, '理由']);
  return (
    <Entry
      {...filled}
      path={path}
      label={label}
      unit={unit}
      choices={choicesOf(measure, words)}
      figure
      beside={
        <input
          type="text"
          class="why"
          aria-label={words.reasonFor(label)}
          placeholder={text === '' ? '' : words.reasonShort}
          disabled={text === ''}
          value={reason}
          onChange={({ currentTarget: { value } }) => {
            if (value !== reason) session.changeUnit((file) => setReason(file, path, value));
          }}
        />
      }
    />
  );
}

interface EntryProps extends Filled {
  readonly path: TreePath;
  readonly label: string;
  readonly unit?: string;
  readonly note?: string;
  readonly choices?: readonly Choice[];
  readonly figure?: boolean;
  /** the name of the unit, which is asked for when it is renamed */
  readonly head?: boolean;
  readonly beside?: JSX.Element;
}

/** One figure or answer, with what there is to say about it below. */
function Entry({
  file,
  findings,
  needed,
  path,
  label,
  unit = '',
  note = '',
  choices = [],
  ...rest
}: EntryProps): JSX.Element {
  const session = useSession();
  const slot = slotAt(file, path);
  const found = findings.at(path);
  const { figure = false, head = false, beside } = rest;
  const kinds = ['entry', head ? 'name' : '', path.length === 1 ? 'wide' : '', beside ? 'judged' : ''];
  return (
    <>
      <div class={kinds.join(' ')}>
        <label title={note}>
          <span class="label">
            {label}
            {note !== '' && <span class="quiet note">{note}</span>}
          </span>
          <Choosing
            value={slot.text}
            choices={choices}
            figure={figure}
            lacking={slot.text === ''}
            needed={needed(path)}
            invalid={found.some(({ diagnostic }) => diagnostic.severity === 'error')}
            onWrite={(value) => session.setUnit(slot.path, value)}
          />
          <span class="unit">{unit}</span>
        </label>
        {beside}
      </div>
      {found.map((finding) => (
        <Finding key={findingKey(finding)} finding={finding} />
      ))}
    </>
  );
}
