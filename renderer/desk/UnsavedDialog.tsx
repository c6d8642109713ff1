/** A form would be lost: go on filling it in, or leave it. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Sheet } from '../ui/Sheet.tsx';
import css from './desk.module.css';

export function UnsavedDialog() {
  const { t } = useTranslation();
  const { closeDialog, discard } = deskStore.getState();
  return (
    <Sheet title={t('unsaved.title')} testId="dialog-unsaved" onClose={closeDialog}>
      <p>{t('unsaved.lead')}</p>
      <div className={cx(css.choice)}>
        <Button weight="main" autoFocus data-testid="unsaved-stay" onClick={closeDialog}>
          {t('unsaved.stay')}
        </Button>
        <Button data-testid="unsaved-discard" onClick={discard}>
          {t('unsaved.discard')}
        </Button>
      </div>
    </Sheet>
  );
}
