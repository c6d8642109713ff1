/** The quiet second way on from the first page of set-up. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from './practice.module.css';
import { useChange } from './use-change.ts';

export function TryPractice() {
  const { t } = useTranslation();
  const inPractice = useStore(appStore, ({ info }) => info === null || info.practice !== null);
  const { busy, failure, ask } = useChange();
  if (inPractice) return null;
  return (
    <div className={cx('stack1', css.try)}>
      <div>
        <Button
          weight="plain"
          disabled={busy}
          data-testid="practice-try"
          onClick={() => ask('enterPractice')}
        >
          {t('practice.try')}
        </Button>
      </div>
      <p className={cx('quiet', 'small')}>{t('practice.tryHint')}</p>
      <FailureNote failure={failure} />
    </div>
  );
}
