/** A few lines that should be read: plain, a warning, something gone wrong, or that what is sealed is in sight. */
import type { ReactNode } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { describeFailure } from '../messages/describe-failure.ts';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface NoteProps {
  readonly kind?: 'plain' | 'warn' | 'harm' | 'shows';
  readonly live?: boolean;
  readonly testId?: string;
  readonly children: ReactNode;
}

export function Note({ kind = 'plain', live = false, testId, children }: NoteProps) {
  return (
    <div
      className={cx(css.note, kind !== 'plain' && css[kind])}
      role={live ? 'alert' : undefined}
      data-testid={testId}
    >
      {children}
    </div>
  );
}

/** A form may be longer than the screen: what went wrong comes into view. */
const showWhole = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Note on a failure: its effect and the remedy in words; the code itself only as a hook for tests. */
export function FailureNote({ failure }: { readonly failure: Failure | null }) {
  const { t } = useTranslation();
  if (failure === null) return null;
  const words = describeFailure(t, failure);
  return (
    <div
      ref={showWhole}
      className={cx(css.note, css.harm)}
      role="alert"
      data-testid="failure"
      data-code={failure.code}
    >
      <p>
        <b>{words.what}</b>
      </p>
      {words.todo !== '' && <p>{words.todo}</p>}
    </div>
  );
}
