/** An item is put right, or turns out not to be; evidence is taken away: each with the own PIN. */
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { RectificationItem, RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, dayTyped, today } from '../ui/days.ts';
import { Form } from '../ui/Form.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { itemNumber } from './item-words.ts';

const { vault } = bridge;

interface EndFormProps {
  readonly item: RectificationItem;
  readonly onClose: (register?: RectificationRegister) => void;
  readonly onStale: () => Promise<void>;
}

const seenOf = ({ rectificationId, version }: RectificationItem) => ({ rectificationId, version });

export function FinishForm({ item, ...form }: EndFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ words: '', doneOn: today() });
  const doneOn = dayFrom(draft.doneOn);
  const isGood = doneOn !== null && doneOn <= today();
  return (
    <Form
      {...form}
      about={item.rectificationId}
      name="finish"
      title={t('rectification.finishTitle', { number: itemNumber(t, item) })}
      lead={t('rectification.finishLead')}
      yes={t('rectification.finishYes')}
      ready={isReasonValid(draft.words) && isGood}
      pin="last"
      send={({ pin }) =>
        vault['rectification.finish']({
          ...seenOf(item),
          doneOn: dayTyped(draft.doneOn),
          words: draft.words.trim(),
          pin,
        })
      }
      toast={(say) => say('rectification.finished')}
    >
      <p>
        <b>{item.title}</b>
      </p>
      <WordsField {...of('words')} label={t('rectification.finishWords')} />
      <DayField
        {...of('doneOn')}
        label={t('rectification.doneDay')}
        problem={isGood ? null : t('rectification.badDay')}
      />
    </Form>
  );
}

export function ReopenForm({ item, ...form }: EndFormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      {...form}
      name="reopen"
      title={t('rectification.reopenTitle', { number: itemNumber(t, item) })}
      lead={t('rectification.reopenLead')}
      words={t('scope.open.words')}
      yes={t('rectification.reopen')}
      send={(said) => vault['rectification.reopen']({ ...seenOf(item), ...said })}
    />
  );
}

export function RemoveEvidenceForm({
  item,
  attachment,
  ...form
}: EndFormProps & { readonly attachment: AttachmentView }) {
  const { t } = useTranslation();
  return (
    <Form
      {...form}
      name="detach"
      isDanger
      title={t('attached.removeTitle', { name: attachment.name })}
      lead={t('attached.removeLead')}
      yes={t('common.remove')}
      pin="alone"
      send={({ pin }) =>
        vault['rectification.detach']({ ...seenOf(item), attachmentId: attachment.attachmentId, pin })
      }
    />
  );
}
