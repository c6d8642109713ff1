/** Says fifteen seconds ahead that the vault will lock. Said once to assistive technology, counted down for the eye. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { useNow } from '../countdown.ts';
import { WARNING_MS } from '../idle-store.ts';
import { idleStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';

export function IdleBanner() {
  const { t } = useTranslation();
  const { deadline, warnedOf } = useStore(idleStore);
  const now = useNow(500);
  const left = deadline === null ? Number.POSITIVE_INFINITY : deadline - now;
  const warned = deadline !== null && (warnedOf === deadline || left <= WARNING_MS);
  if (!warned || left <= 0) return null;
  return (
    <div className={cx('row4', css.idleBanner)} data-testid="idle-warning">
      <p className="hidden-text" role="alert">
        {t('counter.idleWarning', { seconds: WARNING_MS / 1000 })}
      </p>
      <Icon name="lock" />
      <p className="digits" aria-hidden="true">
        {t('counter.idleWarning', { seconds: Math.ceil(left / 1000) })}
      </p>
      {/* Whatever is pressed or moved counts; this is where to press. */}
      <Button weight="main" data-testid="stay">
        {t('counter.stay')}
      </Button>
    </div>
  );
}
