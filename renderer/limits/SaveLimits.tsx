/** Form that saves the limits that an admin has chosen: the PIN, why, and a supervisor's PIN where more is allowed than before. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { type Limits, loosens } from '../../contract/limits/lists.ts';
import { SaveForm } from '../pages/SaveForm.tsx';
import { limitsStore } from './stores.ts';

export function SaveLimits({ was, becomes }: { readonly was: Limits; readonly becomes: Limits }) {
  const { t } = useTranslation();
  const { busy, failure, save, discard } = useStore(limitsStore);
  const isLooser = loosens(was, becomes);
  return (
    <SaveForm
      title={t('limitsPage.save')}
      testId="limits-save"
      name="limits"
      words={t('policy.apply.words')}
      save={t(busy === 'saving' ? 'edit.saving' : 'limitsPage.save')}
      discard={t('limitsPage.discard')}
      needsSupervisor={isLooser}
      busy={busy !== 'none'}
      failure={failure}
      onSave={(proof) => void save(proof)}
      onDiscard={discard}
    >
      <p className="small">{t(isLooser ? 'limitsPage.looser' : 'limitsPage.tighter')}</p>
    </SaveForm>
  );
}
