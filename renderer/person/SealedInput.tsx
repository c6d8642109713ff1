/**
 * The input of a sealed value: numbers and addresses of the net in a shown password field; what needs an input method
 * (a postal address, a remark, a contact's name) in a text field, outside the promise of docs/keys.md.
 */
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { FIELDS, type SealedFieldId } from '../../contract/fields.ts';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { type SecretHandle, TextArea, TextInput } from '../ui/TextInput.tsx';
import { ContactInput } from './ContactInput.tsx';
import { GuardianInput } from './GuardianInput.tsx';

interface SealedInputProps {
  readonly field: SealedFieldId;
  readonly label: string;
  readonly handle: Ref<Pick<SecretHandle, 'peek'>>;
  readonly autoFocus?: boolean;
  /** Problem of the typed value, in words. */
  readonly problem?: string | null;
  readonly onInput: () => void;
  readonly testId: string;
}

export function SealedInput({ autoFocus = false, problem = null, ...props }: SealedInputProps) {
  const { field } = props;
  const input = { ...props, autoFocus, problem };
  if (field === 'guardian') return <GuardianInput {...input} />;
  if (field === 'emergency' || field === 'foreman') return <ContactInput {...input} field={field} />;
  return <PlainInput {...input} />;
}

const IN_WORDS = new Set<SealedFieldId>(['remark', 'address', 'contractor', 'certificate']);

function PlainInput({
  field,
  label,
  handle,
  autoFocus,
  problem,
  onInput,
  testId,
}: Required<SealedInputProps>) {
  const { t } = useTranslation();
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const secret = useRef<SecretHandle>(null);
  useImperativeHandle(handle, () => ({
    peek: () => text.current?.value.trim() ?? secret.current?.peek().trim() ?? '',
  }));
  const { longest } = FIELDS[field];
  const Text = field === 'remark' ? TextArea : TextInput;
  if (IN_WORDS.has(field))
    return (
      <Field label={label} problem={problem}>
        {(ids) => (
          <Text
            {...ids}
            ref={text}
            maxLength={longest}
            autoFocus={autoFocus}
            data-testid={testId}
            onInput={onInput}
          />
        )}
      </Field>
    );
  return (
    <SecretField
      label={label}
      problem={problem}
      hint={field === 'birthday' ? t('edit.birthdayHint') : null}
      handle={secret}
      maxLength={longest}
      autoFocus={autoFocus}
      testId={testId}
      isKept
      onInput={onInput}
    />
  );
}
