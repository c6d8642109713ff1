/** The recovery sheet on screen and on paper. Printing and saving pass through the main process: named exceptions (docs/keys.md). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contract/result.ts';
import { sheetQrText } from '../../contract/recovery/sheet-text.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import css from './set-up.module.css';

interface SheetStepProps {
  readonly sheet: RecoverySheetView;
  readonly estateName: string;
  readonly onNext: () => void;
  /** False where the screen around it says what this is. */
  readonly titled?: boolean;
}

export function SheetStep({ sheet, estateName, onNext, titled = true }: SheetStepProps) {
  const { t, i18n } = useTranslation();
  const [kept, setKept] = useState<string | null>(null);
  const [today] = useState(() => Date.now());
  const [failure, setFailure] = useState<Failure | null>(null);

  const print = async () => {
    const reply = await bridge.shell.printSheet({});
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok && reply.value.done) setKept(t('setup.sheet.printed'));
  };
  const save = async () => {
    const reply = await bridge.shell.saveSheet({});
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok && reply.value.fileName !== null)
      setKept(t('setup.sheet.saved', { file: reply.value.fileName }));
  };

  return (
    <div className={cx(css.form, css.sheetStep)}>
      <div className={cx(css.screenOnly)}>
        {titled && <h1>{t('setup.sheet.title')}</h1>}
        <p>{t('setup.sheet.lead')}</p>
      </div>
      <article
        className={cx(css.sheet)}
        data-testid="recovery-sheet"
        aria-label={t('setup.sheet.paperTitle')}
      >
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
        <div className={cx(css.qrRow)}>
          <QrCode text={sheetQrText(sheet.lines)} label={t('setup.sheet.qr')} testId="sheet-qr" />
          <p className={cx('quiet', 'small')}>{t('setup.sheet.qrUse')}</p>
        </div>
        <p className={cx(css.fingerprint)}>
          <span className={cx('quiet')}>{t('setup.sheet.fingerprint')}</span> <code>{sheet.fingerprint}</code>
        </p>
        <footer className={cx(css.paperOnly)}>
          <p>
            {t('setup.sheet.date')} {formatDate(today, i18n.language)}
          </p>
          <p>{t('setup.sheet.signature')} ______________</p>
        </footer>
      </article>
      <div className={cx(css.screenOnly)}>
        <Note kind="warn">{t('setup.sheet.warn')}</Note>
        <FailureNote failure={failure} />
        <p role="status" className={cx('small')}>
          {kept ?? t('setup.sheet.notYet')}
        </p>
        <div className={cx(css.actions)}>
          <Button
            weight={kept === null ? 'main' : 'normal'}
            onClick={() => void print()}
            data-testid="sheet-print"
          >
            {t('setup.sheet.print')}
          </Button>
          <Button onClick={() => void save()} data-testid="sheet-save">
            {t('setup.sheet.save')}
          </Button>
          {kept === null && (
            <Button weight="plain" onClick={() => setKept('')} data-testid="sheet-handwritten">
              {t('setup.sheet.handwrite')}
            </Button>
          )}
          <Button
            weight={kept === null ? 'normal' : 'main'}
            onClick={onNext}
            disabled={kept === null}
            data-testid="setup-next"
          >
            {t('setup.sheet.next')}
          </Button>
        </div>
      </div>
    </div>
  );
}
