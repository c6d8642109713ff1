/** On or off, in words. */
import { cx } from './cx.ts';
import css from './ui.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  /** The label is for who cannot see where it stands, as in a table. */
  readonly labelHidden?: boolean;
  readonly testId?: string;
}

export function Switch({ label, on, onChange, disabled, labelHidden = false, testId }: SwitchProps) {
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
      <span className={cx(labelHidden && 'hidden-text')}>{label}</span>
    </label>
  );
}
