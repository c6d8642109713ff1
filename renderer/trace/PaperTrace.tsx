/** The mark at the foot of every page of a paper: who, which desk, when, and the code that leads back, in black. */
import { useTranslation } from '../messages/translate.ts';
import type { PaperMark } from '../../contract/paper.ts';
import { formatFullMoment } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { QrCode } from '../ui/QrCode.tsx';
import css from './paper-trace.module.css';

export function PaperTrace({ mark: { name, desk, at, code } }: { readonly mark: PaperMark }) {
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
