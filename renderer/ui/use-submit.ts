/** Hooks that send a form: once at a time, with the failure kept for it to show; and Escape, which leads to the button that leaves. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { type Failure, type Result, ok } from '../../contract/result.ts';

/** Of what is done and tells nothing but why it was not. */
export async function resultOf(asked: Promise<Failure | null>): Promise<Result<null>> {
  const failure = await asked;
  return failure === null ? ok(null) : { ok: false, error: failure };
}

export function useSubmit() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** `done` gets the value, and is waited for. Why it failed; null where it did not, or there was nothing to send. */
  const submit = async <T>(
    ask: () => Promise<Result<T> | null>,
    done: (value: T) => void | Promise<void>,
  ): Promise<Failure | null> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask();
    const ending = reply?.ok === true ? done(reply.value) : undefined;
    // Not a moment later where nothing is waited for: what is shown next may take the focus.
    if (ending instanceof Promise) await ending;
    setBusy(false);
    const failed = reply?.ok === false ? reply.error : null;
    setFailure(failed);
    return failed;
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
