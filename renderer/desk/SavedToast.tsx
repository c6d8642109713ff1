/** That something was saved, over the page, until the next step. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';

export function SavedToast() {
  const { t } = useTranslation();
  const saved = useStore(deskStore, (state) => state.saved);
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
