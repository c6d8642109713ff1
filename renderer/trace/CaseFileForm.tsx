/** The case file: of the mark that was traced, or of a number; why, the own PIN, and a supervisor's where the own is none. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { CASE_SUBJECTS, type CaseSubject } from '../../contract/trace/case-lists.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SaveForm, type SavedWith } from '../pages/SaveForm.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { Waiting } from '../ui/Waiting.tsx';
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
    }));
    if (outcome === 'made') onClose();
  };
  return (
    <SaveForm
      title={t('caseFile.title')}
      testId="case-file-form"
      name="case-file"
      begun
      words={t('caseFile.purpose')}
      save={t('caseFile.save')}
      discard={t('common.cancel')}
      needsSupervisor={signedIn.role !== 'supervisor'}
      busy={busy !== 'none'}
      failure={caseFailure}
      onSave={(proof) => void save(proof)}
      onDiscard={onClose}
    >
      <p className="quiet">{t('caseFile.lead')}</p>
      <FieldLine>
        {hasMark && (
          <SelectField
            label={t('caseFile.about')}
            value={of}
            choices={choicesOf(CASE_SUBJECTS, (value) => t(`caseFile.subjects.${value}`))}
            testId="case-file-about"
            onChange={setOf}
          />
        )}
        {of === 'number' && (
          <SecretField
            label={t('caseFile.number')}
            handle={number}
            required
            inputMode="tel"
            maxLength={40}
            testId="case-file-number"
          />
        )}
      </FieldLine>
      {busy === 'making' && <Waiting testId="case-file-making" />}
    </SaveForm>
  );
}
