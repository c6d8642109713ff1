/** What every file that leaves the house takes: what it is, the own PIN, a second person's where two agree, and a place to save it. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { DisclosedFile } from '../../contract/disclosures/lists.ts';
import type { Given } from '../../contract/disclosures/routes.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import { type Result, fail, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';

/** What was made, and what it is called where it was saved. */
export interface Made {
  readonly given: Given;
  readonly fileName: string;
}

/** The PINs go through and are not kept. */
export interface GiveProof {
  readonly fileId: FileId;
  readonly pin: string;
  readonly other: { readonly slotId: SlotId; readonly pin: string } | null;
}

interface GiveFormProps {
  readonly title: string;
  readonly lead: string;
  readonly file: DisclosedFile;
  /** Who has to agree beside whoever is signed in. */
  readonly other?: 'supervisor' | 'admin';
  readonly isReady: () => boolean;
  readonly send: (proof: GiveProof) => Promise<Result<Given>>;
  readonly onClose: (made?: Made) => void;
  readonly children: ReactNode;
}

export function GiveForm({ title, lead, file, other, isReady, send, onClose, children }: GiveFormProps) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const pin = useRef<SecretHandle>(null);
  const second = useRef<ProofHandle>(null);
  const isWhole = (): boolean => {
    if (!isReady()) return false;
    if ((pin.current?.peek() ?? '') === '') {
      pin.current?.focus();
      return false;
    }
    const isThere = other === undefined || second.current?.isTyped() === true;
    if (!isThere) second.current?.focus();
    return isThere;
  };
  const give = async (): Promise<Result<Made>> => {
    const picked = await bridge.shell.pickFile({ use: 'disclosure', of: file });
    if (!picked.ok) return picked;
    if (picked.value.file === null) return fail('cancelled');
    const { fileId, fileName } = picked.value.file;
    // Taken once the dialog has gone.
    const reply = await send({
      fileId,
      pin: pin.current?.take() ?? '',
      other: second.current?.take() ?? null,
    });
    return reply.ok ? ok({ given: reply.value, fileName }) : reply;
  };
  return (
    <StepForm
      name="disclosure"
      focus="title"
      title={title}
      lead={lead}
      yes={t('disclosures.save')}
      isReady={isWhole}
      send={give}
      onClose={onClose}
    >
      {children}
      <div className={formCss.line}>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
        {other !== undefined && (
          <ProofFields
            people={people.filter(({ role }) => role === other)}
            handle={second}
            testId="disclosure-other"
            role={other}
          />
        )}
      </div>
    </StepForm>
  );
}
