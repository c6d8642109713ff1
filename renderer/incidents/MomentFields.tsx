/** When something was noticed: a day and a time, as they are typed. */
import { useTranslation } from '../messages/translate.ts';
import { formatClock, formatDate } from '../messages/format.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** As typed. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

/** Of milliseconds since 1970. */
export const typedOf = (at: number): TypedMoment => ({ day: formatDate(at), time: formatClock(at) });

/** Milliseconds since 1970; null where it cannot be understood, or is still to come. */
export function momentOf({ day, time }: TypedMoment, now: number): number | null {
  const date = dayFrom(day);
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/.exec(time.trim()) ?? [];
  if (date === null || hours === undefined || minutes === undefined) return null;
  const at = new Date(`${date}T${hours.padStart(2, '0')}:${minutes}:00`).getTime();
  return Number.isNaN(at) || at > now ? null : at;
}

interface MomentFieldsProps {
  readonly value: TypedMoment;
  readonly problem: string | null;
  readonly onChange: (value: TypedMoment) => void;
}

export function MomentFields({ value, problem, onChange }: MomentFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('incidents.noticedDay')} problem={problem}>
        {(ids) => (
          <DayInput
            ids={ids}
            text={value.day}
            testId="incident-noticed-day"
            onChange={(day) => onChange({ ...value, day })}
          />
        )}
      </Field>
      <Field label={t('incidents.noticedTime')}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={5}
            value={value.time}
            data-testid="incident-noticed-time"
            onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
