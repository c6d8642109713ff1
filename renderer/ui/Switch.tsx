/** On or off, in words. */
import { cx } from './cx.ts';
import { type Bound, useTestId } from './form-scope.ts';
import css from './ui.module.css';

interface SwitchProps extends Bound<boolean> {
  readonly label: string;
  readonly disabled?: boolean;
  /** The label is for who cannot see where it stands, as in a table. */
  readonly labelHidden?: boolean;
}

export function Switch({ label, value, onChange, disabled, labelHidden = false, ...hooks }: SwitchProps) {
  return (
    <label className={cx(css.switch)}>
      <input
        type="checkbox"
        role="switch"
        checked={value}
        aria-checked={value}
        disabled={disabled}
        data-testid={useTestId(hooks)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={cx(labelHidden && 'hidden-text')}>{label}</span>
    </label>
  );
}
