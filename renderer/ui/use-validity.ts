/** Validity of a field once it is left or its form is sent, in the words of the screen in place of the browser's bubble. */
import { type SyntheticEvent, useState } from 'react';
import type { FieldErrorRenderProps } from 'react-aria-components';
import { useTranslation } from '../messages/translate.ts';

/** Of what React Aria found; null where nothing is wrong. */
export function useValidityWords(): (found: FieldErrorRenderProps) => string | null {
  const { t } = useTranslation();
  return ({ isInvalid, validationDetails, validationErrors }) => {
    if (!isInvalid) return null;
    // The browser's own words are in its language, which need not be that of the screen.
    return validationDetails.valueMissing ? t('field.missing') : validationErrors.join(' ');
  };
}

/** The same for a secret, which React Aria would keep a copy of: that it is missing is said where it is missing. */
export function useMissing() {
  const { t } = useTranslation();
  const [isMissing, setIsMissing] = useState(false);
  return {
    problem: isMissing ? t('field.missing') : null,
    listeners: {
      onInvalid: (event: SyntheticEvent<HTMLInputElement>): void => {
        event.preventDefault();
        setIsMissing(true);
        if (isFirstInvalid(event.currentTarget)) event.currentTarget.focus();
      },
      onInput: (): void => setIsMissing(false),
    },
  };
}

const isFirstInvalid = (input: HTMLInputElement): boolean =>
  [...(input.form?.elements ?? [])].find(
    (element) => 'validity' in element && !(element.validity as ValidityState).valid,
  ) === input;
