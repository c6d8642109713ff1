/** One of a few, as chips: native radios, so that arrows and assistive technology work as everywhere. */
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface ChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string; readonly disabled?: boolean }[];
  readonly chosen: T | null;
  readonly onChoose: (id: T) => void;
  /** Where there are more than are offered at once. */
  readonly more?: { readonly words: string; readonly show: () => void } | null;
  /** Test hook of each chip: `<testid>-<id>`; of the way to more: `<testid>-more`. */
  readonly testId: string;
}

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
      {options.map((option) => (
        <label key={option.id} className={cx(css.chip)} data-testid={`${testId}-${option.id}`}>
          <input
            type="radio"
            name={name}
            checked={chosen === option.id}
            disabled={option.disabled === true}
            onChange={() => onChoose(option.id)}
          />
          {option.label}
        </label>
      ))}
      {more !== null && (
        <Button weight="plain" data-testid={`${testId}-more`} onClick={showMore}>
          {more.words}
        </Button>
      )}
    </fieldset>
  );
}
