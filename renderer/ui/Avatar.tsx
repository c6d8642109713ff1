/** Somebody by the first letter of their name: a picture that says nothing which the name beside it does not. */
import { cx } from './cx.ts';
import css from './ui.module.css';

interface AvatarProps {
  readonly name: string;
  readonly size?: 'small' | 'large';
}

export function Avatar({ name, size = 'large' }: AvatarProps) {
  const [first = ''] = name;
  return (
    <span className={cx(css.avatar)} data-size={size} aria-hidden="true">
      {first.toUpperCase()}
    </span>
  );
}
