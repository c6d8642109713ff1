/** The page of retention. */
import { erasureNumber } from '../../contract/erasure/lists.ts';
import { definePage, holdWhile } from '../pages/define-page.ts';
import { together } from '../pages/detail-words.ts';
import { retentionAlert } from './retention-alert.ts';
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
  alert: retentionAlert,
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
