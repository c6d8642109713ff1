/** Words of more than a line with their label, bound to a value. */
import type { ComponentProps } from 'react';
import { FieldFrame } from './Field.tsx';
import { TextArea } from './TextInput.tsx';
import { type TextOptions, useTextField } from './use-text-field.ts';

type Plain = Pick<ComponentProps<'textarea'>, 'autoFocus' | 'maxLength' | 'readOnly' | 'rows'> & {
  /** Of the area itself. */
  readonly inputClass?: string | undefined;
};

export function AreaField({
  autoFocus,
  maxLength,
  readOnly,
  rows,
  inputClass,
  ...options
}: TextOptions & Plain) {
  const { frame, input } = useTextField(options, 'textarea');
  return (
    <FieldFrame {...frame}>
      <TextArea {...input} {...{ autoFocus, maxLength, readOnly, rows }} className={inputClass} />
    </FieldFrame>
  );
}
