/** One of a few, as chips: native radios, so that arrows and assistive technology work as everywhere. */
import { useId } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface ChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string; readonly disabled?: boolean }[];
  readonly chosen: T | null;
  readonly onChoose: (id: T) => void;
  /** Test hook of each chip: `<testid>-<id>`. */
  readonly testId: string;
}

export function Chips<T extends string>({ label, options, chosen, onChoose, testId }: ChipsProps<T>) {
  const name = useId();
  return (
    <fieldset className={cx(css.chips)}>
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
    </fieldset>
  );
}
