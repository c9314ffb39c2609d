/** Figures in columns: aligned on the decimal point, whatever their digits. */
import type { JSX } from 'preact';

/** A figure split at its point, so that figures under each other align. */
export function Aligned({ figure }: { readonly figure: string }): JSX.Element {
  const [whole = '', part] = figure.split('.');
  return (
    <span class="aligned">
      <span class="whole">{whole}</span>
      <span class="part">{part === undefined ? '' : `.${part}`}</span>
    </span>
  );
}
