/** What the page brings along: the published rulesets and the units' files, as the repository has them. */

/** A file of the library: its name in the repository, its text, and what it is called. */
export interface LibraryFile {
  readonly file: string;
  readonly text: string;
  readonly title: string;
}

/** The rulesets, newest last. */
export const RULESETS: readonly LibraryFile[] = filesOf(
  import.meta.glob<string>('../rulesets/*/*.yaml', { query: '?raw', import: 'default', eager: true }),
  (text) => lineOf(text, '标题'),
);

/** The units. */
export const UNITS: readonly LibraryFile[] = filesOf(
  import.meta.glob<string>('../rulesets/*/units/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
  unitTitle,
);

function filesOf(
  texts: Readonly<Record<string, string>>,
  title: (text: string) => string | undefined,
): readonly LibraryFile[] {
  return Object.entries(texts)
    .map(([path, text]) => ({ file: path.replace('../', ''), text, title: title(text) ?? path }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** What our own files say in a line of their own; reading them whole for it would cost the first score its time. */
function lineOf(text: string, key: string): string | undefined {
  return new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
}

function unitTitle(text: string): string | undefined {
  const [name, year] = [lineOf(text, '单位'), lineOf(text, '年度')];
  return name && year && `${name} ${year}`;
}
