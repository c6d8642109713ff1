/** The frame of a page: its header and notes, and under them a region that scrolls. */
import type { ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import css from './page.module.css';

interface PageProps {
  readonly testId: string;
  /** Test hooks: `data-<name>`. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children: ReactNode;
}

export function Page({ testId, data, children }: PageProps) {
  return (
    <div className={cx('stack2', css.page)} data-testid={testId} {...data}>
      {children}
    </div>
  );
}

interface PageBodyProps {
  /** Accessible name of the region. */
  readonly label: string;
  /** Its parts stand apart from one another, without hairlines. */
  readonly spaced?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

export function PageBody({ label, spaced = false, ref, children }: PageBodyProps) {
  return (
    <div
      ref={ref}
      className={cx(css.body, spaced && css.spaced)}
      // A scrolled region has to be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  );
}

/** The PINs that a step takes and its buttons, in one line. */
export function ProofLine({ children }: { readonly children: ReactNode }) {
  return <div className={cx('line3', css.proof)}>{children}</div>;
}
