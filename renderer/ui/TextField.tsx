/** A line of text with its label, bound to a value. */
import type { ComponentProps } from 'react';
import { FieldFrame } from './Field.tsx';
import { TextInput } from './TextInput.tsx';
import { type TextOptions, useTextField } from './use-text-field.ts';

type Plain = Pick<
  ComponentProps<'input'>,
  'autoFocus' | 'disabled' | 'inputMode' | 'maxLength' | 'onKeyDown' | 'placeholder' | 'readOnly' | 'type'
>;

export type TextFieldProps = TextOptions &
  Plain & {
    /** Of the input itself. */
    readonly inputClass?: string | undefined;
  };

export function TextField(props: TextFieldProps) {
  const {
    autoFocus,
    disabled,
    inputMode,
    maxLength,
    onKeyDown,
    placeholder,
    readOnly,
    type = 'text',
  } = props;
  const { frame, input } = useTextField(props);
  const plain = { autoFocus, disabled, inputMode, maxLength, onKeyDown, placeholder, readOnly, type };
  return (
    <FieldFrame {...frame}>
      <TextInput {...input} {...plain} className={props.inputClass} />
    </FieldFrame>
  );
}
