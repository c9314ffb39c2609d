/** When the page itself is at fault: the work is offered for download, and ways to go on. Nothing is lost by it. */
import { Component, type ComponentChildren, type JSX } from 'preact';
import { useSession, useWords } from './context.ts';
import { download } from './files/disk.ts';
import { draftOf, putAside } from './files/drafts.ts';

interface BoundaryProps {
  readonly children: ComponentChildren;
}

/** Shows its children, or what to do where showing them failed. */
export class FaultBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    // For whoever is asked to look into it.
    console.error(error);
    this.setState({ failed: true });
  }

  override render(): ComponentChildren {
    return this.state.failed ? <Fault again={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Fault({ again }: { readonly again: () => void }): JSX.Element {
  const session = useSession();
  const words = useWords();
  return (
    <main class="fault">
      <p role="alert">{words.crashed}</p>
      <button type="button" onClick={() => download('jichi-draft.json', draftOf(session))}>
        {words.download}
      </button>
      <button
        type="button"
        onClick={() => {
          session.undo();
          again();
        }}
      >
        {words.crashedUndo}
      </button>
      <button type="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
      <button
        type="button"
        onClick={() => {
          putAside(globalThis.localStorage);
          location.reload();
        }}
      >
        {words.reloadSample}
      </button>
    </main>
  );
}
