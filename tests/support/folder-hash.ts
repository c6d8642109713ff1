/** What a folder holds, as one text to compare: every file's path with the hash of its bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** `except`: names of files that may change. Empty for a folder that is not there. */
export function hashFolder(folder: string, except: readonly string[] = []): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !except.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    )
    .join('\n');
}
