/** A few to choose from, as chips: native radios and boxes, so that arrows and assistive technology work as everywhere. */
import { type ReactNode, type SyntheticEvent, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { type Bound, useTestId } from './form-scope.ts';
import type { Choice } from './Select.tsx';
import css from './ui.module.css';
import { useMissing } from './use-validity.ts';

interface ChipProps {
  /** One of those with its `name`, or on its own. */
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly onInvalid?: (event: SyntheticEvent<HTMLInputElement>) => void;
  readonly onChoose: (chosen: boolean) => void;
  /** In a second line, smaller. */
  readonly detail?: string;
  readonly testId: string;
  readonly children: ReactNode;
}

export function Chip({
  type,
  name,
  chosen,
  disabled = false,
  required = false,
  onInvalid,
  onChoose,
  detail,
  testId,
  children,
}: ChipProps) {
  return (
    <label className={cx(css.chip)} data-tall={detail !== undefined} data-testid={testId}>
      <input
        type={type}
        name={name}
        checked={chosen}
        disabled={disabled}
        required={required}
        onInvalid={onInvalid}
        onChange={({ currentTarget: { checked } }) => onChoose(checked)}
      />
      {children}
      {detail !== undefined && <small>{detail}</small>}
    </label>
  );
}

interface ChipsWords<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
}

/** One of them. The test hook of each chip is `<testid>-<value>`, that of the way to more `<testid>-more`. */
export function Chips<T extends string>({
  label,
  choices,
  value,
  onChange,
  more = null,
  required = false,
  ...hooks
}: ChipsWords<T> &
  Bound<T | null, T> & {
    /** One has to be chosen before the form is sent. */
    readonly required?: boolean;
    /** Where there are more than are offered at once. */
    readonly more?: { readonly words: string; readonly show: () => void } | null;
  }) {
  const testId = useTestId(hooks);
  const name = useId();
  const { problem, listeners } = useMissing();
  const chips = useRef<HTMLFieldSetElement>(null);
  // The first of those that came takes the focus of the button that is gone.
  const showMore = (): void => {
    const before = choices.length;
    flushSync(() => more?.show());
    chips.current?.querySelectorAll('input')[before]?.focus();
  };
  return (
    <fieldset ref={chips} className={cx('line2', css.chips)}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <Chip
          key={choice.value}
          type="radio"
          name={name}
          chosen={value === choice.value}
          disabled={choice.disabled === true}
          required={required}
          onInvalid={listeners.onInvalid}
          onChoose={() => {
            listeners.onInput();
            onChange(choice.value);
          }}
          testId={`${testId}-${choice.value}`}
        >
          {choice.words}
        </Chip>
      ))}
      {problem !== null && value === null && (
        <p className={cx(css.bad)} role="alert">
          {problem}
        </p>
      )}
      {more !== null && (
        <Button weight="plain" data-testid={`${testId}-more`} onClick={showMore}>
          {more.words}
        </Button>
      )}
    </fieldset>
  );
}

/** Any number of them, in the order of the choices. */
export function SeveralChips<T extends string>({
  label,
  choices,
  value,
  onChange,
  ...hooks
}: ChipsWords<T> & Bound<readonly T[]>) {
  const testId = useTestId(hooks);
  const toggled = (chosen: T, is: boolean): readonly T[] =>
    choices.map((choice) => choice.value).filter((one) => (one === chosen ? is : value.includes(one)));
  return (
    <fieldset className={cx('line2', css.chips)}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <Chip
          key={choice.value}
          type="checkbox"
          chosen={value.includes(choice.value)}
          disabled={choice.disabled === true}
          onChoose={(is) => onChange(toggled(choice.value, is))}
          testId={`${testId}-${choice.value}`}
        >
          {choice.words}
        </Chip>
      ))}
    </fieldset>
  );
}
