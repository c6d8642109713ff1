/** Ties a text to a bound value and to its words, and judges it by React Aria's own form validation. */
import { type ComponentProps, type RefObject, useRef } from 'react';
import { useTextField as useAriaTextField } from 'react-aria/useTextField';
import { useTranslation } from '../messages/translate.ts';
import type { FieldFrameProps, FieldWords } from './Field.tsx';
import { type Bound, useTestId } from './form-scope.ts';

export interface TextOptions extends FieldWords, Bound<string> {
  readonly required?: boolean;
  readonly minLength?: number;
  /** Returns the problem of an entered text in words, null where there is none: the form is not sent while there is one; it is said once the input is left. */
  readonly validate?: (text: string) => string | null;
  /** Problem in words where a text is required and there is none. */
  readonly missing?: string;
}

type Inputs = ComponentProps<'input'> &
  ComponentProps<'textarea'> & { readonly value: string; readonly 'data-testid': string };

/** `frame` is for what stands around the input, `input` for the input itself. */
export function useTextField(
  { label, hint, problem, grow, className, name, value, onChange, testId, ...judged }: TextOptions,
  inputElementType: 'input' | 'textarea' = 'input',
): { readonly frame: Omit<FieldFrameProps, 'children'>; readonly input: Inputs } {
  const { t } = useTranslation();
  const { required = false, minLength = 0, validate, missing = t('field.missing') } = judged;
  const ref: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null> = useRef(null);
  const wrongIn = (text: string): string | null => {
    const typed = text.trim().length;
    if (typed === 0) return required ? missing : null;
    return typed < minLength ? t('field.short', { least: minLength }) : (validate?.(text) ?? null);
  };
  const { labelProps, inputProps, descriptionProps, errorMessageProps, isInvalid } = useAriaTextField(
    {
      label,
      value,
      onChange,
      inputElementType,
      isRequired: required,
      validate: wrongIn,
      validationBehavior: 'native',
    },
    ref,
  );
  // What is mended is said no longer, also where it was mended elsewhere in the form.
  const said = problem ?? (isInvalid ? wrongIn(value) : null);
  const shared = {
    ...inputProps,
    value,
    ref,
    'aria-invalid': said !== null && said !== '' && said !== false,
    'data-testid': useTestId({ testId, name }),
    'data-input': name,
  };
  return {
    frame: {
      label,
      hint,
      problem: said,
      grow,
      className,
      labelProps,
      hintProps: descriptionProps,
      problemProps: errorMessageProps,
    },
    // What React Aria gives an input it gives an area, too, by the kind that it is told of.
    input: shared as typeof shared & Inputs,
  };
}
