/** The ways elsewhere, where the screen is too narrow for a row of them. */
import { useTranslation } from 'react-i18next';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Sheet } from '../ui/Sheet.tsx';
import css from './desk.module.css';
import { useMenu } from './use-menu.ts';

export function MenuDialog() {
  const { t } = useTranslation();
  const { closeDialog } = deskStore.getState();
  return (
    <Sheet title={t('counter.menu')} testId="dialog-menu" onClose={closeDialog}>
      <div className={cx(css.menuList)}>
        {useMenu().map(({ id, words, shortcut, pressed, disabled, run }) => (
          <Button
            key={id}
            weight="plain"
            {...(shortcut === undefined ? {} : { shortcut })}
            aria-pressed={pressed}
            disabled={disabled}
            data-testid={`in-menu-${id}`}
            // The dialog gives the focus back as it goes; what takes it next comes after that.
            onClick={() => {
              closeDialog();
              requestAnimationFrame(run);
            }}
          >
            {words}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
