/** Something that waits for a supervisor: what it is, what the supervisor found, and the PIN. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import pageCss from '../ui/page.module.css';
import { PinField } from '../ui/PinField.tsx';
import { resultOf } from '../ui/use-submit.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface ReviewFormProps {
  readonly title: string;
  readonly testId: string;
  /** Test hook. */
  readonly kind?: string;
  /** Subject of the review. */
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
  const [said, setSaid] = useState('');
  return (
    <Form
      name={testId}
      testIds={{ form: testId, submit: submit.testId }}
      data={kind === undefined ? {} : { 'data-kind': kind }}
      className={cx(pageCss.section, pageCss.pending)}
      label={title}
      yes={submit.label}
      ready={isReasonValid(said)}
      send={({ pin }) => resultOf(onSend({ words: said.trim(), pin }))}
      onDone={onDone}
      refocus="pin"
    >
      {children}
      <FieldLine>
        <WordsField {...words} grow autoFocus={autoFocus} value={said} onChange={setSaid} />
        <PinField />
      </FieldLine>
    </Form>
  );
}
