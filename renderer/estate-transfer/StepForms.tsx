/** Forms for the steps of an estate transfer: stopped by one, confirmed by the recipient, deleted here by two. */
import { useTranslation } from '../messages/translate.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferList, TransferView } from '../../contract/estate-transfer/routes.ts';
import { ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { WordsForm } from '../pages/WordsForm.tsx';
import { toastsStore } from '../ui/toasts.ts';

export type Step = 'stop' | 'confirm' | 'erase';

interface StepFormsProps {
  readonly step: Step;
  readonly transfer: TransferView;
  readonly onClose: (view?: TransferList) => void;
  readonly onStale: () => Promise<void>;
}

export function StepForms({ step, transfer, ...form }: StepFormsProps) {
  const { t } = useTranslation();
  const { transferId, people: count } = transfer;
  const number = transferNumber(transferId);
  if (step === 'erase')
    return (
      <BothForm
        {...form}
        name="estate-transfer"
        isDanger
        title={t('estateTransfer.eraseTitle', { number, count })}
        lead={t('estateTransfer.eraseLead')}
        words={t('estateTransfer.eraseWhy')}
        yes={t('estateTransfer.erase')}
        send={async (takeProof) => {
          const reply = await bridge.vault['estateTransfer.erase']({ transferId, ...takeProof() });
          if (!reply.ok) return reply;
          const { view, people } = reply.value;
          toastsStore.getState().show({ words: (say) => say('estateTransfer.erased', { count: people }) });
          return ok(view);
        }}
      />
    );
  return (
    <WordsForm
      {...form}
      name="estate-transfer"
      title={t(`estateTransfer.${step}Title`, { number })}
      lead={t(`estateTransfer.${step}Lead`)}
      words={t(step === 'stop' ? 'estateTransfer.stopWhy' : 'estateTransfer.confirmWhat')}
      isDanger={step === 'stop'}
      yes={t(`estateTransfer.${step}`)}
      send={(said) => bridge.vault[`estateTransfer.${step}`]({ transferId, ...said })}
    />
  );
}
