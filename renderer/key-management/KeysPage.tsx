/** Each key with its age, when it is due, what a rotation has to do with and the record of it; from here an admin begins a rotation. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  type RotatedKey,
  THEFT_KEYS,
  type RotationEnd,
  THEFT_STEPS,
} from '../../contract/key-management/lists.ts';
import type { KeysView, KeyView } from '../../contract/key-management/views.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { AmongDesksNote } from '../pages/AmongDesksNote.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { formatBytes, formatDate, formatMoment } from '../messages/format.ts';
import { dueStore, keysStore, theftStore } from './stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { CeremonyScreen } from './CeremonyScreen.tsx';
import { daysUntil, dueState } from './due.ts';
import css from './keys.module.css';
import { mayBegin } from './keys-store.ts';
import { TheftScreen } from './TheftScreen.tsx';
import type { ErrorCode } from '../../contract/errors.ts';
import { Icon } from '../ui/Icon.tsx';

export function KeysPage() {
  const { ceremony, read, tellProgress } = useStore(keysStore);
  useEffect(() => bridge.onVault['keys.progress'](tellProgress), [tellProgress]);
  const theft = useStore(theftStore, ({ screen }) => screen);
  // Also on the way back from a ceremony after a theft, which the list tells of.
  useEffect(() => {
    if (theft === null) void read();
  }, [theft, read]);
  if (theft !== null) return <TheftScreen screen={theft} />;
  return ceremony === null ? <KeyList /> : <CeremonyScreen ceremony={ceremony} />;
}

function KeyList() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { view, busy, failure, read } = useStore(keysStore);
  const refused = useStore(theftStore, (state) => state.failure);
  return (
    <Page testId="screen-keys" data={{ 'data-step': 'list' }}>
      <PageHeader
        title={t('keysPage.title')}
        lead={t(signedIn.role === 'admin' ? 'keysPage.lead' : 'keysPage.readOnly')}
      />
      <AmongDesksNote words={t('desks.otherKeys')} />
      <ReadFailure failure={failure} testId="keys-again" onAgain={() => void read()} />
      <FailureNote failure={refused} />
      {view !== null && <TheftBanner theft={view.theft} isAdmin={signedIn.role === 'admin'} />}
      {view === null && busy === 'reading' && <Waiting testId="keys-reading" />}
      {view !== null && (
        <PageBody label={t('keysPage.title')}>
          {view.keys.map((one) => (
            <Key
              key={one.key}
              one={one}
              touches={view.touches}
              mayRotate={
                mayBegin(one.key, signedIn.role) && !(view.theft.left !== null && isOfTheft(one.key))
              }
            />
          ))}
          <TheftSection theft={view.theft} isAdmin={signedIn.role === 'admin'} />
        </PageBody>
      )}
    </Page>
  );
}

/** While a ceremony after a theft is under way these have their turn in it. */
const isOfTheft = (key: RotatedKey): boolean => THEFT_KEYS.some((one) => one === key);

interface KeyProps {
  readonly one: KeyView;
  readonly touches: KeysView['touches'];
  readonly mayRotate: boolean;
}

const DUE_TONES = { later: 'good', soon: 'amber', over: 'harm' } as const;

function Key({ one, touches, mayRotate }: KeyProps) {
  const { t } = useTranslation();
  const { key, madeAt, rotated } = one;
  const now = useNow(60_000);
  const left = useStore(dueStore);
  // Before its time, where somebody who held it has left.
  const early = left.keys.includes(key) ? left.by : null;
  const dueAt = Math.min(one.dueAt, early ?? Infinity);
  const due = dueState(dueAt, now);
  return (
    <section className={cx(css.key)} aria-labelledby={`key-${key}`} data-testid={`key-${key}`} data-due={due}>
      <div className="stack1">
        <h2 id={`key-${key}`}>
          {t(`keysPage.names.${key}`)}{' '}
          <Badge tone={early === null ? DUE_TONES[due] : 'harm'}>
            {t(`keysPage.${due}`, { number: Math.max(1, Math.abs(daysUntil(dueAt, now))) })}
          </Badge>
        </h2>
        <p className="quiet">{t(`keysPage.what.${key}`)}</p>
      </div>
      <dl className={cx(css.dates, 'digits')}>
        <div>
          <dt>{t('keysPage.last')}</dt>
          <dd>{rotated ? formatDate(madeAt) : t('keysPage.never')}</dd>
        </div>
        <div>
          <dt>{t('keysPage.due')}</dt>
          <dd>
            {early === null ? formatDate(dueAt) : formatMoment(dueAt)}
            {early !== null && <div className="small quiet">{t('keysPage.leaver')}</div>}
          </dd>
        </div>
      </dl>
      {mayRotate && (
        <Button
          weight={due === 'over' || early !== null ? 'main' : 'normal'}
          data-testid={`rotate-${key}`}
          onClick={() => keysStore.getState().begin(key)}
        >
          {t('keysPage.rotate')}
        </Button>
      )}
      <Record one={one} touches={touches} />
    </section>
  );
}

/** What a rotation takes and when there was one, for whoever asks. */
function Record({ one: { key, history }, touches }: Pick<KeyProps, 'one' | 'touches'>) {
  const { t } = useTranslation();
  return (
    <details className={cx(css.record)} data-testid={`record-${key}`}>
      <summary>{t('keysPage.record', { number: history.length })}</summary>
      <p className={cx('small', 'quiet', 'digits')}>
        {t(`keysPage.touches.${key}`, { ...touches, size: formatBytes(touches.storeBytes) })}
      </p>
      <ul>
        {history.map(({ id, begunAt, staffName, cosignerName, end, code }) => (
          <li key={id}>
            <span className="digits">{formatMoment(begunAt)}</span>
            <span>
              {staffName}
              {cosignerName !== null && ` ${t('log.with', { name: cosignerName })}`}
            </span>
            <EndWords end={end} code={code} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How a rotation ended, in words; why, where something ended it. */
function EndWords({ end, code }: { readonly end: RotationEnd; readonly code: ErrorCode | null }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`keysPage.ends.${end}`)}
      {end === 'failed' && code !== null && ` ${t(`errors.${code}.what`)}`}
    </span>
  );
}

interface TheftProps {
  readonly theft: KeysView['theft'];
  readonly isAdmin: boolean;
}

/** On the key page: where the ceremony after a theft is begun or gone on with, and the record of those that were. There until it is finished, also after a restart. */
function TheftBanner({ theft: { left }, isAdmin }: TheftProps) {
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

function TheftSection({ theft: { left, history }, isAdmin }: TheftProps) {
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
