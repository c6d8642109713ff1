/** Something that waits for a supervisor: what it is, what the supervisor found, and the PIN. */
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface ReviewFormProps {
  readonly title: string;
  readonly testId: string;
  /** Test hook. */
  readonly kind?: string;
  /** What it is about. */
  readonly children: ReactNode;
  readonly words: { readonly label: string; readonly hint?: string; readonly testId: string };
  readonly submit: { readonly label: string; readonly testId: string };
  readonly autoFocus: boolean;
  /** The failure, or null once it is done. The PIN goes through and is not kept. */
  readonly onSend: (found: { readonly words: string; readonly pin: string }) => Promise<Failure | null>;
  readonly onDone: () => void;
}

export function ReviewForm(props: ReviewFormProps) {
  const { title, testId, kind, children, words, submit, autoFocus, onSend, onDone } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const pin = useRef<SecretHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isReasonValid(said)) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    setBusy(true);
    const problem = await onSend({ words: said.trim(), pin: pin.current?.take() ?? '' });
    if (problem === null) return onDone();
    setBusy(false);
    setFailure(problem);
    pin.current?.focus();
  };
  return (
    <form
      className={cx(pageCss.section, pageCss.pending)}
      onSubmit={(event) => void send(event)}
      aria-label={title}
      data-testid={testId}
      data-kind={kind}
    >
      {children}
      <div className={cx(formCss.line)}>
        <WordsField
          label={words.label}
          hint={words.hint}
          className={formCss.grow}
          autoFocus={autoFocus}
          value={said}
          testId={words.testId}
          onChange={setSaid}
        />
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} disabled={busy} />}</Field>
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight="main"
          type="submit"
          disabled={busy || !isReasonValid(said)}
          data-testid={submit.testId}
        >
          {submit.label}
        </Button>
      </FormActions>
    </form>
  );
}
