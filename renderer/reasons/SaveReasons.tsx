/** What saves the list of reasons: the admin's PIN, and why it changes. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote } from '../ui/Note.tsx';
import { PageForm, ProofLine } from '../ui/Page.tsx';
import { PinInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { reasonsStore } from './stores.ts';

/** Fewest characters of why. */
const FEWEST = 4;

export function SaveReasons() {
  const { t } = useTranslation();
  const { busy, failure, save, discard } = useStore(reasonsStore);
  const [words, setWords] = useState('');
  const pin = useRef<SecretHandle>(null);
  const tellUnsaved = useUnsaved();
  useEffect(tellUnsaved);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy === 'saving' || words.trim().length < FEWEST) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    void save({ words: words.trim(), pin: pin.current?.take() ?? '' });
  };
  return (
    <PageForm label={t('reasonsPage.save')} testId="reasons-save" onSubmit={submit}>
      <p className="small">{t('reasonsPage.saveLead')}</p>
      <FailureNote failure={failure} />
      <ProofLine>
        <Field label={t('reasonsPage.words')} className={formCss.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={FEWEST}
              maxLength={120}
              value={words}
              data-testid="reasons-words"
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
        <FormActions>
          <Button weight="main" type="submit" disabled={busy === 'saving'} data-testid="reasons-submit">
            {t(busy === 'saving' ? 'reasonsPage.saving' : 'reasonsPage.save')}
          </Button>
          <Button disabled={busy === 'saving'} data-testid="reasons-discard" onClick={discard}>
            {t('reasonsPage.discard')}
          </Button>
        </FormActions>
      </ProofLine>
    </PageForm>
  );
}
