/** What the page brings along: the published rulesets and the units' files, as the repository has them. */

/** A file of the library: its name in the repository, and its text. */
export interface LibraryFile {
  readonly file: string;
  readonly text: string;
}

/** The rulesets, newest last. */
export const RULESETS: readonly LibraryFile[] = filesOf(
  import.meta.glob<string>('../rulesets/*/*.yaml', { query: '?raw', import: 'default', eager: true }),
);

/** The units. */
export const UNITS: readonly LibraryFile[] = filesOf(
  import.meta.glob<string>('../rulesets/*/units/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
);

function filesOf(texts: Readonly<Record<string, string>>): readonly LibraryFile[] {
  return Object.entries(texts)
    .map(([path, text]) => ({ file: path.replace('../', ''), text }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
