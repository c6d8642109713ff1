/** What becomes of a handover: stopped by one, confirmed by the recipient, deleted here by two. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferList, TransferView } from '../../contract/estate-transfer/routes.ts';
import { ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { PinForm } from '../pages/PinForm.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

export type Step = 'stop' | 'confirm' | 'erase';

interface StepFormsProps {
  readonly step: Step;
  readonly transfer: TransferView;
  readonly onClose: (view?: TransferList) => void;
  readonly onStale: () => Promise<void>;
}

export function StepForms({ step, transfer, ...form }: StepFormsProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { transferId, people: count } = transfer;
  const number = transferNumber(transferId);
  const said = (label: string) => (
    <WordsField label={label} value={words} testId="estate-transfer-words" onChange={setWords} />
  );
  if (step === 'erase')
    return (
      <BothForm
        {...form}
        name="estate-transfer"
        isDanger
        title={t('estateTransfer.eraseTitle', { number, count })}
        lead={t('estateTransfer.eraseLead')}
        yes={t('estateTransfer.erase')}
        ready={isReasonValid(words)}
        send={async (takeProof) => {
          const reply = await bridge.vault['estateTransfer.erase']({
            transferId,
            words: words.trim(),
            ...takeProof(),
          });
          if (!reply.ok) return reply;
          const { view, people } = reply.value;
          toastsStore.getState().show({ words: (say) => say('estateTransfer.erased', { count: people }) });
          return ok(view);
        }}
      >
        {said(t('estateTransfer.eraseWhy'))}
      </BothForm>
    );
  return (
    <PinForm
      {...form}
      name="estate-transfer"
      title={t(`estateTransfer.${step}Title`, { number })}
      lead={t(`estateTransfer.${step}Lead`)}
      yes={t(`estateTransfer.${step}`)}
      ready={isReasonValid(words)}
      send={(pin) => bridge.vault[`estateTransfer.${step}`]({ transferId, words: words.trim(), pin })}
    >
      {said(t(step === 'stop' ? 'estateTransfer.stopWhy' : 'estateTransfer.confirmWhat'))}
    </PinForm>
  );
}
