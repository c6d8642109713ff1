/** What becomes of a file that is out: recalled, or ended. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { DISCLOSURE_ENDS, type DisclosureEnd, disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { DisclosureRegister, DisclosureView } from '../../contract/disclosures/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { Chips } from '../ui/Chips.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface DisclosureStepFormProps {
  readonly step: 'recall' | 'end';
  readonly disclosure: DisclosureView;
  readonly onClose: (register?: DisclosureRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function DisclosureStepForm({ step, disclosure, ...form }: DisclosureStepFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [how, setHow] = useState<DisclosureEnd>('deleted');
  const { disclosureId, version } = disclosure;
  const number = disclosureNumber(disclosureId);
  return (
    <PinForm
      {...form}
      name="disclosure"
      title={t(`disclosures.${step}Title`, { number })}
      lead={t(`disclosures.${step}Lead`)}
      yes={t(`disclosures.${step}`)}
      ready={isReasonValid(words)}
      send={(pin) =>
        step === 'recall'
          ? bridge.vault['disclosures.recall']({ disclosureId, version, words: words.trim(), pin })
          : bridge.vault['disclosures.end']({ disclosureId, version, how, words: words.trim(), pin })
      }
    >
      {step === 'end' && (
        <Chips
          label={t('disclosures.endHow')}
          options={DISCLOSURE_ENDS.map((id) => ({ id, label: t(`disclosures.ends.${id}`) }))}
          chosen={how}
          testId="disclosure-how"
          onChoose={setHow}
        />
      )}
      <WordsField
        label={t(step === 'recall' ? 'disclosures.recallWhy' : 'disclosures.endWhat')}
        value={words}
        testId="disclosure-words"
        onChange={setWords}
      />
    </PinForm>
  );
}
