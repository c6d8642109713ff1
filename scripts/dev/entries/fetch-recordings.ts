import { type KeptRecording, fillIn } from '../../../tests/support/kept-recordings.ts';
import type { Recording } from '../../../tests/support/recordings.ts';

/** Returns the replies of the vault recorded on the walk over the routes, from the development server. */
export async function fetchRecordings(): Promise<readonly Recording[]> {
  const reply = await fetch(new URL('../../../tests/recordings/replies.json', import.meta.url));
  return fillIn((await reply.json()) as readonly KeptRecording[]);
}
