import { type KeptRecording, fillIn } from '../../../tests/support/kept-recordings.ts';
import type { Recording } from '../../../tests/support/recordings.ts';

/** Returns the replies of the vault recorded on the walk over the routes, from the development server. */
export async function fetchRecordings(): Promise<readonly Recording[]> {
  const { body } = await fetch(new URL('../../../tests/recordings/replies.gzip', import.meta.url));
  const text = new Response(body?.pipeThrough(new DecompressionStream('gzip')));
  return fillIn((await text.json()) as readonly KeptRecording[]);
}
