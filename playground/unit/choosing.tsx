/** One place to fill in: typed, or chosen where there is a choice. What is written is the text as typed; the engine reads it. */
import type { JSX } from 'preact';
import { useWords } from '../context.ts';
import type { Choice } from './choices.ts';

interface ChoosingProps {
  /** its name, where no label around it says so */
  readonly label?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** whether it is a number, which stands to the right */
  readonly figure: boolean;
  /** nothing is there; `needed` where the score waits for it */
  readonly lacking: boolean;
  readonly needed?: boolean;
  readonly invalid: boolean;
  readonly onWrite: (value: string) => void;
  /** cells of a spreadsheet pasted here, where that means more than their text */
  readonly onPasteCells?: (cells: string) => void;
}

/** An input or a choice. */
export function Choosing({
  label,
  value,
  choices,
  figure,
  lacking,
  needed = false,
  invalid,
  onWrite,
  onPasteCells,
}: ChoosingProps): JSX.Element {
  const words = useWords();
  const shared = {
    'aria-label': label,
    'aria-invalid': invalid,
    'class': lacking ? (needed ? 'lacking needed' : 'lacking') : '',
  };
  const write = (written: string): void => {
    if (written !== value) onWrite(written);
  };
  if (choices.length > 0) {
    const strange = value !== '' && !choices.some((choice) => choice.value === value);
    return (
      <select {...shared} value={value} onChange={({ currentTarget }) => write(currentTarget.value)}>
        <option value="">{words.notAnswered}</option>
        {strange && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.shown}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={figure ? 'decimal' : 'text'}
      value={value}
      placeholder={lacking ? words.missingFigure : ''}
      onInput={({ currentTarget }) => write(currentTarget.value)}
      onPaste={(event) => {
        const cells = event.clipboardData?.getData('text/plain') ?? '';
        if (onPasteCells === undefined || !/[\t\n]./.test(cells)) return;
        event.preventDefault();
        onPasteCells(cells);
      }}
    />
  );
}
