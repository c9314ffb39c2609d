/** A menu behind a button: opened by click, Enter or space, walked by arrows, closed by Escape, by a choice, and by going elsewhere. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface MenuProps {
  readonly title: ComponentChildren;
  /** what the button is called where its title is a sign */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A button with what it offers; the children are buttons. */
export function Menu({ title, label, children }: MenuProps): JSX.Element {
  const box = useRef<HTMLDetailsElement>(null);
  const close = (): void => box.current?.removeAttribute('open');
  return (
    <details
      ref={box}
      class="menu"
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) close();
      }}
      onKeyDown={(event) => {
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('summary, button:enabled')];
        const at = buttons.findIndex((each) => each === document.activeElement);
        if (event.key === 'Escape') {
          close();
          buttons[0]?.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.currentTarget.open = true;
          buttons.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <summary aria-label={label} title={label}>
        {title}
      </summary>
      <div onClick={({ target }) => target instanceof HTMLElement && target.closest('button') && close()}>
        {children}
      </div>
    </details>
  );
}
