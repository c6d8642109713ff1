/** An item is put right, or turns out not to be; evidence is taken away: each with the own PIN. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { RectificationItem, RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { itemNumber } from './item-words.ts';

const { vault } = bridge;

interface EndFormProps {
  readonly item: RectificationItem;
  readonly onClose: (register?: RectificationRegister) => void;
  readonly onStale: () => Promise<void>;
}

const seenOf = ({ rectificationId, version }: RectificationItem) => ({ rectificationId, version });

export function FinishForm({ item, onClose, onStale }: EndFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [words, setWords] = useState('');
  const [typed, setTyped] = useState(today);
  const doneOn = dayFrom(typed);
  const isGood = doneOn !== null && doneOn <= today();
  return (
    <PinForm
      name="finish"
      title={t('rectification.finishTitle', { number: itemNumber(t, item) })}
      lead={t('rectification.finishLead')}
      yes={t('rectification.finishYes')}
      ready={isReasonValid(words) && isGood}
      send={(pin) =>
        vault['rectification.finish']({
          ...seenOf(item),
          doneOn: doneOn ?? typed,
          words: words.trim(),
          pin,
        })
      }
      onClose={(register) => {
        onClose(register);
        if (register !== undefined)
          toastsStore.getState().show({ words: (say) => say('rectification.finished') });
      }}
      onStale={onStale}
    >
      <p>
        <b>{item.title}</b>
      </p>
      <div className={formCss.line}>
        <WordsField
          label={t('rectification.finishWords')}
          className={formCss.grow}
          value={words}
          testId="finish-words"
          onChange={(value) => {
            markDirty();
            setWords(value);
          }}
        />
        <Field label={t('rectification.doneDay')} problem={isGood ? null : t('rectification.badDay')}>
          {(ids) => <DayInput ids={ids} text={typed} testId="finish-doneOn" onChange={setTyped} />}
        </Field>
      </div>
    </PinForm>
  );
}

export function ReopenForm({ item, onClose, onStale }: EndFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <PinForm
      name="reopen"
      title={t('rectification.reopenTitle', { number: itemNumber(t, item) })}
      lead={t('rectification.reopenLead')}
      yes={t('rectification.reopenYes')}
      ready={isReasonValid(words)}
      send={(pin) => vault['rectification.reopen']({ ...seenOf(item), words: words.trim(), pin })}
      onClose={onClose}
      onStale={onStale}
    >
      <WordsField
        label={t('rectification.reopenWords')}
        value={words}
        testId="reopen-words"
        onChange={setWords}
      />
    </PinForm>
  );
}

export function RemoveEvidenceForm({
  item,
  attachment,
  onClose,
  onStale,
}: EndFormProps & { readonly attachment: AttachmentView }) {
  const { t } = useTranslation();
  return (
    <PinForm
      name="detach"
      isDanger
      pinAlone
      title={t('attached.removeTitle', { name: attachment.name })}
      lead={t('attached.removeLead')}
      yes={t('attached.remove')}
      send={(pin) =>
        vault['rectification.detach']({ ...seenOf(item), attachmentId: attachment.attachmentId, pin })
      }
      onClose={onClose}
      onStale={onStale}
    />
  );
}
