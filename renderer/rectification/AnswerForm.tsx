/** A notice is answered by a letter: to a file, with pictures of before and after, or to the printer. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { PoliceNotice, RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { tellGiven } from '../pages/use-giving.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form, SubmitButton, type Typed } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { Switch } from '../ui/Switch.tsx';

interface AnswerFormProps {
  readonly notice: PoliceNotice;
  readonly onClose: (register?: RectificationRegister) => void;
}

export function AnswerForm({ notice, onClose }: AnswerFormProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [pictures, setPictures] = useState(true);
  const openItems = notice.items - notice.done;
  const needsSupervisor = signedIn.role === 'admin' && pictures;
  const ask = (typed: Typed, fileId?: FileId) =>
    bridge.vault['rectification.answer']({
      noticeId: notice.noticeId,
      version: notice.version,
      ...(fileId === undefined ? {} : { fileId }),
      pictures: pictures && fileId !== undefined,
      pin: typed.pin,
      ...(typed.hasSecond && { supervisor: typed.second }),
    });
  const done = (given: Given<RectificationRegister>): void => {
    onClose(given.reply);
    tellGiven(given);
  };
  return (
    <Form
      name="answer"
      title={t('rectification.answerTitle', { number: notice.number })}
      lead={t('rectification.answerLead')}
      yes={t('give.save')}
      more={
        <SubmitButton value="print" testId="answer-print">
          {t('rectification.answerPrint')}
        </SubmitButton>
      }
      send={(typed) =>
        typed.by === 'print'
          ? printDocument(() => ask(typed))
          : saveDocument('letter', (fileId) => ask(typed, fileId))
      }
      onDone={done}
      onClose={() => onClose()}
    >
      {openItems > 0 && <Note kind="warn">{t('rectification.answerOpen', { count: openItems })}</Note>}
      <Switch
        label={t('rectification.pictures')}
        value={pictures}
        testId="answer-pictures"
        onChange={setPictures}
      />
      <PinField />
      {needsSupervisor && <SecondPerson testId="supervisor" />}
    </Form>
  );
}
