/** The file of a handover: where it goes, until when other copies may stay, and both PINs again. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferView } from '../../contract/estate-transfer/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import type { MadeFile } from './MadeNote.tsx';

const DAY_MS = 86_400_000;

interface MakeFormProps {
  readonly transfer: TransferView;
  readonly onClose: (made?: MadeFile) => void;
  readonly onStale: () => Promise<void>;
}

export function MakeForm({ transfer, ...form }: MakeFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = dayWithin(text);
  const number = transferNumber(transfer.transferId);
  return (
    <BothForm
      {...form}
      name="estate-transfer"
      title={t('estateTransfer.makeTitle', { number })}
      lead={t('estateTransfer.makeLead')}
      yes={t('estateTransfer.make')}
      isReady={() => {
        setIsAsked(true);
        return dueOn !== null;
      }}
      send={async (takeProof) => {
        if (dueOn === null) throw new RangeError('asked before it is ready');
        const picked = await bridge.shell.pickFile({ use: 'disclosure', of: 'estate-transfer' });
        if (!picked.ok) return picked;
        if (picked.value.file === null) return fail('cancelled');
        const { fileId, fileName } = picked.value.file;
        const reply = await bridge.vault['estateTransfer.make']({
          transferId: transfer.transferId,
          fileId,
          dueOn,
          ...takeProof(),
        });
        return reply.ok ? ok({ ...reply.value, fileName, number }) : reply;
      }}
    >
      <Field
        label={t('estateTransfer.dueOn')}
        problem={isAsked && dueOn === null ? t('estateTransfer.dueBad') : null}
        className={formCss.half}
      >
        {(ids) => (
          <DayInput
            ids={ids}
            text={text}
            testId="estate-transfer-due"
            onChange={(next) => {
              markDirty();
              setText(next);
            }}
          />
        )}
      </Field>
    </BothForm>
  );
}

/** The typed day where it is from tomorrow on and within a year, else null. */
function dayWithin(text: string): string | null {
  const day = dayFrom(text);
  if (day === null) return null;
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS ? day : null;
}
