/** What a page says of itself, in one row: its name, one sentence, and the actions on the whole of it. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { cx } from './cx.ts';
import { pageHeaderPlace } from './page-header-place.ts';
import css from './ui.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly lead: string;
  /** Buttons; the main one first. */
  readonly children?: ReactNode;
}

export function PageHeader({ title, lead, children }: PageHeaderProps) {
  const place = useStore(pageHeaderPlace, (state) => state.place);
  const header = (
    <header className={cx(css.pageHeader)}>
      <h1>{title}</h1>
      <p className="quiet" title={lead}>
        {lead}
      </p>
      {children !== undefined && <div className={cx('row2', css.pageActions)}>{children}</div>}
    </header>
  );
  return place === null ? header : createPortal(header, place);
}
