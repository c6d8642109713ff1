/** The reply to what a component asks once, about one thing: nothing of it is taken after the component is gone. */
import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../contract/result.ts';

interface Replied<Reply> {
  /** Null until it is there, and once it has failed. */
  readonly reply: Reply | null;
  readonly failure: Failure | null;
}

/** `ask` stays the same from one rendering to the next. The last answer stays until the one about another thing is there. */
export function useAnswer<About, Reply>(
  ask: (about: About) => Promise<Result<Reply>>,
  about: About,
): Replied<Reply> {
  const [replied, setReplied] = useState<Replied<Reply>>({ reply: null, failure: null });
  useEffect(() => {
    let isGone = false;
    void ask(about).then((answer) => {
      if (isGone) return;
      setReplied(answer.ok ? { reply: answer.value, failure: null } : { reply: null, failure: answer.error });
    });
    return () => {
      isGone = true;
    };
  }, [ask, about]);
  return replied;
}

/** Null until it is there. `ask` and `onFailure` stay the same from one rendering to the next; without `onFailure` the reply just stays away. */
export function useReply<About, Reply>(
  ask: (about: About) => Promise<Result<Reply>>,
  about: About,
  onFailure?: (failure: Failure) => void,
): Reply | null {
  const { reply, failure } = useAnswer(ask, about);
  useEffect(() => {
    if (failure !== null) onFailure?.(failure);
  }, [failure, onFailure]);
  return reply;
}
