/** Keeps the reply to an older question from taking the place of a newer one's. */
import type { Result } from '../../contract/result.ts';

/** Asks as `ask` does; null where it has been asked again before the reply came. */
export function newestReply<Reply>(ask: () => Promise<Result<Reply>>): () => Promise<Result<Reply> | null> {
  let asked = 0;
  return async () => {
    const mine = ++asked;
    const reply = await ask();
    return mine === asked ? reply : null;
  };
}
