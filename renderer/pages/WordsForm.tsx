/** A step of a page that takes words for the log and the own PIN. */
import type { ReactNode } from 'react';
import type { Result } from '../../contract/result.ts';
import { Form, type FormProps } from '../ui/Form.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { useDraft } from './use-draft.ts';

interface WordsFormProps<Done> extends Omit<FormProps<Done>, 'pin' | 'send'> {
  /** Label of the words. */
  readonly words: string;
  readonly hint?: string;
  /** What is proposed as the words. */
  readonly usual?: string;
  readonly send: (said: { readonly words: string; readonly pin: string }) => Promise<Result<Done>>;
  /** Between the words and the PIN. */
  readonly after?: ReactNode;
}

export function WordsForm<Done>({
  words: label,
  hint,
  usual = '',
  ready = true,
  send,
  children,
  after,
  ...form
}: WordsFormProps<Done>) {
  const { draft, of } = useDraft({ words: usual });
  return (
    <Form
      {...form}
      ready={ready && isReasonValid(draft.words)}
      pin="last"
      send={({ pin }) => send({ words: draft.words.trim(), pin })}
    >
      {children}
      <WordsField {...of('words')} label={label} hint={hint} />
      {after}
    </Form>
  );
}
