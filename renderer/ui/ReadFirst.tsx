/** What is read before a form is filled in. On a small window it is folded, so that the first field and the main step are in sight together. */
import type { ReactNode } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import css from './ui.module.css';
import { useSmallWindow } from './use-small-window.ts';

export function ReadFirst({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  if (!useSmallWindow()) return children;
  return (
    <details className={cx(css.readFirst)}>
      <summary>{t('common.readFirst')}</summary>
      {children}
    </details>
  );
}
