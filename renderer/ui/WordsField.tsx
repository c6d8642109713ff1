/** A line of words that the log keeps: why something is done, who does it, or what was found. */
import { WORDS } from '../../contract/words.ts';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

/** Whether the words are long enough to be sent. */
export const isReasonValid = (words: string): boolean => words.trim().length >= WORDS.least;

interface WordsFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
  readonly testId: string;
  readonly onChange: (words: string) => void;
}

export function WordsField({ label, hint, value, autoFocus, className, testId, onChange }: WordsFieldProps) {
  return (
    <Field label={label} hint={hint} className={className}>
      {(ids) => (
        <TextInput
          {...ids}
          required
          autoFocus={autoFocus}
          minLength={WORDS.least}
          maxLength={WORDS.most}
          value={value}
          data-testid={testId}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
