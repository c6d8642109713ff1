/** One's own PIN, changed wherever somebody is. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { ChangePinForm } from './ChangePinForm.tsx';

export function ChangePinDialog() {
  const { t } = useTranslation();
  const { closeDialog } = deskStore.getState();
  const [changed, setChanged] = useState(false);
  return (
    <Sheet title={t('changePin.title')} testId="dialog-change-pin" onClose={closeDialog}>
      {changed ? (
        <>
          <Done role="status" data-testid="pin-changed">
            {t('changePin.done')}
          </Done>
          <FormActions inPlace>
            <Button weight="main" autoFocus data-testid="pin-close" onClick={closeDialog}>
              {t('common.close')}
            </Button>
          </FormActions>
        </>
      ) : (
        <ChangePinForm onChanged={() => setChanged(true)} />
      )}
    </Sheet>
  );
}
