/**
 * The one file that knows monaco. It is loaded when first needed; editors take their text in and give it out, and ask a TextSource
 * for everything there is to know about it.
 */
import { editor, KeyCode, languages, MarkerSeverity, type Position, Range } from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Lang, Span } from '../../dsl/index.ts';
import type { TextSource } from './source.ts';

const LANGUAGE = 'jichi';

/** What an editor is opened with. */
export interface EditorOptions {
  readonly text: string;
  readonly source: TextSource;
  readonly lang: () => Lang;
  readonly label: string;
  /** one cell: as high as its text, without lines and margins; else a whole page */
  readonly inline: boolean;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly onKey: (key: EditorKey) => void;
  /** someone types into what is read-only */
  readonly onRefused: () => void;
}

/** Keys that mean something outside the editor. */
export type EditorKey = 'leave' | 'next' | 'previous' | 'undo' | 'redo';

/** An open editor. */
export interface OpenEditor {
  readonly focus: () => void;
  /** Shows another text, unless it is the one there. */
  readonly setText: (text: string) => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  /** Colours and findings as they are now. */
  readonly refresh: () => void;
  readonly reveal: (span: Span) => void;
  readonly dispose: () => void;
}

/** The way to editors; made once a page. */
export function prepareMonaco(): (host: HTMLElement, options: EditorOptions) => OpenEditor {
  Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => new EditorWorker() } });
  const sources = new WeakMap<editor.ITextModel, EditorOptions>();
  languages.register({ id: LANGUAGE });
  languages.setLanguageConfiguration(LANGUAGE, {
    brackets: [
      ['（', '）'],
      ['(', ')'],
      ['“', '”'],
    ],
    comments: { lineComment: '#' },
    // Full-width signs end a word too, or nothing would be offered inside （…÷…）.
    wordPattern: /[^\s!-/:-@[-`{-~×÷≤-≧\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/,
  });
  languages.registerCompletionItemProvider(LANGUAGE, {
    provideCompletionItems: (model, position) => {
      const options = sources.get(model);
      const found = options?.source.completions(model.getOffsetAt(position)) ?? [];
      return {
        suggestions: found.map(({ kind, label, insert, span, detail, filterText }, index) => ({
          label,
          kind: KINDS[kind],
          insertText: insert,
          detail: detail[options?.lang() ?? 'zh'],
          filterText: model.getValueInRange(rangeOf(model, span)) + filterText,
          sortText: String(index).padStart(4, '0'),
          range: rangeOf(model, span),
        })),
      };
    },
  });
  languages.registerHoverProvider(LANGUAGE, {
    provideHover: (model, position) => {
      const options = sources.get(model);
      const found = options?.source.hover(model.getOffsetAt(position));
      if (options === undefined || found === undefined) return null;
      return {
        range: rangeOf(model, found.span),
        contents: found.lines.map((line) => ({ value: line[options.lang()], supportHtml: false })),
      };
    },
  });
  return (host, options) => open(host, options, sources);
}

const KINDS = {
  name: languages.CompletionItemKind.Field,
  level: languages.CompletionItemKind.EnumMember,
  pattern: languages.CompletionItemKind.Snippet,
  word: languages.CompletionItemKind.Keyword,
  unit: languages.CompletionItemKind.Unit,
  function: languages.CompletionItemKind.Function,
} as const;

const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC Variable", sans-serif';

function open(
  host: HTMLElement,
  options: EditorOptions,
  sources: WeakMap<editor.ITextModel, EditorOptions>,
): OpenEditor {
  const model = editor.createModel(options.text, LANGUAGE);
  sources.set(model, options);
  const made = editor.create(host, {
    model,
    readOnly: options.readOnly,
    ariaLabel: options.label,
    theme: globalThis.matchMedia('(prefers-color-scheme: dark)').matches ? 'vs-dark' : 'vs',
    fontFamily: FONTS,
    fontSize: 14,
    lineHeight: 22,
    wordWrap: 'on',
    wrappingStrategy: 'advanced',
    wordBreak: 'normal',
    wordSegmenterLocales: ['zh-CN'],
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, allowedCharacters: { '\u3000': true } },
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    automaticLayout: true,
    overviewRulerLanes: 0,
    renderLineHighlight: 'none',
    bracketPairColorization: { enabled: false },
    matchBrackets: options.inline ? 'never' : 'near',
    fixedOverflowWidgets: true,
    contextmenu: !options.inline,
    quickSuggestions: { other: true, comments: true, strings: true },
    tabFocusMode: options.inline,
    ...(options.inline
      ? {
          lineNumbers: 'off',
          glyphMargin: false,
          folding: false,
          lineDecorationsWidth: 0,
          lineNumbersMinChars: 0,
          overviewRulerBorder: false,
          hideCursorInOverviewRuler: true,
          scrollbar: {
            vertical: 'hidden',
            horizontal: 'hidden',
            handleMouseWheel: false,
            alwaysConsumeMouseWheel: false,
          },
          find: { addExtraSpaceOnTop: false },
        }
      : {}),
  });
  const colours = made.createDecorationsCollection();
  const fit = (): void => {
    if (options.inline) host.style.height = `${String(Math.max(made.getContentHeight(), 22))}px`;
  };
  const refresh = (): void => {
    const { length } = model.getValue();
    colours.set(
      options.source
        .colours()
        .filter(({ span, colour }) => colour !== 'blank' && span.end <= length)
        .map(({ span, colour }) => ({ range: rangeOf(model, span), options: { inlineClassName: `c-${colour}` } })),
    );
    editor.setModelMarkers(
      model,
      LANGUAGE,
      options.source.marks().map(({ span, severity, message }) => ({
        ...placeOf(rangeOf(model, span)),
        severity: SEVERITIES[severity],
        message,
      })),
    );
  };
  const taking = { text: false };
  const listeners = [
    made.onDidContentSizeChange(fit),
    model.onDidChangeContent(() => {
      if (!taking.text) options.onChange(model.getValue());
    }),
    made.onKeyDown((event) => {
      const key = keyOf(event.keyCode, event.ctrlKey || event.metaKey, event.shiftKey, options.inline);
      // Enter and Tab belong to an open list of suggestions first.
      if (key === undefined || (key !== 'undo' && key !== 'redo' && isSuggesting(host))) return;
      event.preventDefault();
      event.stopPropagation();
      options.onKey(key);
    }),
    made.onDidAttemptReadOnlyEdit(options.onRefused),
  ];
  fit();
  refresh();
  return {
    focus: () => {
      made.focus();
      const last = model.getFullModelRange().getEndPosition();
      if (options.inline) made.setPosition(last);
    },
    setText: (text) => {
      if (text === model.getValue()) return;
      taking.text = true;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      taking.text = false;
    },
    setReadOnly: (readOnly) => {
      made.updateOptions({ readOnly });
    },
    refresh,
    reveal: (span) => {
      const range = rangeOf(model, span);
      made.revealRangeInCenter(range);
      made.setSelection(range);
      made.focus();
    },
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      made.dispose();
      model.dispose();
    },
  };
}

const SEVERITIES = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info } as const;

/** What a key asks of the page; undefined where it stays in the editor. */
function keyOf(code: KeyCode, control: boolean, shift: boolean, inline: boolean): EditorKey | undefined {
  if (control && code === KeyCode.KeyZ) return shift ? 'redo' : 'undo';
  if (control && code === KeyCode.KeyY) return 'redo';
  if (!inline) return undefined;
  if (code === KeyCode.Escape || (code === KeyCode.Enter && !shift)) return 'leave';
  if (code === KeyCode.Tab) return shift ? 'previous' : 'next';
  return undefined;
}

function isSuggesting(host: HTMLElement): boolean {
  const widget = host.ownerDocument.querySelector('.suggest-widget.visible');
  return widget !== null;
}

function rangeOf(model: editor.ITextModel, { start, end }: Span): Range {
  const [from, to]: readonly Position[] = [model.getPositionAt(start), model.getPositionAt(end)];
  if (from === undefined || to === undefined) throw new Error('a model gives a position for every offset');
  return new Range(from.lineNumber, from.column, to.lineNumber, to.column);
}

function placeOf(
  range: Range,
): Pick<editor.IMarkerData, 'startLineNumber' | 'startColumn' | 'endLineNumber' | 'endColumn'> {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return { startLineNumber, startColumn, endLineNumber, endColumn };
}
