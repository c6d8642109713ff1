/** Note on a reading that failed, and the way to try again. */
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { FailureNote } from './Note.tsx';
import css from './ui.module.css';

interface ReadFailureProps {
  readonly failure: Failure | null;
  readonly disabled?: boolean;
  /** Of the button. */
  readonly testId: string;
  readonly onAgain: () => void;
}

export function ReadFailure({ failure, disabled = false, testId, onAgain }: ReadFailureProps) {
  const { t } = useTranslation();
  if (failure === null) return null;
  return (
    <div className={cx('line4', css.failed)}>
      <FailureNote failure={failure} />
      <Button disabled={disabled} data-testid={testId} onClick={onAgain}>
        {t('common.again')}
      </Button>
    </div>
  );
}
