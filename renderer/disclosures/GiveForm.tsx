/** Form for every file that leaves the house: its description, the own PIN, a second person's where two agree, and a place to save it. */
import { type ReactNode } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { DisclosedFile } from '../../contract/disclosures/lists.ts';
import type { Given } from '../../contract/disclosures/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { type Failure, type Result, fail, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';

/** Reply about a file that was made, and the name it was saved under. */
export interface Made {
  readonly given: Given;
  readonly fileName: string;
}

interface GiveFormProps {
  readonly title: string;
  readonly lead: string;
  readonly file: DisclosedFile;
  /** Who has to agree beside whoever is signed in. */
  readonly other?: 'supervisor' | 'admin';
  /** Asked before a place is; false where something is missing that no field tells of. */
  readonly isReady?: () => boolean;
  readonly send: (typed: Typed, fileId: FileId) => Promise<Result<Given>>;
  readonly onFailed?: (failure: Failure) => void;
  readonly onClose: (made?: Made) => void;
  readonly children: ReactNode;
}

export function GiveForm({ file, other, isReady, send, children, ...form }: GiveFormProps) {
  const { t } = useTranslation();
  const give = async (typed: Typed): Promise<Result<Made> | null> => {
    if (isReady?.() === false) return null;
    const picked = await bridge.shell.pickFile({ use: 'disclosure', of: file });
    if (!picked.ok) return picked;
    if (picked.value.file === null) return fail('cancelled');
    const { fileId, fileName } = picked.value.file;
    // The PINs are taken once the dialog has gone.
    const reply = await send(typed, fileId);
    return reply.ok ? ok({ given: reply.value, fileName }) : reply;
  };
  return (
    <Form {...form} about="" name="disclosure" yes={t('disclosures.save')} send={give}>
      {children}
      <PinField />
      {other !== undefined && <SecondPerson role={other} testId="disclosure-other" />}
    </Form>
  );
}
