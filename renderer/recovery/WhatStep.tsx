/** Step that explains a recovery: its effect, what it takes, and what is easier where it will do. */
import { useTranslation } from '../messages/translate.ts';
import type { VaultStatus } from '../../contract/sign-in/views.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import { Points } from '../ui/Points.tsx';

export function WhatStep({ status, onNext }: { readonly status: VaultStatus; readonly onNext: () => void }) {
  const { t } = useTranslation();
  const fromBackup = status.state === 'no-vault';
  return (
    <div className="stack4">
      <CeremonyTitle>{t(fromBackup ? 'recovery.backup.whatTitle' : 'recovery.what.title')}</CeremonyTitle>
      <p>{t(fromBackup ? 'recovery.backup.whatLead' : 'recovery.what.lead')}</p>
      {status.state === 'locked' && <Note testId="recovery-easier">{t('recovery.what.easier')}</Note>}
      <Points>
        <li>
          <Icon name="lock" /> {t('recovery.what.points.needs')}
        </li>
        <li>
          <Icon name="two" /> {t('recovery.what.points.people')}
        </li>
        <li>
          <Icon name="shield" /> {t('recovery.what.points.anew')}
        </li>
        <li>
          <Icon name="check" /> {t(fromBackup ? 'recovery.backup.safe' : 'recovery.what.points.safe')}
        </li>
      </Points>
      <FormActions>
        <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
          {t('recovery.what.start')}
        </Button>
      </FormActions>
    </div>
  );
}
