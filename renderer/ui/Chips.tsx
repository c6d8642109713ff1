/** A few to choose from, as chips: native radios and boxes, so that arrows and assistive technology work as everywhere. */
import { type ReactNode, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface ChipProps {
  /** One of those with its `name`, or on its own. */
  readonly type: 'radio' | 'checkbox';
  readonly name?: string;
  readonly chosen: boolean;
  readonly disabled?: boolean;
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
        onChange={({ currentTarget: { checked } }) => onChoose(checked)}
      />
      {children}
      {detail !== undefined && <small>{detail}</small>}
    </label>
  );
}

interface ChipOption<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly disabled?: boolean;
}

interface ChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly ChipOption<T>[];
  readonly chosen: T | null;
  readonly onChoose: (id: T) => void;
  /** Where there are more than are offered at once. */
  readonly more?: { readonly words: string; readonly show: () => void } | null;
  /** Test hook of each chip: `<testid>-<id>`; of the way to more: `<testid>-more`. */
  readonly testId: string;
}

/** One of them. */
export function Chips<T extends string>({
  label,
  options,
  chosen,
  onChoose,
  more = null,
  testId,
}: ChipsProps<T>) {
  const name = useId();
  const chips = useRef<HTMLFieldSetElement>(null);
  // The first of those that came takes the focus of the button that is gone.
  const showMore = (): void => {
    const before = options.length;
    flushSync(() => more?.show());
    chips.current?.querySelectorAll('input')[before]?.focus();
  };
  return (
    <fieldset ref={chips} className={cx(css.chips)}>
      <legend>{label}</legend>
      {options.map(({ id, label: words, disabled }) => (
        <Chip
          key={id}
          type="radio"
          name={name}
          chosen={chosen === id}
          disabled={disabled === true}
          onChoose={() => onChoose(id)}
          testId={`${testId}-${id}`}
        >
          {words}
        </Chip>
      ))}
      {more !== null && (
        <Button weight="plain" data-testid={`${testId}-more`} onClick={showMore}>
          {more.words}
        </Button>
      )}
    </fieldset>
  );
}

interface SeveralChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly ChipOption<T>[];
  readonly chosen: readonly T[];
  /** Those that are chosen now, in the order of the options. */
  readonly onChoose: (ids: readonly T[]) => void;
  /** Test hook of each chip: `<testid>-<id>`. */
  readonly testId: string;
}

/** Any number of them. */
export function SeveralChips<T extends string>({
  label,
  options,
  chosen,
  onChoose,
  testId,
}: SeveralChipsProps<T>) {
  const toggled = (id: T, is: boolean): readonly T[] =>
    options.map((option) => option.id).filter((one) => (one === id ? is : chosen.includes(one)));
  return (
    <fieldset className={cx(css.chips)}>
      <legend>{label}</legend>
      {options.map(({ id, label: words, disabled }) => (
        <Chip
          key={id}
          type="checkbox"
          chosen={chosen.includes(id)}
          disabled={disabled === true}
          onChoose={(is) => onChoose(toggled(id, is))}
          testId={`${testId}-${id}`}
        >
          {words}
        </Chip>
      ))}
    </fieldset>
  );
}
