/** On the key page: where the ceremony after a theft is begun or gone on with, and the record of those that were. */
import { useTranslation } from '../messages/translate.ts';
import { THEFT_STEPS } from '../../contract/key-management/lists.ts';
import type { KeysView } from '../../contract/key-management/views.ts';
import { formatMoment } from '../messages/format.ts';
import { theftStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './keys.module.css';

interface TheftProps {
  readonly theft: KeysView['theft'];
  readonly isAdmin: boolean;
}

/** There until it is finished, also after a restart. */
export function TheftBanner({ theft: { left }, isAdmin }: TheftProps) {
  const { t } = useTranslation();
  if (left === null) return null;
  return (
    <div
      className={cx('line4', css.unfinished)}
      role="status"
      data-testid="theft-unfinished"
      data-left={left}
    >
      <p>
        <Icon name="warn" /> <b>{t('keysPage.theft.unfinished', { left, of: THEFT_STEPS.length })}</b>{' '}
        {!isAdmin && t('keysPage.theft.byAdmin')}
      </p>
      {isAdmin && (
        <Button weight="main" data-testid="theft-resume" onClick={() => void theftStore.getState().open()}>
          {t('keysPage.theft.resume')}
        </Button>
      )}
    </div>
  );
}

export function TheftSection({ theft: { left, history }, isAdmin }: TheftProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(css.key)} aria-labelledby="key-theft" data-testid="key-theft">
      <div className={cx('stack1', css.wide)}>
        <h2 id="key-theft">{t('keysPage.theft.title')}</h2>
        <p>{t('keysPage.theft.what')}</p>
      </div>
      {isAdmin && left === null && (
        <Button data-testid="theft-open" onClick={() => void theftStore.getState().open()}>
          {t('keysPage.theft.open')}
        </Button>
      )}
      <TheftRecord history={history} />
    </section>
  );
}

function TheftRecord({ history }: { readonly history: KeysView['theft']['history'] }) {
  const { t } = useTranslation();
  if (history.length === 0) return null;
  return (
    <details className={cx(css.record)} data-testid="record-theft">
      <summary data-testid="key-theft-record">
        {t('keysPage.theft.record', { number: history.length })}
      </summary>
      <ul>
        {history.map(({ id, begunAt, staffName, cosignerName, end }) => (
          <li key={id}>
            <span className="digits">{formatMoment(begunAt)}</span>
            <span>
              {staffName}
              {cosignerName !== null && ` ${t('log.with', { name: cosignerName })}`}
            </span>
            <span>{t(end === 'done' ? 'keysPage.theft.ends.done' : 'keysPage.theft.ends.unfinished')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
