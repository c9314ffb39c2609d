/** A published edition is never changed: whoever edits it edits a draft of the edition that follows, under no seal. */
import { openRuleset, remove, setText, type SourceFile } from '../engine/index.ts';

const HEAD = ['标题', '家族', '年度', '版次', '状态', '指纹'];

/** The file as a draft of the next edition; undefined when it cannot be rewritten so. */
export function asDraft(file: SourceFile): SourceFile | undefined {
  const edition = openRuleset(file, '').loaded.ruleset?.edition ?? 1;
  const draft = setText(file, ['状态'], '草案', HEAD);
  const numbered = draft && setText(draft, ['版次'], String(edition + 1), HEAD);
  return numbered && (remove(numbered, ['指纹']) ?? numbered);
}

/** The name of the file a draft of edition `edition` goes by: 2020.yaml → 2020-2.yaml. The edition it comes from keeps its own. */
export function draftName(file: string, edition: number): string {
  return file.replace(
    /(?:-\d+)?(\.\w+)?$/,
    (_whole, extension: string | undefined) => `-${String(edition)}${extension ?? '.yaml'}`,
  );
}
