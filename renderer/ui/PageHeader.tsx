/** Header of a page: its name in one line, one sentence, and the actions on the whole of it. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** Buttons; the main one first. */
  readonly children?: ReactNode;
}

export function PageHeader({ title, lead, children }: PageHeaderProps) {
  return (
    <header className={cx(css.pageHeader)}>
      <div>
        <h1>{title}</h1>
        <p className="quiet">{lead}</p>
      </div>
      {children !== undefined && <div className={cx(css.pageActions)}>{children}</div>}
    </header>
  );
}
