/** Deletions: what was found afterwards, which backups still have them, and the certificate. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import { erasureNumber } from '../../contract/erasure/lists.ts';
import type { ErasureView, RetentionView } from '../../contract/retention/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { useGiving } from '../pages/use-giving.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import type { Open } from './open-form.ts';
import css from './retention.module.css';

interface ErasuresProps {
  readonly view: RetentionView;
  readonly onOpen: (open: Open) => void;
  readonly onShow: (view: RetentionView) => void;
}

export function Erasures({ view, onOpen, onShow }: ErasuresProps) {
  const { t } = useTranslation();
  const { erasures, backups } = view;
  const hasOlder =
    erasures[0]?.older.some(({ where, madeAt }) => where === 'backup' && madeAt !== null) === true;
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.erasures')}>
      <h2>{t('retention.erasures')}</h2>
      {erasures.length === 0 && <p className="quiet">{t('retention.erasuresNone')}</p>}
      {hasOlder && (
        <Note kind="warn" testId="retention-older-backups">
          {!backups.hasNewer && <p>{t('retention.backupFirst')}</p>}
          <div className="line3">
            {backups.hasNewer ? (
              <Button data-testid="retention-destroy" onClick={() => onOpen({ form: 'destroy' })}>
                {t('retention.destroy')}
              </Button>
            ) : (
              <Button data-testid="retention-to-backup" onClick={() => deskStore.getState().go('backup')}>
                {t('retention.toBackup')}
              </Button>
            )}
          </div>
        </Note>
      )}
      {erasures.map((one) => (
        <OneErasure key={one.erasureId} erasure={one} onShow={onShow} />
      ))}
    </section>
  );
}

function OneErasure({ erasure, onShow }: { readonly erasure: ErasureView } & Pick<ErasuresProps, 'onShow'>) {
  const { t } = useTranslation();
  const { save, print, ...giving } = useGiving();
  const checking = useSubmit();
  const isBusy = giving.busy || checking.busy;
  const { erasureId } = erasure;
  const certify = bridge.vault['retention.certificate'];
  const number = erasureNumber(erasureId);
  const who = { time: formatMoment(erasure.at), people: erasure.people, name: erasure.by };
  return (
    <div className={cx('stack2', css.one)} data-testid="retention-erasure">
      <p>
        <b>{number}</b> {t(`erasure.causes.${erasure.cause}`)} ·{' '}
        {erasure.with === null
          ? t('retention.erasureBy', who)
          : t('retention.erasureByBoth', { ...who, other: erasure.with })}
      </p>
      {erasure.check === null || erasure.check.found > 0 ? (
        <Note kind="harm">
          <p>
            {erasure.check === null
              ? t('retention.unchecked')
              : t('retention.found', { count: erasure.check.found })}
          </p>
        </Note>
      ) : (
        <p className="quiet">{t('retention.clean', { pages: erasure.check.pages })}</p>
      )}
      <p className="quiet">{olderWords(t, erasure)}</p>
      <FailureNote failure={giving.failure ?? checking.failure} />
      <div className="line3">
        <Button
          disabled={isBusy}
          aria-label={`${t('retention.certificate')} · ${number}`}
          data-testid="retention-certificate"
          onClick={() => void save('certificate', (fileId) => certify({ erasureId, fileId }))}
        >
          {t('retention.certificate')}
        </Button>
        <Button
          weight="plain"
          disabled={isBusy}
          aria-label={`${t('retention.printCertificate')} · ${number}`}
          data-testid="retention-print-certificate"
          onClick={() => void print(() => certify({ erasureId }))}
        >
          {t('retention.printCertificate')}
        </Button>
        {erasure.check === null && (
          <Button
            disabled={isBusy}
            data-testid="retention-check"
            onClick={() => void checking.submit(() => bridge.vault['retention.check']({ erasureId }), onShow)}
          >
            {t('retention.check')}
          </Button>
        )}
      </div>
    </div>
  );
}

function olderWords(t: Translate, { older }: ErasureView): string {
  if (older.length === 0) return t('retention.noOlder');
  const days = older.map(({ goneBy }) => goneBy);
  if (days.includes(null)) return t('retention.olderOpen', { count: older.length });
  return t('retention.older', {
    count: older.length,
    day: formatDate(Math.max(...days.map((day) => day ?? 0))),
  });
}
