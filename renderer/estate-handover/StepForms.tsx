/** What becomes of a handover: stopped by one, confirmed by the recipient, deleted here by two. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handoverNumber } from '../../contract/handover/lists.ts';
import type { HandoverList, HandoverView } from '../../contract/handover/routes.ts';
import { ok } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { PinForm } from '../pages/PinForm.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { areSaid, WordsField } from '../ui/WordsField.tsx';

export type Step = 'stop' | 'confirm' | 'erase';

interface StepFormsProps {
  readonly step: Step;
  readonly handover: HandoverView;
  readonly onClose: (view?: HandoverList) => void;
  readonly onStale: () => Promise<void>;
}

export function StepForms({ step, handover, ...form }: StepFormsProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { handoverId, people: count } = handover;
  const number = handoverNumber(handoverId);
  const said = (label: string) => (
    <WordsField label={label} value={words} testId="handover-words" onChange={setWords} />
  );
  if (step === 'erase')
    return (
      <BothForm
        {...form}
        name="handover"
        isDanger
        title={t('handoverOut.eraseTitle', { number, count })}
        lead={t('handoverOut.eraseLead')}
        yes={t('handoverOut.erase')}
        ready={areSaid(words)}
        send={async (takeProof) => {
          const reply = await bridge.vault['handover.erase']({
            handoverId,
            words: words.trim(),
            ...takeProof(),
          });
          if (!reply.ok) return reply;
          const { view, people } = reply.value;
          toastsStore.getState().show({ words: (say) => say('handoverOut.erased', { count: people }) });
          return ok(view);
        }}
      >
        {said(t('handoverOut.eraseWhy'))}
      </BothForm>
    );
  return (
    <PinForm
      {...form}
      name="handover"
      title={t(`handoverOut.${step}Title`, { number })}
      lead={t(`handoverOut.${step}Lead`)}
      yes={t(`handoverOut.${step}`)}
      ready={areSaid(words)}
      send={(pin) => bridge.vault[`handover.${step}`]({ handoverId, words: words.trim(), pin })}
    >
      {said(t(step === 'stop' ? 'handoverOut.stopWhy' : 'handoverOut.confirmWhat'))}
    </PinForm>
  );
}
