/** Who is not deleted for now, and why. */
import { useTranslation } from '../messages/translate.ts';
import type { HoldView } from '../../contract/retention/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';
import type { Open } from './open-form.ts';
import css from './retention.module.css';

interface HoldsProps {
  readonly holds: readonly HoldView[];
  readonly onOpen: (open: Open) => void;
}

export function Holds({ holds, onOpen }: HoldsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.holds')}>
      <h2>{t('retention.holds')}</h2>
      {holds.length === 0 && <p className="quiet">{t('retention.holdsNone')}</p>}
      {holds.map((hold) => {
        const name = hold.nameMask ?? t('retention.gone');
        const until =
          hold.until === null ? t('retention.holdNoEnd') : t('erasure.until', { day: hold.until });
        return (
          <div key={hold.holdId} className={cx('stack2', css.one)} data-testid="retention-held">
            <p>
              <b>{t('retention.number', { number: hold.personId, mask: name })}</b>{' '}
              {t(`retention.holdKinds.${hold.kind}`)} · {until}{' '}
              {hold.isOver && <Badge tone="amber">{t('retention.holdOver')}</Badge>}
            </p>
            <p className="quiet">
              {t('retention.holdBy', { name: hold.by, time: formatMoment(hold.at), words: hold.words })}
            </p>
            <Button
              aria-label={`${t('retention.endHold')} · ${name}`}
              data-testid="retention-end-hold"
              onClick={() => onOpen({ form: 'endHold', hold })}
            >
              {t('retention.endHold')}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
