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

export function SealedInput(props: SealedInputProps) {
  const { field, label, handle, autoFocus = false, problem = null, onInput, testId } = props;
  if (field === 'guardian')
    return (
      <GuardianInput
        label={label}
        handle={handle}
        autoFocus={autoFocus}
        problem={problem}
        onInput={onInput}
        testId={testId}
      />
    );
  if (field === 'emergency' || field === 'foreman')
    return (
      <ContactInput
        field={field}
        handle={handle}
        autoFocus={autoFocus}
        problem={problem}
        onInput={onInput}
        testId={testId}
      />
    );
  return <PlainInput {...props} />;
}

function PlainInput({ field, label, handle, autoFocus = false, problem, onInput, testId }: SealedInputProps) {
  const { t } = useTranslation();
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const secret = useRef<SecretHandle>(null);
  useImperativeHandle(handle, () => ({
    peek: () => text.current?.value.trim() ?? secret.current?.peek().trim() ?? '',
  }));
  const { longest } = FIELDS[field];
  if (field === 'remark') {
    return (
      <Field label={label} problem={problem}>
        {(ids) => (
          <TextArea
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
  }
  if (field === 'address' || field === 'contractor' || field === 'certificate') {
    return (
      <Field label={label} problem={problem}>
        {(ids) => (
          <TextInput
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
  }
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
