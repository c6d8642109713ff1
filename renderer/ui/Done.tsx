/** That a step is done: a tick and its words in one line. */
import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './ui.module.css';

export function Done({ children, ...rest }: ComponentPropsWithRef<'p'>) {
  return (
    <p {...rest} className={cx(css.done)}>
      <Icon name="check" /> {children}
    </p>
  );
}
