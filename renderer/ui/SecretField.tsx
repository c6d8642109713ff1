/** A number that must not leave the renderer yet and has to be read while it is typed, with its label. */
import type { Ref } from 'react';
import { Field, type FieldWords } from './Field.tsx';
import { type SecretHandle, type SecretProps, ShownSecretInput } from './TextInput.tsx';
import { KEPT_INPUT } from './typed-inputs.ts';
import { useMissing } from './use-validity.ts';

interface SecretFieldProps
  extends
    FieldWords,
    Pick<SecretProps, 'autoFocus' | 'inputMode' | 'maxLength' | 'onInput' | 'readOnly' | 'required'> {
  readonly handle: Ref<SecretHandle>;
  readonly testId: string;
  /** Kept over a lock with what else was typed into its form. */
  readonly isKept?: boolean;
}

export function SecretField(props: SecretFieldProps) {
  const { label, hint, problem, grow, className, testId, isKept, onInput, ...input } = props;
  const { problem: missing, listeners } = useMissing();
  return (
    <Field {...{ label, hint, grow, className }} problem={missing ?? problem}>
      {(ids) => (
        <ShownSecretInput
          {...ids}
          {...input}
          data-testid={testId}
          {...(isKept === true && KEPT_INPUT)}
          onInvalid={listeners.onInvalid}
          onInput={(event) => {
            listeners.onInput();
            onInput?.(event);
          }}
        />
      )}
    </Field>
  );
}
