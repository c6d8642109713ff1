/** When something was noticed: a day and a time, as they are typed. */
import { useTranslation } from '../messages/translate.ts';
import { formatClock, formatDate } from '../messages/format.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { TextField } from '../ui/TextField.tsx';

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
  /** Returns the problem of a moment in words; null where there is none. */
  readonly validate: (typed: TypedMoment) => string | null;
  readonly onChange: (value: TypedMoment) => void;
}

export function MomentFields({ value, validate, onChange }: MomentFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <DayField
        label={t('incidents.noticedDay')}
        required
        missing={t('incidents.badMoment')}
        validate={() => validate(value)}
        value={value.day}
        testId="incident-noticed-day"
        onChange={(day) => onChange({ ...value, day })}
      />
      <TextField
        label={t('incidents.noticedTime')}
        inputMode="numeric"
        maxLength={5}
        value={value.time}
        testId="incident-noticed-time"
        onChange={(time) => onChange({ ...value, time })}
      />
    </>
  );
}
