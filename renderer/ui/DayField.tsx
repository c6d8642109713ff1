/** A day with its label, typed or chosen from a calendar, bound to the text that was typed. */
import { useTranslation } from '../messages/translate.ts';
import { DayInput } from './DayInput.tsx';
import { dayFrom } from './days.ts';
import { FieldFrame } from './Field.tsx';
import { type TextOptions, useTextField } from './use-text-field.ts';

interface DayFieldProps extends Omit<TextOptions, 'minLength'> {
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** Returns the problem of an entered day in words; null where there is none. */
  readonly validate?: (day: string) => string | null;
}

export function DayField({ autoFocus, disabled, validate, ...options }: DayFieldProps) {
  const { t } = useTranslation();
  const none = options.missing ?? t('day.none');
  const { frame, input } = useTextField({
    ...options,
    missing: none,
    validate: (text) => {
      const day = dayFrom(text);
      return day === null ? none : (validate?.(day) ?? null);
    },
  });
  return (
    <FieldFrame {...frame}>
      <DayInput input={input} autoFocus={autoFocus} disabled={disabled} onChange={options.onChange} />
    </FieldFrame>
  );
}
