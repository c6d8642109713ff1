/** That something was saved, for a while or until the next step: in the status bar, where it lies over nothing. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';

const SHOWN_MS = 6_000;

export function SavedToast() {
  const { t } = useTranslation();
  const saved = useStore(deskStore, (state) => state.saved);
  useEffect(() => {
    if (!saved) return;
    const hiding = setTimeout(() => deskStore.getState().forgetSaved(), SHOWN_MS);
    return () => clearTimeout(hiding);
  }, [saved]);
  return (
    <div className={cx(css.toasts)} role="status">
      {saved && (
        <p className={cx(css.toast)} data-testid="saved">
          <Icon name="check" /> {t('edit.saved')}
        </p>
      )}
    </div>
  );
}
