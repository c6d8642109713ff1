/** Which input a refusal is about, by the name of its field or detail. Pure. */
import type { Failure } from '../../contract/result.ts';

export function wrongField(failure: Failure | null): string | null {
  if (failure === null) return null;
  if (failure.code === 'room-not-understood') return 'room';
  if (failure.code === 'guardian-needed') return 'guardian';
  const { field } = failure.details;
  return (failure.code === 'invalid-value' || failure.code === 'placeholder-value') &&
    typeof field === 'string'
    ? field
    : null;
}

/** Returns the failure that remains once an input is corrected: null where it was about an input. */
export const withoutWrongField = (failure: Failure | null): Failure | null =>
  wrongField(failure) === null ? failure : null;

/** Moves the focus to the first input that is marked as wrong, once it is. */
export function focusWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const input = form?.querySelector<HTMLElement>('[aria-invalid=true]');
    input?.focus();
    // What went wrong has taken its room by then.
    requestAnimationFrame(() => input?.scrollIntoView({ block: 'center' }));
  });
}
