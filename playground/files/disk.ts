/**
 * Files of the user's computer: opened and written in place where the browser can (File System Access), else picked and downloaded.
 * A file that changed under our hands is noticed before it is written over.
 */

/** A file that was opened: its name, its bytes, and the way back to it where there is one. */
export interface FoundFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly way: Way | undefined;
}

/** The way back to a file, and when it was last as we know it. */
export interface Way {
  readonly handle: FileSystemFileHandle;
  readonly seen: number;
}

/** What came of writing a file. */
export type Written =
  | { readonly kind: 'written'; readonly name: string; readonly way: Way | undefined }
  | { readonly kind: 'changed'; readonly way: Way }
  | { readonly kind: 'refused' }
  | { readonly kind: 'cancelled' };

declare global {
  interface Window {
    showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
    showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
  }
}

const TYPES = [
  {
    description: 'YAML、JSON、CSV',
    accept: { 'text/yaml': ['.yaml', '.yml'], 'application/json': ['.json'], 'text/csv': ['.csv'] },
  },
];

/** Lets the user pick files; undefined where the browser has no such picker, nothing where none was picked. */
export async function pickFiles(): Promise<readonly FoundFile[] | undefined> {
  if (window.showOpenFilePicker === undefined) return undefined;
  try {
    const handles = await window.showOpenFilePicker({ multiple: true, types: TYPES });
    return await Promise.all(handles.map(async (handle) => found(await handle.getFile(), handle)));
  } catch (error) {
    if (wasCancelled(error)) return [];
    throw error;
  }
}

/** The files that were dropped, with the way back where the browser gives one. To be called while the drop is handled. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly FoundFile[]> {
  const waiting = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const file = item.getAsFile();
      const handle = 'getAsFileSystemHandle' in item ? handleOf(item) : undefined;
      return { file, handle };
    });
  const all = await Promise.all(
    waiting.map(async ({ file, handle }) => (file === null ? undefined : found(file, await handle))),
  );
  return all.filter((each) => each !== undefined);
}

/** A file picked the old way. */
export async function found(file: File, handle?: FileSystemFileHandle): Promise<FoundFile> {
  const way = handle && { handle, seen: file.lastModified };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), way };
}

/** Writes to the file `way` leads to, or to one the user picks, or offers a download. `over` writes whatever happened to the file. */
export async function writeFile(name: string, text: string, way: Way | undefined, over: boolean): Promise<Written> {
  try {
    if (way !== undefined) {
      const now = (await way.handle.getFile()).lastModified;
      if (now !== way.seen && !over) return { kind: 'changed', way };
      return await written(way.handle, text);
    }
    if (window.showSaveFilePicker === undefined) {
      download(name, text);
      return { kind: 'written', name, way: undefined };
    }
    return await written(await window.showSaveFilePicker({ suggestedName: name, types: TYPES }), text);
  } catch (error) {
    return { kind: wasCancelled(error) ? 'cancelled' : 'refused' };
  }
}

/** Offers a text for download under a name. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}

async function written(handle: FileSystemFileHandle, text: string): Promise<Written> {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
  const seen = (await handle.getFile()).lastModified;
  return { kind: 'written', name: handle.name, way: { handle, seen } };
}

async function handleOf(item: DataTransferItem): Promise<FileSystemFileHandle | undefined> {
  const ask: unknown = Reflect.get(item, 'getAsFileSystemHandle');
  if (typeof ask !== 'function') return undefined;
  try {
    const handle: unknown = await Reflect.apply(ask, item, []);
    return handle instanceof FileSystemFileHandle ? handle : undefined;
  } catch {
    return undefined;
  }
}

function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
