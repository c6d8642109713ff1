/** A value that is shown goes to the clipboard: an act of its own, entered before it is there. The value itself stays with the page that shows it. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { type Session, logAlone } from '../session/session.ts';
import { REVEAL_SECONDS } from './reveal.ts';
import { done } from '../log/done.ts';

/** Which value is shown, without the value. */
type Which = RouteRequest<'people.copy'>;

/** Remembers what was revealed last, for as long as it is shown. */
export function createCopying(tellCopied: () => void) {
  let shown: (Which & { readonly until: number }) | null = null;
  return {
    /** It is shown from now on. */
    noteShown({ clock }: Session, { personId, field, ordinal }: Which): void {
      shown = { personId, field, ordinal, until: clock.monotonic() + REVEAL_SECONDS * 1000 };
    },
    /** Errors: `not-found` (it is shown no more), `log-unavailable`; then nothing is to be copied. */
    async copy(session: Session, { personId, field, ordinal }: Which): Promise<void> {
      const isShown =
        shown !== null &&
        shown.personId === personId &&
        shown.field === field &&
        shown.ordinal === ordinal &&
        session.clock.monotonic() < shown.until;
      if (!isShown) throw new AppError('not-found');
      await logAlone(session, done('copy', null, { personId, field }));
      tellCopied();
    },
  };
}
