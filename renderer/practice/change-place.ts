/** Asks main for the other vault. Where that is done, this page has been replaced before the answer comes. */
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';

export type ChangeOfPlace = 'enterPractice' | 'leavePractice' | 'discardPractice';

/** Resolves to why it was not done, or to null. */
export async function changePlace(change: ChangeOfPlace): Promise<Failure | null> {
  const reply = await bridge.shell[change]({});
  return reply.ok ? null : reply.error;
}
