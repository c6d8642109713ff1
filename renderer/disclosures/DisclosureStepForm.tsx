/** Form that recalls or ends a file that was disclosed. */
import { useTranslation } from '../messages/translate.ts';
import { DISCLOSURE_ENDS, type DisclosureEnd, disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { DisclosureRegister, DisclosureView } from '../../contract/disclosures/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Chips } from '../ui/Chips.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface DisclosureStepFormProps {
  readonly step: 'recall' | 'end';
  readonly disclosure: DisclosureView;
  readonly onClose: (register?: DisclosureRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function DisclosureStepForm({ step, disclosure, ...form }: DisclosureStepFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<{ how: DisclosureEnd; words: string }>({ how: 'deleted', words: '' });
  const { disclosureId, version } = disclosure;
  const number = disclosureNumber(disclosureId);
  const about = { disclosureId, version, words: draft.words.trim() };
  return (
    <Form
      {...form}
      name="disclosure"
      title={t(`disclosures.${step}Title`, { number })}
      lead={t(`disclosures.${step}Lead`)}
      yes={t(`disclosures.${step}`)}
      ready={isReasonValid(draft.words)}
      pin="last"
      send={({ pin }) =>
        step === 'recall'
          ? bridge.vault['disclosures.recall']({ ...about, pin })
          : bridge.vault['disclosures.end']({ ...about, how: draft.how, pin })
      }
    >
      {step === 'end' && (
        <Chips
          {...of('how')}
          label={t('disclosures.endHow')}
          choices={choicesOf(DISCLOSURE_ENDS, (how) => t(`disclosures.ends.${how}`))}
        />
      )}
      <WordsField
        {...of('words')}
        label={t(step === 'recall' ? 'disclosures.recallWhy' : 'disclosures.endWhat')}
      />
    </Form>
  );
}
