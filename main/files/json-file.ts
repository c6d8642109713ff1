/** Small files of preferences: read through a schema, replaced whole, and never a reason not to start. */
import { rmSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { renameSync } from './move-and-remove.ts';
import { readPlainFile } from './plain-file.ts';

/** A file this size was not written by us. */
const MAX_BYTES = 64 * 1024;

/** null for a file that is missing, too large, damaged or not of this shape, and for a link, which may lead anywhere. */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    const bytes = readPlainFile(file, MAX_BYTES);
    if (bytes === null) return null;
    const parsed = schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Replaces the file in one step, readable by its owner alone. False when it could not be written. */
export function writeJsonFile(file: string, value: unknown): boolean {
  const draft = `${file}.new`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, JSON.stringify(value), { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}
