/** The two ways out of a form that is about to show something: show it, or leave it hidden. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { useFormScope } from '../ui/form-scope.ts';
import { SubmitButton } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';

interface ShowActionsProps {
  readonly label: string;
  /** Whether the reason is complete. */
  readonly ready: boolean;
  readonly testId: string;
}

export function ShowActions({ label, ready, testId }: ShowActionsProps) {
  const { t } = useTranslation();
  const isBusy = useFormScope()?.isBusy === true;
  return (
    <FormActions>
      <SubmitButton weight="amber" disabled={!ready} testId={testId}>
        <Icon name="eye" /> {isBusy ? t('lock.opening') : label}
      </SubmitButton>
      <Button onClick={deskStore.getState().hidePanel}>{t('common.cancel')}</Button>
    </FormActions>
  );
}
