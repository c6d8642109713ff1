/** Form that applies a change of rules: its summary, why, and the PINs that it takes; then how far the masks have followed. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatDuration } from '../messages/format.ts';
import { SaveForm } from '../pages/SaveForm.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { LevelWords } from './LevelWords.tsx';
import css from './policy.module.css';
import { type PolicyChange, needsSupervisor } from './policy-store.ts';
import { policyStore } from './stores.ts';

export function ApplyForm({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const { t } = useTranslation();
  const { busy, failure, apply, discard } = useStore(policyStore);
  const loosens = needsSupervisor(changes);
  const saving = busy === 'saving';
  return (
    <SaveForm
      title={t('policy.apply.title')}
      testId="policy-apply"
      name="policy"
      words={t('policy.apply.words')}
      save={t('policy.apply.submit')}
      discard={t('policy.apply.discard')}
      needsSupervisor={loosens}
      busy={saving}
      instead={saving ? <Progress /> : undefined}
      failure={failure}
      onSave={(proof) => void apply(proof)}
      onDiscard={discard}
    >
      <ul className={cx(css.changes)}>
        {changes.map(({ setting, was, becomes }) => (
          <li key={setting}>
            <b>{t(`policy.${setting}`)}</b> <LevelWords setting={setting} value={was} /> →{' '}
            <LevelWords setting={setting} value={becomes} />
          </li>
        ))}
      </ul>
      <p className="small">{t(loosens ? 'policy.apply.loosens' : 'policy.apply.tightens')}</p>
    </SaveForm>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, cancel } = useStore(policyStore);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div data-testid="policy-progress">
      <ProgressBar share={share} label={t('policy.apply.saving')} />
      <p className={cx('small', 'digits')}>
        {t('policy.apply.saving')}
        {progress !== null &&
          progress.secondsLeft !== null &&
          ` · ${t('policy.apply.secondsLeft', { time: formatDuration(t, progress.secondsLeft) })}`}
      </p>
      <Button data-testid="policy-cancel" onClick={() => void cancel()}>
        {t('policy.apply.cancel')}
      </Button>
    </div>
  );
}
