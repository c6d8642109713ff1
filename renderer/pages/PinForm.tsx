/** A step of a page that takes the own PIN: what it is, what else it needs, one step forward, one back. */
import { useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { PinInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';

interface PinFormProps<Done> {
  readonly title: string;
  readonly lead: string;
  readonly yes: string;
  /** Something is taken away for good. */
  readonly isDanger?: boolean;
  /** The PIN alone is asked for: it has the focus, at first and after a failure; else what stands above it comes first. */
  readonly pinAlone?: boolean;
  readonly ready?: boolean;
  /** Test hooks: `<name>-form`, `<name>-submit`, `<name>-cancel`. */
  readonly name: string;
  /** The PIN goes through and is not kept. */
  readonly send: (pin: string) => Promise<Result<Done>>;
  readonly onClose: (done?: Done) => void;
  readonly children?: ReactNode;
}

export function PinForm<Done>(props: PinFormProps<Done>) {
  const { title, lead, yes, isDanger = false, pinAlone = false, ready = true, name, send, onClose } = props;
  const { t } = useTranslation();
  const { failure, busy, submit } = useSubmit();
  const { cancel, onKeyDown } = useEscapeToCancel();
  const pin = useRef<SecretHandle>(null);
  const form = useRef<HTMLFormElement>(null);
  useKeptInView(form);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !ready) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const isDone = await submit(() => send(pin.current?.take() ?? ''), onClose);
    if (!isDone && pinAlone) pin.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={title}
      data-testid={`${name}-form`}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
    >
      <h2 tabIndex={-1} ref={pinAlone ? null : focusQuietly}>
        {title}
      </h2>
      <p className="quiet">{lead}</p>
      {props.children}
      <Field label={t('pin.own')} className={formCss.half}>
        {(ids) => <PinInput {...ids} handle={pin} required autoFocus={pinAlone} />}
      </Field>
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight={isDanger ? 'danger' : 'main'}
          type="submit"
          disabled={busy || !ready}
          data-testid={`${name}-submit`}
        >
          {yes}
        </Button>
        <Button ref={cancel} disabled={busy} data-testid={`${name}-cancel`} onClick={() => onClose()}>
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
