/** Something that waits for a supervisor: what it is, the ways to what it came of, and the deed that takes what the supervisor found and the PIN. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { resultOf } from '../ui/use-submit.ts';
import css from './review.module.css';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface ReviewCardProps {
  readonly title: string;
  readonly testId: string;
  /** Test hook. */
  readonly kind?: string;
  /** Its number: what is typed about it is kept over a lock. */
  readonly about: number;
  /** Repeated over the fields, where the card is covered. */
  readonly lead?: string;
  /** Subject of the review: four cells of its row (review.module.css). */
  readonly children: ReactNode;
  readonly words: { readonly label: string; readonly hint?: string; readonly testId: string };
  /** Test hook of the button that begins: `<testId>-ask`. */
  readonly submit: { readonly label: string; readonly testId: string };
  /** Ways to what it came of. */
  readonly more?: ReactNode;
  /** The first of several: its button is the main one and has the focus. */
  readonly isFirst: boolean;
  /** The failure, or null once it is done. The PIN goes through and is not kept. */
  readonly onSend: (found: { readonly words: string; readonly pin: string }) => Promise<Failure | null>;
  readonly onDone: () => void;
}

export function ReviewCard(props: ReviewCardProps) {
  const { title, testId, kind, about, lead, children, words, submit, more, isFirst, onSend, onDone } = props;
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section className={cx(css.row)} aria-label={title} data-testid={testId} data-kind={kind}>
      {children}
      <div className="line3">
        <Button
          weight={isFirst ? 'main' : 'normal'}
          autoFocus={isFirst}
          data-testid={`${submit.testId}-ask`}
          onClick={() => setSaid('')}
        >
          {submit.label}
        </Button>
        {more}
      </div>
      {said !== null && (
        <Form
          name={testId}
          testIds={{ submit: submit.testId }}
          title={title}
          about={about}
          lead={lead}
          yes={submit.label}
          ready={isReasonValid(said)}
          pin="last"
          focus="field"
          refocus="pin"
          send={({ pin }) => resultOf(onSend({ words: said.trim(), pin }))}
          onDone={onDone}
          onClose={() => setSaid(null)}
        >
          <WordsField {...words} grow autoFocus value={said} onChange={setSaid} />
        </Form>
      )}
    </section>
  );
}
