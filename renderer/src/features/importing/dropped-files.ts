import type { DroppedFile } from '../../api/transport.ts';

/** The files of a drop, with everything inside dropped folders. In Electron folders stay whole: the core walks them. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  if (window.lectern !== undefined) return [...transfer.files].map(asSingle);
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map(asSingle);
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
}

export function chosenFiles(list: FileList | null): DroppedFile[] {
  return [...(list ?? [])].map((file) => ({
    file,
    relativePath: file.webkitRelativePath || file.name,
  }));
}

function asSingle(file: File): DroppedFile {
  return { file, relativePath: file.name };
}

async function filesIn(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, relativePath: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const found: DroppedFile[] = [];
  // A reader gives at most a hundred entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const inner of entries) found.push(...(await filesIn(inner)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
