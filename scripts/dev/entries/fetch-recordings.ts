import type { Recording } from '../../../tests/support/recordings.ts';

/** What the vault answered when the walk over the routes was recorded, as the development server has it. */
export async function fetchRecordings(): Promise<readonly Recording[]> {
  const reply = await fetch(new URL('../../../tests/recordings/replies.json', import.meta.url));
  return (await reply.json()) as readonly Recording[];
}
