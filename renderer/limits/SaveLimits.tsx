/** What saves the limits that an admin has chosen: the PIN, why, and a supervisor's PIN where more is allowed than before. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Limits } from '../../contract/limits/lists.ts';
import { loosens } from '../../contract/limits/lists.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { PageForm, ProofLine } from '../ui/Page.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from './limits.module.css';
import { limitsStore } from './stores.ts';

/** Fewest characters of the reason. */
const FEWEST = 4;

export function SaveLimits({ was, becomes }: { readonly was: Limits; readonly becomes: Limits }) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const { busy, failure, save, discard } = useStore(limitsStore);
  const [words, setWords] = useState('');
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const tellUnsaved = useUnsaved();
  useEffect(tellUnsaved);
  const isLooser = loosens(was, becomes);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy !== 'none' || words.trim().length < FEWEST) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const proof = isLooser ? (supervisor.current?.take() ?? null) : undefined;
    if (proof === null) return supervisor.current?.focus();
    void save({
      words: words.trim(),
      pin: pin.current?.take() ?? '',
      ...(proof === undefined ? {} : { supervisor: proof }),
    });
  };
  return (
    <PageForm label={t('limitsPage.save')} testId="limits-save" onSubmit={submit}>
      <p className="small">{t(isLooser ? 'limitsPage.looser' : 'limitsPage.tighter')}</p>
      <FailureNote failure={failure} />
      <ProofLine>
        <Field label={t('limitsPage.words')} className={css.words}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={FEWEST}
              maxLength={120}
              value={words}
              data-testid="limits-words"
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
        {isLooser && (
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor')}
            handle={supervisor}
            testId="supervisor"
          />
        )}
        <FormActions>
          <Button weight="main" type="submit" disabled={busy !== 'none'} data-testid="limits-submit">
            {t(busy === 'saving' ? 'limitsPage.saving' : 'limitsPage.save')}
          </Button>
          <Button disabled={busy !== 'none'} data-testid="limits-discard" onClick={discard}>
            {t('limitsPage.discard')}
          </Button>
        </FormActions>
      </ProofLine>
    </PageForm>
  );
}
