/** The case file: of the mark that was traced, or of a number; why, the own PIN, and a supervisor's where the own is none. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { CASE_SUBJECTS, type CaseSubject } from '../../contract/trace/case-lists.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SaveForm, type SavedWith } from '../pages/SaveForm.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { cx } from '../ui/cx.ts';
import { Select } from '../ui/Select.tsx';
import { type SecretHandle, ShownSecretInput } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { caseWords } from './case-words.ts';
import { traceStore } from './stores.ts';

export function CaseFileForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { code, traced, busy, caseFailure, makeCase } = useStore(traceStore);
  const hasMark = code !== null && traced !== null;
  const [of, setOf] = useState<CaseSubject>(hasMark ? 'mark' : 'number');
  const number = useRef<SecretHandle>(null);
  const save = async ({ words, pin, supervisor }: SavedWith): Promise<void> => {
    if (of === 'number' && (number.current?.peek() ?? '').trim() === '') return number.current?.focus();
    const outcome = await makeCase(() => ({
      about:
        of === 'mark' && code !== null
          ? { of: 'mark', code }
          : { of: 'number', number: (number.current?.peek() ?? '').trim() },
      purpose: words,
      pin,
      ...(supervisor === undefined ? {} : { supervisor }),
      words: caseWords(),
    }));
    if (outcome === 'made') onClose();
  };
  return (
    <SaveForm
      title={t('caseFile.title')}
      testId="case-file-form"
      name="case-file"
      words={t('caseFile.purpose')}
      save={t('caseFile.save')}
      discard={t('caseFile.discard')}
      needsSupervisor={signedIn.role !== 'supervisor'}
      busy={busy !== 'none'}
      failure={caseFailure}
      onSave={(proof) => void save(proof)}
      onDiscard={onClose}
    >
      <h2>{t('caseFile.title')}</h2>
      <p className="quiet">{t('caseFile.lead')}</p>
      <div className={cx(formCss.line)}>
        {hasMark && (
          <Field label={t('caseFile.about')}>
            {(ids) => (
              <Select
                ids={ids}
                value={of}
                choices={CASE_SUBJECTS.map((value) => ({ value, words: t(`caseFile.subjects.${value}`) }))}
                testId="case-file-about"
                onChoose={setOf}
              />
            )}
          </Field>
        )}
        {of === 'number' && (
          <Field label={t('caseFile.number')}>
            {(ids) => (
              <ShownSecretInput
                {...ids}
                handle={number}
                required
                inputMode="tel"
                maxLength={40}
                data-testid="case-file-number"
              />
            )}
          </Field>
        )}
      </div>
      {busy === 'making' && <Waiting testId="case-file-making" />}
    </SaveForm>
  );
}
