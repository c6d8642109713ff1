/** A visitor asks for a room: it is there or not, and the desk calls whoever lives there. Neither whether somebody does, nor a name, a phone or a record. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RoomCheck } from '../../contract/tasks/views.ts';
import { bridge } from '../bridge.ts';
import { LimitFailure } from '../limit-override/LimitFailure.tsx';
import { taskStore } from '../tasks/stores.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import formCss from '../ui/form.module.css';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { NoteForm } from './NoteForm.tsx';
import css from '../tasks/tasks.module.css';

export function AskRoomPanel() {
  const { t } = useTranslation();
  const [check, setCheck] = useState<RoomCheck | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const ask = async () => {
    const text = input.current?.value.trim() ?? '';
    if (text === '') return;
    setFailure(null);
    const reply = await bridge.vault['tasks.checkRoom']({ text });
    if (!reply.ok) return setFailure(reply.error);
    setCheck(reply.value);
    if (reply.value.roomId !== null) taskStore.getState().tell('room', null);
  };

  return (
    <div className={cx('stack4', css.room)} data-testid="ask-room">
      <Form name="ask-room" className={cx('stack4', css.form)} label={t('roomCheck.title')} send={ask}>
        <h1>{t('roomCheck.title')}</h1>
        <FieldLine>
          <Field label={t('searchKinds.room')} hint={t('edit.roomHint')} grow>
            {(ids) => (
              <TextInput
                {...ids}
                ref={input}
                autoFocus
                required
                maxLength={60}
                data-testid="ask-room-text"
                onChange={() => setCheck(null)}
              />
            )}
          </Field>
          <SubmitButton weight="main" className={formCss.level} testId="room-ask">
            {t('roomCheck.ask')}
          </SubmitButton>
        </FieldLine>
      </Form>
      <LimitFailure failure={failure} onLifted={() => void ask()} />
      <div role="status" className={cx(css.answer)} data-testid="room-answer" data-answer={check?.answer}>
        {check !== null && (
          <p data-yes={check.answer === 'there'}>
            <Icon name={check.answer === 'there' ? 'check' : 'cross'} />
            <span>
              {check.label !== null && <b className="digits">{check.label} </b>}
              {t(`roomAnswers.${check.answer}`)}
            </span>
          </p>
        )}
      </div>
      {check !== null && check.roomId !== null && check.label !== null && (
        <NoteForm key={check.roomId} personId={null} rooms={[{ roomId: check.roomId, label: check.label }]} />
      )}
    </div>
  );
}
