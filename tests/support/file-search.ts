/** Searches every file below some folders for planted values, as text in UTF-8 and UTF-16. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FileHit {
  readonly file: string;
  readonly value: string;
}

/** Files that are left out are named by `except`; what cannot be read (a socket, a file gone meanwhile) is passed over. */
export function searchFiles(
  folders: readonly string[],
  values: readonly string[],
  options: { readonly ownedBy?: number; readonly except?: (file: string) => boolean } = {},
): readonly FileHit[] {
  const needles = values.map((value) => ({
    value,
    forms: [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')],
  }));
  return folders
    .flatMap(filesBelow)
    .filter(
      (file) =>
        options.except?.(file) !== true &&
        (options.ownedBy === undefined || ownerOf(file) === options.ownedBy),
    )
    .flatMap((file) => {
      const bytes = read(file);
      return needles
        .filter(({ forms }) => forms.some((form) => bytes.includes(form)))
        .map(({ value }) => ({ file, value }));
    });
}

export function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function ownerOf(file: string): number {
  return lstatSync(file, { throwIfNoEntry: false })?.uid ?? -1;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
