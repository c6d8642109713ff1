/** The two ways out of a form that is about to show something: show it, or leave it hidden. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';

interface ShowActionsProps {
  readonly label: string;
  readonly busy: boolean;
  /** Whether the reason is complete. */
  readonly ready: boolean;
  readonly testId: string;
}

export function ShowActions({ label, busy, ready, testId }: ShowActionsProps) {
  const { t } = useTranslation();
  return (
    <FormActions>
      <Button weight="amber" type="submit" disabled={busy || !ready} data-testid={testId}>
        <Icon name="eye" /> {busy ? t('reveal.showing') : label}
      </Button>
      <Button weight="plain" shortcut="escape" onClick={deskStore.getState().hidePanel}>
        {t('common.cancel')}
      </Button>
    </FormActions>
  );
}
