/** A notice is answered by a letter: to a file, with pictures of before and after, or to the printer. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FileId } from '../../contract/ids.ts';
import type { PoliceNotice, RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Switch } from '../ui/Switch.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';

interface AnswerFormProps {
  readonly notice: PoliceNotice;
  readonly onClose: (register?: RectificationRegister) => void;
}

export function AnswerForm({ notice, onClose }: AnswerFormProps) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const { failure, setFailure, busy, submit } = useSubmit();
  const { cancel, onKeyDown } = useEscapeToCancel();
  const [pictures, setPictures] = useState(true);
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const openItems = notice.items - notice.done;
  const ask = (fileId?: FileId) => {
    const second = supervisor.current?.take() ?? null;
    return bridge.vault['rectification.answer']({
      noticeId: notice.noticeId,
      version: notice.version,
      ...(fileId === undefined ? {} : { fileId }),
      pictures: pictures && fileId !== undefined,
      pin: pin.current?.take() ?? '',
      ...(second === null ? {} : { supervisor: second }),
    });
  };
  const done = ({ reply, file, printed }: Given<RectificationRegister>): void => {
    onClose(reply);
    toastsStore.getState().show({
      words: (say) =>
        file === null
          ? say(printed ? 'rectification.answeredPrint' : 'rectification.noPrinter')
          : say('rectification.answeredFile', { file }),
    });
  };
  const isTyped = (): boolean => {
    const typed = (pin.current?.peek() ?? '') !== '';
    if (!typed) pin.current?.focus();
    return typed && !busy;
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isTyped()) return;
    const given = await saveDocument('letter', ask);
    if (given === null) return;
    if (given.ok) done(given.value);
    else setFailure(given.error);
  };
  const print = (): void => {
    if (isTyped()) void submit(() => printDocument(() => ask()), done);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={t('rectification.answerTitle', { number: notice.number })}
      data-testid="answer-form"
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
    >
      <h2 tabIndex={-1} ref={focusQuietly}>
        {t('rectification.answerTitle', { number: notice.number })}
      </h2>
      <p className="quiet">{t('rectification.answerLead')}</p>
      {openItems > 0 && <Note kind="warn">{t('rectification.answerOpen', { count: openItems })}</Note>}
      <Switch
        label={t('rectification.pictures')}
        on={pictures}
        testId="answer-pictures"
        onChange={setPictures}
      />
      <div className={formCss.line}>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
        {signedIn.role === 'admin' && pictures && (
          <ProofFields
            people={people.filter(({ role }) => role === 'supervisor')}
            handle={supervisor}
            testId="supervisor"
          />
        )}
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="answer-submit">
          {t('rectification.answerSave')}
        </Button>
        <Button disabled={busy} data-testid="answer-print" onClick={print}>
          {t('rectification.answerPrint')}
        </Button>
        <Button ref={cancel} disabled={busy} data-testid="answer-cancel" onClick={() => onClose()}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
