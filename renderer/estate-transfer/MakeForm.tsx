/** The file of a handover: where it goes, until when other copies may stay, and both PINs again. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferView } from '../../contract/estate-transfer/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useApprover } from '../pages/use-approver.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { today, dayTyped } from '../ui/days.ts';
import type { MadeFile } from './MadeNote.tsx';

const DAY_MS = 86_400_000;

interface MakeFormProps {
  readonly transfer: TransferView;
  readonly onClose: (made?: MadeFile) => void;
  readonly onStale: () => Promise<void>;
}

export function MakeForm({ transfer, ...form }: MakeFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ due: '' });
  const number = transferNumber(transfer.transferId);
  const approver = useApprover();
  return (
    <BothForm
      {...form}
      name="estate-transfer"
      title={t('estateTransfer.makeTitle', { number })}
      lead={t('estateTransfer.makeLead')}
      yes={t('estateTransfer.make')}
      send={async (takeProof) => {
        const picked = await bridge.shell.pickFile({ use: 'disclosure', of: 'estate-transfer' });
        if (!picked.ok) return picked;
        if (picked.value.file === null) return fail('cancelled');
        const { fileId, fileName } = picked.value.file;
        const { pin, other } = takeProof();
        const reply = await bridge.vault['estateTransfer.make']({
          transferId: transfer.transferId,
          fileId,
          dueOn: dayTyped(draft.due),
          pin,
          other,
          ...approver.take(),
        });
        return reply.ok ? ok({ ...reply.value, fileName, number }) : reply;
      }}
      onFailed={approver.onFailed}
    >
      {approver.field}
      <DayField
        {...of('due')}
        label={t('estateTransfer.dueOn')}
        required
        missing={t('estateTransfer.dueBad')}
        validate={(day) => (isWithin(day) ? null : t('estateTransfer.dueBad'))}
      />
    </BothForm>
  );
}

/** From tomorrow on and within a year. */
function isWithin(day: string): boolean {
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS;
}
