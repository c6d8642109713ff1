/** The reply to what a component asks once, about one thing: nothing of it is taken after the component is gone. */
import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../contract/result.ts';

/** Null until it is there. `ask` and `onFailure` stay the same from one rendering to the next; without `onFailure` the reply just stays away. */
export function useReply<About, Reply>(
  ask: (about: About) => Promise<Result<Reply>>,
  about: About,
  onFailure?: (failure: Failure) => void,
): Reply | null {
  const [reply, setReply] = useState<Reply | null>(null);
  useEffect(() => {
    let isGone = false;
    void ask(about).then((answer) => {
      if (isGone) return;
      if (answer.ok) setReply(answer.value);
      else onFailure?.(answer.error);
    });
    return () => {
      isGone = true;
    };
  }, [ask, about, onFailure]);
  return reply;
}
