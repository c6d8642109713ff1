/** A clear value on screen: tabular, in groups, and not to be selected, because selecting copies it to the main process. */
import type { RevealableFieldId } from '../../contract/fields.ts';
import { groupValue } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import css from './reveal.module.css';

interface ShownValueProps {
  readonly field: RevealableFieldId;
  readonly value: string;
  readonly size: 'large' | 'row';
}

export function ShownValue({ field, value, size }: ShownValueProps) {
  return (
    <span
      className={cx(css.value, size === 'large' && css.large, value.length > 40 && css.long)}
      data-testid="reveal-value"
    >
      {groupValue(field, value).map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a group is its place in the value
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
