/** One of several, in a line of its own: for choices that are sentences. */
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface RadioProps {
  /** Name that the radio buttons of one choice share. */
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly testId: string;
  readonly children: ReactNode;
}

export function Radio({ name, chosen, onChoose, onKeyDown, testId, children }: RadioProps) {
  return (
    <label className={cx('row2', css.radio)} data-testid={testId}>
      <input type="radio" name={name} checked={chosen} onKeyDown={onKeyDown} onChange={onChoose} />
      {children}
    </label>
  );
}
