/** What has to be put right, who sees to it and until when: noticed by somebody, or corrected. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_EXPLANATION, MAX_TITLE, MAX_WHO } from '../../contract/rectification/lists.ts';
import type {
  RectificationFacts,
  RectificationItem,
  RectificationRegister,
} from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextInput } from '../ui/TextInput.tsx';
import { itemNumber } from './item-words.ts';

interface ItemFormProps {
  /** Null where it is a new one. */
  readonly item: RectificationItem | null;
  readonly onClose: (register?: RectificationRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function ItemForm({ item, onClose, onStale }: ItemFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [title, setTitle] = useState(item?.title ?? '');
  const [words, setWords] = useState(item?.words ?? '');
  const [who, setWho] = useState(item?.who ?? '');
  const [typed, setTyped] = useState(item?.dueOn ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const dueOn = typed.trim() === '' ? null : dayFrom(typed);
  const isBadDay = typed.trim() !== '' && dueOn === null;
  const text = (
    name: 'title' | 'words' | 'who',
    [value, set]: readonly [string, (value: string) => void],
    most: number,
  ) => (
    <Field label={t(`rectification.fields.${name}`)} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          autoFocus={name === 'title'}
          required={name === 'title'}
          maxLength={most}
          value={value}
          data-testid={`item-${name}`}
          onChange={(event) => {
            markDirty();
            set(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
  const send = () => {
    const facts: RectificationFacts = { title: title.trim(), words: words.trim(), who: who.trim(), dueOn };
    return item === null
      ? bridge.vault['rectification.add']({ item: facts })
      : bridge.vault['rectification.change']({
          rectificationId: item.rectificationId,
          version: item.version,
          item: facts,
        });
  };
  return (
    <StepForm
      name="item"
      focus="field"
      title={
        item === null
          ? t('rectification.addTitle')
          : t('rectification.changeTitle', { number: itemNumber(t, item) })
      }
      lead={t('rectification.addLead')}
      yes={t('rectification.save')}
      isReady={() => {
        setIsAsked(true);
        return title.trim().length >= 2 && !isBadDay;
      }}
      send={send}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={formCss.line}>{text('title', [title, setTitle], MAX_TITLE)}</div>
      <div className={formCss.line}>{text('words', [words, setWords], MAX_EXPLANATION)}</div>
      <div className={formCss.line}>
        {text('who', [who, setWho], MAX_WHO)}
        <Field label={t('rectification.fields.dueOn')} problem={isAsked && isBadDay ? t('day.none') : null}>
          {(ids) => <DayInput ids={ids} text={typed} testId="item-dueOn" onChange={setTyped} />}
        </Field>
      </div>
    </StepForm>
  );
}
