/** A notice of an authority is taken in: its number, who has sent it, until when, and what it asks for, one item a line. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { MAX_NOTICE_ITEMS, MAX_TITLE } from '../../contract/rectification/lists.ts';
import type { RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { itemsIn } from './items-in.ts';

interface NoticeFormProps {
  readonly onClose: (register?: RectificationRegister) => void;
}

const MAX_LINE = 60;

export function NoticeForm({ onClose }: NoticeFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [number, setNumber] = useState('');
  const [authority, setAuthority] = useState('');
  const [received, setReceived] = useState(today);
  const [due, setDue] = useState('');
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [receivedOn, dueOn, items] = [dayFrom(received), dayFrom(due), itemsIn(text)];
  const areGood =
    items.length > 0 &&
    items.length <= MAX_NOTICE_ITEMS &&
    items.every((item) => item.length >= 2 && item.length <= MAX_TITLE);
  const changed =
    (set: (value: string) => void) =>
    (value: string): void => {
      markDirty();
      set(value);
    };
  const line = (name: 'number' | 'authority', value: string, set: (value: string) => void) => (
    <Field label={t(`rectification.noticeFields.${name}`)} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          autoFocus={name === 'number'}
          required
          maxLength={MAX_LINE}
          value={value}
          data-testid={`notice-${name}`}
          onChange={(event) => changed(set)(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  const day = (name: 'receivedOn' | 'dueOn', value: string, set: (value: string) => void) => (
    <Field
      label={t(`rectification.noticeFields.${name}`)}
      problem={isAsked && dayFrom(value) === null ? t('day.none') : null}
    >
      {(ids) => <DayInput ids={ids} text={value} testId={`notice-${name}`} onChange={changed(set)} />}
    </Field>
  );
  return (
    <PinForm
      name="notice"
      title={t('rectification.noticeTitle')}
      lead={t('rectification.noticeLead')}
      yes={t('rectification.noticeYes')}
      isReady={() => {
        setIsAsked(true);
        return (
          number.trim() !== '' &&
          authority.trim().length >= 2 &&
          receivedOn !== null &&
          dueOn !== null &&
          areGood
        );
      }}
      send={(pin) => {
        if (receivedOn === null || dueOn === null) throw new RangeError('asked before it is ready');
        return bridge.vault['rectification.takeNotice']({
          number: number.trim(),
          authority: authority.trim(),
          receivedOn,
          dueOn,
          items: [...items],
          pin,
        });
      }}
      onClose={onClose}
    >
      <div className={formCss.line}>
        {line('number', number, setNumber)}
        {line('authority', authority, setAuthority)}
      </div>
      <div className={formCss.line}>
        {day('receivedOn', received, setReceived)}
        {day('dueOn', due, setDue)}
      </div>
      <Field
        label={t('rectification.noticeFields.items')}
        problem={isAsked && !areGood ? t('rectification.noItems', { most: MAX_TITLE }) : null}
      >
        {(ids) => (
          <TextArea
            {...ids}
            required
            rows={5}
            value={text}
            data-testid="notice-items"
            onChange={(event) => changed(setText)(event.currentTarget.value)}
          />
        )}
      </Field>
    </PinForm>
  );
}
