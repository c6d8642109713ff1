/** The one button, in its weights. */
import type { ComponentPropsWithRef } from 'react';
import { KEYS, type Key, type KeyId } from '../keys.ts';
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './ui.module.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `main`: the step forward; `amber`: something is about to be shown; `danger`: something is about to be lost, which its words name; `plain` and `plainDanger`: a quiet action in a row. */
  readonly weight?: 'main' | 'amber' | 'danger' | 'plain' | 'plainDanger' | 'normal';
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: KeyId | Pick<Key, 'shown'>;
}

export function Button({
  weight = 'normal',
  shortcut,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(
        css.button,
        weight !== 'normal' && css[weight],
        weight === 'plainDanger' && css.plain,
        className,
      )}
    >
      {children}
      {shortcut !== undefined && (
        <kbd className={cx(css.key)} aria-hidden="true">
          {(typeof shortcut === 'string' ? KEYS[shortcut] : shortcut).shown}
        </kbd>
      )}
    </button>
  );
}

/** Leaves what stands open, as Escape does. */
export function CloseButton({ testId, onClose }: { readonly testId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      weight="plain"
      aria-label={t('common.close')}
      title={`${t('common.close')} ${KEYS.escape.shown}`}
      data-testid={testId}
      onClick={onClose}
    >
      <Icon name="cross" />
    </Button>
  );
}
