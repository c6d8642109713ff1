/** Ends practice: with the invented people deleted, in one click, or kept for the next time. */
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useChange } from './use-change.ts';

export function EndDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { busy, failure, ask } = useChange();
  return (
    <Sheet title={t('practice.end')} testId="practice-end-dialog" onClose={onClose}>
      <p>{t('practice.endLead')}</p>
      <FailureNote failure={failure} />
      <FormActions inPlace>
        <Button
          weight="danger"
          disabled={busy}
          data-testid="practice-discard"
          onClick={() => ask('discardPractice')}
        >
          {t('practice.discard')}
        </Button>
        <Button disabled={busy} data-testid="practice-leave" onClick={() => ask('leavePractice')}>
          {t('practice.keep')}
        </Button>
      </FormActions>
    </Sheet>
  );
}
