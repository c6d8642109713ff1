/** What narrows a table: a row of choices over it, each empty where it narrows nothing, and one button that empties all of them. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Field } from './Field.tsx';
import css from './filter-bar.module.css';
import { Select } from './Select.tsx';
import type { Choice } from './Select.tsx';
import { TextInput } from './TextInput.tsx';

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
  return (
    <div className={cx(css.bar)} role="group" aria-label={label} data-testid={testId}>
      {children}
      <Button weight="plain" disabled={!active} data-testid={`${testId}-clear`} onClick={onClear}>
        {clearWords}
      </Button>
    </div>
  );
}

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** What stands for no choice. */
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
    <Field label={label} className={cx(css.select)}>
      {(ids) => (
        <Select
          ids={ids}
          value={value ?? null}
          choices={choices}
          none={{ words: allWords, onChoose: () => onChoose(undefined) }}
          disabled={disabled}
          testId={testId}
          onChoose={onChoose}
        />
      )}
    </Field>
  );
}

interface FilterDayProps {
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly value: string | undefined;
  /** The day that a typed text means; null for none. */
  readonly parse: (text: string) => string | null;
  readonly notADay: string;
  /** What is wrong with the day beside the other choices. */
  readonly problem?: string | null;
  readonly disabled?: boolean;
  readonly testId: string;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day, typed as it is said; it counts once the field is left or Enter is pressed, so that half a date narrows nothing. */
export function FilterDay({ value, ...rest }: FilterDayProps) {
  // Begun anew where the day changes from outside.
  return <DayInput key={value ?? ''} value={value} {...rest} />;
}

function DayInput({ label, value, parse, notADay, problem, disabled, testId, onChoose }: FilterDayProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [wrong, setWrong] = useState(false);
  const commit = (): void => {
    const day = typed.trim() === '' ? undefined : parse(typed);
    setWrong(day === null);
    if (day === null || day === value) return;
    onChoose(day);
  };
  return (
    <Field label={label} problem={wrong ? notADay : problem} className={cx(css.day)}>
      {(ids) => (
        <TextInput
          {...ids}
          value={typed}
          disabled={disabled}
          maxLength={20}
          inputMode="numeric"
          placeholder="2026-01-31"
          data-testid={testId}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          }}
        />
      )}
    </Field>
  );
}
