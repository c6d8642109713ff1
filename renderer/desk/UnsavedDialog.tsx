/** A form, or what a page says of itself, would be lost: go on, or leave it. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { pageOf } from './pages.ts';

export function UnsavedDialog() {
  const { t } = useTranslation();
  const { page, closeDialog, discard } = deskStore.getState();
  const words = pageOf(page).unsaved?.(t) ?? {
    title: t('unsaved.title'),
    lead: t('unsaved.lead'),
    stay: t('unsaved.stay'),
    discard: t('unsaved.discard'),
  };
  return (
    <Sheet title={words.title} testId="dialog-unsaved" onClose={closeDialog}>
      <p>{words.lead}</p>
      <FormActions inPlace>
        <Button weight="main" autoFocus data-testid="unsaved-stay" onClick={closeDialog}>
          {words.stay}
        </Button>
        <Button data-testid="unsaved-discard" onClick={discard}>
          {words.discard}
        </Button>
      </FormActions>
    </Sheet>
  );
}
