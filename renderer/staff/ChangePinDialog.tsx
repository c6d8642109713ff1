/** One's own PIN, changed wherever somebody is. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { ChangePinForm } from './ChangePinForm.tsx';

export function ChangePinDialog() {
  const { t } = useTranslation();
  const { closeDialog } = deskStore.getState();
  return (
    <Sheet title={t('changePin.title')} testId="dialog-change-pin" onClose={closeDialog}>
      <ChangePinForm
        onChanged={() => {
          closeDialog();
          toastsStore.getState().show({ words: (say) => say('changePin.done') });
        }}
      />
    </Sheet>
  );
}
