/** What is about to change, why, and the PINs that it takes; then how far the masks have followed. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../pages/desk-context.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { formatDuration } from '../messages/format.ts';
import { policyStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { PageForm, ProofLine } from '../ui/Page.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { LevelWords } from './LevelWords.tsx';
import css from './policy.module.css';
import type { PolicyChange } from './policy-store.ts';
import { needsSupervisor } from './policy-store.ts';

/** Fewest characters of the reason. */
const FEWEST = 4;

export function ApplyForm({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const { busy, failure, apply, discard } = useStore(policyStore);
  const [words, setWords] = useState('');
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const tellUnsaved = useUnsaved();
  useEffect(tellUnsaved);
  const loosens = needsSupervisor(changes);
  const saving = busy === 'saving';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving || words.trim().length < FEWEST) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const proof = loosens ? (supervisor.current?.take() ?? null) : undefined;
    if (proof === null) return supervisor.current?.focus();
    void apply({
      words: words.trim(),
      pin: pin.current?.take() ?? '',
      ...(proof === undefined ? {} : { supervisor: proof }),
    });
  };

  return (
    <PageForm label={t('policy.apply.title')} testId="policy-apply" onSubmit={submit}>
      <ul className={cx(css.changes)}>
        {changes.map(({ setting, was, becomes }) => (
          <li key={setting}>
            <b>{t(`policy.${setting}`)}</b> <LevelWords setting={setting} value={was} /> →{' '}
            <LevelWords setting={setting} value={becomes} />
          </li>
        ))}
      </ul>
      <p className="small">{t(loosens ? 'policy.apply.loosens' : 'policy.apply.tightens')}</p>
      <FailureNote failure={failure} />
      {saving ? (
        <Progress />
      ) : (
        <ProofLine>
          <Field label={t('policy.apply.words')} className={css.words}>
            {(ids) => (
              <TextInput
                {...ids}
                required
                minLength={FEWEST}
                maxLength={120}
                value={words}
                data-testid="policy-words"
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
          {loosens && (
            <ProofFields
              people={people.filter((one) => one.role === 'supervisor')}
              handle={supervisor}
              testId="supervisor"
            />
          )}
          <FormActions>
            <Button weight="main" type="submit" data-testid="policy-submit">
              {t('policy.apply.submit')}
            </Button>
            <Button data-testid="policy-discard" onClick={discard}>
              {t('policy.apply.discard')}
            </Button>
          </FormActions>
        </ProofLine>
      )}
    </PageForm>
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
