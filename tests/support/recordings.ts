/** What the vault answered to each route when the walk over the routes was last recorded (tests/recordings/record.ts). */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Role } from '../../contract/fields.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { type KeptRecording, fillIn } from './kept-recordings.ts';

export interface Recording {
  readonly route: RouteName;
  /** Who asked; null for nobody who is signed in. */
  readonly role: Role | null;
  /** The request without PINs and words. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly reply: unknown;
}

export const RECORDINGS_FILE = join(import.meta.dirname, '../recordings/replies.gzip');

let kept: Promise<readonly Recording[]> | undefined;
const read = async (): Promise<readonly Recording[]> =>
  existsSync(RECORDINGS_FILE)
    ? fillIn(JSON.parse(gunzipSync(await readFile(RECORDINGS_FILE)).toString()) as readonly KeptRecording[])
    : [];
/** All that are kept, read once by a process; none before the first was made. */
export const readRecordings = (): Promise<readonly Recording[]> => (kept ??= read());
