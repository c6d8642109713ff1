/** The one frame of everything that is done step by step: the steps on the left, the step beside them. Where it is narrow, "2/4" takes their place. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Rail } from './Rail.tsx';
import css from './ui.module.css';

interface CeremonyShellProps {
  readonly title: string;
  /** Name of the list of steps. */
  readonly rail: string;
  readonly steps: readonly string[];
  /** Index of the step that is shown; as many as there are steps once all is done. */
  readonly now: number;
  /** The way out, at the foot of the steps. */
  readonly leave?: ReactNode;
  /** Notice that is shown at every step, over the way out. */
  readonly notice?: ReactNode;
  /** For tables and long lists. */
  readonly wide?: boolean;
  readonly testId: string;
  /** Test hooks: `data-<name>`. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children: ReactNode;
}

export function CeremonyShell({
  title,
  rail,
  steps,
  now,
  leave,
  notice,
  wide = false,
  testId,
  data,
  children,
}: CeremonyShellProps) {
  return (
    <div className={cx(css.ceremony)} data-ceremony data-wide={wide} data-testid={testId} {...data}>
      <aside className={cx('stack4', css.ceremonySide)}>
        <h1>
          {title}
          <span className={cx(css.ceremonyCount, 'digits')} aria-hidden="true">
            {Math.min(now + 1, steps.length)}/{steps.length}
          </span>
        </h1>
        <Rail label={rail} steps={steps} now={now} />
        {(notice ?? false) !== false && <div className={cx(css.ceremonyNotice)}>{notice}</div>}
        {leave}
      </aside>
      <section className={cx('stack4', css.ceremonyStep)}>{children}</section>
    </div>
  );
}

/** The heading of a step where the step brings it: each is read out, and the keyboard goes on from its beginning. */
export function CeremonyTitle({ children }: { readonly children: ReactNode }) {
  return (
    <h2 ref={takeFocus} tabIndex={-1} className={cx(css.ceremonyTitle)}>
      {children}
    </h2>
  );
}

const takeFocus = (element: HTMLElement | null): void => element?.focus();
