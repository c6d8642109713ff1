/** Lays a paper out over its pages, with the mark at the foot of each. */
import type { ReactNode } from 'react';
import type { PaperMark } from '../../contract/paper.ts';
import { cx } from '../ui/cx.ts';
import css from './paper-trace.module.css';
import { PaperTrace } from './PaperTrace.tsx';

interface OnEveryPageProps {
  /** Null where nobody is signed in, as at set-up. */
  readonly mark: PaperMark | null;
  readonly children: ReactNode;
}

export function OnEveryPage({ mark, children }: OnEveryPageProps) {
  if (mark === null) return children;
  return (
    <>
      <table className={cx(css.sheet)} role="presentation">
        <tbody>
          <tr>
            <td>{children}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td className={cx(css.room)} aria-hidden="true" />
          </tr>
        </tfoot>
      </table>
      <PaperTrace mark={mark} />
    </>
  );
}
