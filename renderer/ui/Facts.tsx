/** Facts by name: many in rows with hairlines, or a few in columns with the name over each. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './facts.module.css';

interface FactsProps {
  readonly layout: 'rows' | 'columns';
  /** Between hairlines. */
  readonly framed?: boolean;
  readonly testId?: string;
  /** `Fact` elements. */
  readonly children: ReactNode;
}

export function Facts({ layout, framed = false, testId, children }: FactsProps) {
  return (
    <dl className={cx(css.facts, framed && css.framed)} data-layout={layout} data-testid={testId}>
      {children}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  /** Of the value. */
  readonly testId?: string;
  readonly children: ReactNode;
}

export function Fact({ name, testId, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="digits" data-testid={testId}>
        {children}
      </dd>
    </div>
  );
}
