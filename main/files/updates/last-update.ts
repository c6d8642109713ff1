/** What became of the update that was to be applied last, as it is kept in the profile. */
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import type { RunningProgram } from './running-program.ts';

/**
 * `applied`, or why the version before goes on:
 * - `not-started`: the new one did not show its first screen in time.
 * - `refused`: it was no longer as it was signed, or what was signed has expired.
 * - `cut-off`: the computer or the program ended in between.
 * - `no-room`: the disk was full.
 */
const END = z.enum(['applied', 'not-started', 'refused', 'cut-off', 'no-room']);
const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

const lastUpdateSchema = z.strictObject({
  from: version,
  to: version,
  end: END,
  /** Whether it stands in the log. */
  logged: z.boolean(),
});
export type LastUpdate = z.infer<typeof lastUpdateSchema>;

const fileIn = ({ folder }: Pick<RunningProgram, 'folder'>): string => join(folder, 'last.json');

/** Null where none was ever to be applied. */
export const readLastUpdate = (program: Pick<RunningProgram, 'folder'>): LastUpdate | null =>
  readJsonFile(fileIn(program), lastUpdateSchema);

/** False where it could not be written. */
export const keepLastUpdate = (program: Pick<RunningProgram, 'folder'>, last: LastUpdate): boolean =>
  writeJsonFile(fileIn(program), last);

/** What a starter has said in its file; null for anything else. */
export function parseOutcome(text: string): LastUpdate | null {
  const [from, to, end] = text.trim().split(' ');
  return lastUpdateSchema.safeParse({ from, to, end, logged: false }).data ?? null;
}
