/** The page of retention. */
import { erasureNumber } from '../../contract/erasure/lists.ts';
import { oversightAlert, definePage, holdWhile, type Alert, type Around } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { erasingStore, retentionStore } from './stores.ts';
import { retentionWords } from './words.ts';

export const retentionPage = definePage({
  name: 'retention',
  at: { tab: 'registers', place: 20 },
  mends: { retention: { by: 'admin', isOpenToBoth: true } },
  follows: { retention: () => retentionStore.getState().readDue() },
  roles: ['supervisor', 'admin'],
  title: (t) => t('retention.title'),
  called: ['删除住户 注销 到期 保存多久 到期删除 销户 封存', 'delete a resident, erase, how long, expiry'],
  messages: retentionWords,
  alert: oversightAlert(retentionStore, (state) => state.readDue(), retentionAlertOf),
  hold: holdWhile(erasingStore, ({ isErasing }) => isErasing),
  log: {
    'retention-rules': ({ t }, { restrictDays }) => t('retention.log.months', { restrict: restrictDays }),
    'restricted-refused': ({ t }) => t('retention.lists.restricted'),
    'retention-records': ({ t }, { entity, count }) =>
      t('retention.log.records', { entity: t(`retention.entities.${entity}`), count }),
    'backups-destroy': ({ t }, { count }) => t('retention.log.backups', { count }),
    'erasures-known': ({ t }, { from, there }) =>
      together([t(`retention.log.known.${from}`), there > 0 && t('retention.log.there', { count: there })]),
    certificate: ({ t }, { erasure, to }) => together([erasureNumber(erasure), t(`retention.log.to.${to}`)]),
  },
  load: () => import('./RetentionPage.tsx').then(({ RetentionPage }) => RetentionPage),
});

/** Retention in the bell: who was deleted and is back by a restore, who is due for deletion, and a deletion that was not looked at. */
function retentionAlertOf({ t }: Around): Alert | null {
  const { due } = retentionStore.getState();
  if (due === null) return null;
  const said = (words: string): Alert => ({ id: 'retention-due', tone: 'amber', words, page: 'retention' });
  if (due.returned > 0)
    return { ...said(t('retention.bellReturned', { count: due.returned })), tone: 'harm' };
  if (due.gap) return said(t('retention.bellGap'));
  if (due.unchecked > 0) return said(t('retention.bellUnchecked'));
  if (due.people > 0) return said(t('retention.bell', { count: due.people }));
  return due.records > 0 ? said(t('retention.bellRecords')) : null;
}
