/** The rows that were not taken, as a spreadsheet to correct: where it goes first, then the PIN, and what it holds. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { appStore } from '../stores.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import css from './import.module.css';
import { SupervisorProof } from './SupervisorProof.tsx';

export function RejectsFile() {
  const { t } = useTranslation();
  const { rejects, busy, failure, chooseRejects, saveRejects } = useStore(importStore);
  const language: Language = useStore(appStore, (state) => state.settings.language);
  if (rejects !== null && rejects.rows !== null) {
    return (
      <Note live kind="warn" testId="rejects-saved">
        <p>
          <b>{t('import.rejects.saved', { count: rejects.rows, file: rejects.fileName })}</b>
        </p>
        <p>{t('import.rejects.holds')}</p>
      </Note>
    );
  }
  return (
    <section
      className={cx('stack2', css.sheet)}
      aria-label={t('import.rejects.title')}
      data-testid="rejects-file"
    >
      <h3>{t('import.rejects.title')}</h3>
      <p>{t('import.rejects.lead')}</p>
      <p className="quiet">{t('import.rejects.holds')}</p>
      {rejects === null ? (
        <div>
          <Button disabled={busy} data-testid="rejects-choose" onClick={() => void chooseRejects()}>
            {t('import.rejects.choose')}
          </Button>
        </div>
      ) : (
        <SupervisorProof
          title={t('import.rejects.proof', { file: rejects.fileName })}
          action={busy ? t('edit.saving') : t('import.rejects.save')}
          disabled={busy}
          failure={failure}
          testId="rejects-save"
          autoFocus
          onProof={(proof) => void saveRejects(proof, language)}
        >
          <Button disabled={busy} onClick={() => void chooseRejects()}>
            {t('import.rejects.elsewhere')}
          </Button>
        </SupervisorProof>
      )}
    </section>
  );
}
