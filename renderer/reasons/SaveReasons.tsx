/** Form that saves the list of reasons: the admin's PIN, and why it changes. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { SaveForm } from '../pages/SaveForm.tsx';
import { reasonsStore } from './stores.ts';

export function SaveReasons() {
  const { t } = useTranslation();
  const { busy, failure, save, discard } = useStore(reasonsStore);
  const isSaving = busy === 'saving';
  return (
    <SaveForm
      title={t('reasonsPage.save')}
      testId="reasons-save"
      name="reasons"
      words={t('policy.apply.words')}
      save={t(isSaving ? 'edit.saving' : 'reasonsPage.save')}
      discard={t('reasonsPage.discard')}
      busy={isSaving}
      failure={failure}
      onSave={(proof) => void save(proof)}
      onDiscard={discard}
    >
      <p className="small">{t('reasonsPage.saveLead')}</p>
    </SaveForm>
  );
}
