/** Step after a recovery: the result, and what is left to do with paper, people and the files that were there. */
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Points } from '../ui/Points.tsx';
import type { PersonChosen } from './recovery-store.ts';

interface DoneStepProps {
  readonly keptAs: string;
  readonly there: readonly PersonChosen[];
  readonly people: readonly PersonChosen[];
  readonly onNext: () => void;
}

export function DoneStep({ keptAs, there, people, onNext }: DoneStepProps) {
  const { t } = useTranslation();
  const absent = people.filter(({ there: isThere }) => !isThere);
  return (
    <div className="stack4" data-testid="recovery-done">
      <CeremonyTitle>{t('recovery.done.title')}</CeremonyTitle>
      <p>{t('recovery.done.lead', { names: there.map(({ name }) => name).join(t('scope.and')) })}</p>
      <Points>
        <li>
          <Icon name="shield" /> {t('recovery.done.sheet')}
        </li>
        {absent.length > 0 && (
          <li>
            <Icon name="two" />{' '}
            {t('recovery.done.absent', { names: absent.map(({ name }) => name).join(t('scope.and')) })}
          </li>
        )}
        <li>
          <Icon name="lock" /> {t('recovery.done.kept', { folder: keptAs })}
        </li>
      </Points>
      <FormActions>
        <Button weight="main" onClick={onNext} autoFocus data-testid="recovery-next">
          {t('recovery.done.signIn')}
        </Button>
      </FormActions>
    </div>
  );
}
