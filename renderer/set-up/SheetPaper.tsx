/** The recovery sheet as the screen of a ceremony shows it and as the page that is printed has it, where its head and foot are seen as well. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { sheetQrText } from '../../contract/recovery/sheet-text.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { formatDate } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { QrCode } from '../ui/QrCode.tsx';
import css from './set-up.module.css';

interface SheetPaperProps {
  readonly sheet: Pick<RecoverySheetView, 'lines' | 'fingerprint'>;
  readonly estateName: string;
}

export function SheetPaper({ sheet, estateName }: SheetPaperProps) {
  const { t } = useTranslation();
  const [today] = useState(() => Date.now());
  return (
    <article className={cx(css.sheet)} data-testid="recovery-sheet" aria-label={t('setup.sheet.paperTitle')}>
      <header className={cx(css.paperOnly)}>
        <p>
          {t('product')} · {estateName}
        </p>
        <h2>{t('setup.sheet.paperTitle')}</h2>
        <p>{t('setup.sheet.paperUse')}</p>
      </header>
      <ol className={cx(css.lines)}>
        {sheet.lines.map((groups, line) => (
          // The place of a line and of a group is what it is called by.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={line} aria-label={t('setup.sheet.line', { line: line + 1 })}>
            {groups.map((group, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={at} data-testid={`sheet-group-${line}-${at}`}>
                {group}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <div className={cx('row4', css.qrRow)}>
        <QrCode text={sheetQrText(sheet.lines)} label={t('setup.sheet.qr')} testId="sheet-qr" />
        <p className={cx('quiet', 'small')}>{t('setup.sheet.qrUse')}</p>
      </div>
      <p className={cx(css.fingerprint)}>
        <span className={cx('quiet')}>{t('setup.sheet.fingerprint')}</span> <code>{sheet.fingerprint}</code>
      </p>
      <footer className={cx(css.paperOnly)}>
        <p>
          {t('setup.sheet.date')} {formatDate(today)}
        </p>
        <p>{t('setup.sheet.signature')} ______________</p>
      </footer>
    </article>
  );
}
