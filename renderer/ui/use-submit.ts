/** What a form does when it is sent: once at a time, with the failure kept for it to show; and Escape, which leads to the button that leaves. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Failure, Result } from '../../contract/result.ts';

export function useSubmit() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** `done` gets the value; false where it failed. */
  const submit = async <T>(ask: () => Promise<Result<T>>, done: (value: T) => void): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask();
    setBusy(false);
    if (reply.ok) done(reply.value);
    else setFailure(reply.error);
    return reply.ok;
  };
  return { failure, setFailure, busy, submit };
}

export function useEscapeToCancel() {
  const cancel = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // Escape alone would throw away what was typed.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel.current?.focus();
  };
  return { cancel, onKeyDown };
}
