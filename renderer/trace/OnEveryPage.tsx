/** Lays a paper out over its pages, with the mark at the foot of each. */
import type { ReactNode } from 'react';
import type { PaperMark } from '../../contract/paper.ts';
import { cx } from '../ui/cx.ts';
import css from './paper-trace.module.css';
import { useTranslation } from '../messages/translate.ts';
import { formatFullMoment } from '../messages/format.ts';
import { QrCode } from '../ui/QrCode.tsx';

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

/** The mark at the foot of every page of a paper: who, which desk, when, and the code that leads back, in black. */
function PaperTrace({ mark: { name, desk, at, code } }: { readonly mark: PaperMark }) {
  const { t } = useTranslation();
  return (
    <footer className={cx(css.mark)} data-testid="paper-trace">
      <p className="digits">
        <b>{t('trace.paperLine', { name, desk, time: formatFullMoment(at) })}</b>
        {code !== null && <b data-testid="paper-trace-code">{code}</b>}
      </p>
      {code !== null && (
        <div className={cx(css.qr)}>
          <QrCode text={code} label={t('trace.paperCode')} testId="paper-trace-qr" />
        </div>
      )}
    </footer>
  );
}
