/** Filters of a table: a row of choices over it, each empty where it narrows nothing, and one button that empties all of them. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { DayInput } from './DayInput.tsx';
import { dayFrom } from './days.ts';
import { Field } from './Field.tsx';
import css from './filter-bar.module.css';
import type { Choice } from './Select.tsx';
import { OptionalSelectField } from './SelectField.tsx';

interface FilterBarProps {
  readonly label: string;
  readonly clearWords: string;
  readonly testId: string;
  /** Something is chosen. */
  readonly active: boolean;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

export function FilterBar({ label, clearWords, testId, active, onClear, children }: FilterBarProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={cx(css.bar)} role="group" aria-label={label} data-testid={testId} data-open={isOpen}>
      <Button
        className={cx(css.fold)}
        aria-expanded={isOpen}
        data-testid={`${testId}-fold`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(active ? 'common.filtersOn' : 'common.filters')}
      </Button>
      <div className={cx('line3', css.fields)}>
        {children}
        {active && (
          <Button weight="plain" data-testid={`${testId}-clear`} onClick={onClear}>
            {clearWords}
          </Button>
        )}
      </div>
    </div>
  );
}

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** Words for no choice. */
  readonly allWords: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onChoose: (value: Value | undefined) => void;
}

/** One of a list, or all. */
export function FilterSelect<Value extends string>({
  label,
  allWords,
  choices,
  value,
  disabled = false,
  testId,
  onChoose,
}: FilterSelectProps<Value>) {
  return (
    <OptionalSelectField
      label={label}
      className={cx(css.select)}
      value={value ?? null}
      choices={choices}
      none={allWords}
      disabled={disabled}
      testId={testId}
      onChange={(chosen) => onChoose(chosen ?? undefined)}
    />
  );
}

interface FilterDayProps {
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly value: string | undefined;
  /** Problem of the day in view of the other choices, in words. */
  readonly problem?: string | null;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day, typed as it is said or chosen from a calendar; what is typed counts once it is done, so that half a date narrows nothing. */
export function FilterDay({ label, value, problem, disabled = false, testId, onChoose }: FilterDayProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  const [wrong, setWrong] = useState(false);
  const [before, setBefore] = useState(value);
  // Changed from outside.
  if (value !== before) {
    setBefore(value);
    setTyped(value ?? '');
    setWrong(false);
  }
  const commit = (text: string): void => {
    const day = text.trim() === '' ? undefined : dayFrom(text);
    setWrong(day === null);
    if (day !== null && day !== value) onChoose(day);
  };
  return (
    <Field label={label} problem={wrong ? t('day.none') : problem} className={cx(css.day)}>
      {(ids) => (
        <DayInput
          input={{ ...ids, value: typed, 'data-testid': testId }}
          disabled={disabled}
          onChange={setTyped}
          onDone={commit}
        />
      )}
    </Field>
  );
}
