/** On or off, in words. */
import { cx } from './cx.ts';
import css from './ui.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}

export function Switch({ label, on, onChange, disabled, testId }: SwitchProps) {
  return (
    <label className={cx(css.switch)}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
