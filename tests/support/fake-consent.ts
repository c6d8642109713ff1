/** Notice and consent as the fake bridge has them, but what is entered in a record, which lies with the records. A browser loads this: nothing here may reach a module of Node. */
import type { Bridge } from '../../contract/bridge.ts';
import type { ConsentSummary, MissingRow } from '../../contract/consent/routes.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';
import { FAKE_INVENTORY_SOURCE } from './fake-source.ts';

/** Routes that change a record: the fake bridge answers them beside its records. */
export type OfRecord = 'consent.tell' | 'consent.takeBack' | 'consent.withdraw';
type Name = Exclude<Extract<RouteName, `consent.${string}`>, OfRecord>;

const AT = Date.UTC(2026, 4, 16, 9);

const ROWS: readonly MissingRow[] = [1, 2, 3].map((at) => ({
  personId: at as PersonId,
  nameMask: ['张**', '欧阳**', '买**·吐**'][at - 1] ?? '',
  roomId: at as RoomId,
  room: `${at} 栋 1 单元 10${at}`,
  relation: at === 1 ? 'owner' : 'tenant',
}));

export const FAKE_NOTICE = '2026-1';

export function fakeConsent(after: After): Pick<Bridge['vault'], Name> {
  let summary: ConsentSummary = {
    notice: { version: FAKE_NOTICE, since: AT, by: '林主管' },
    people: 1200,
    missing: { notice: 3, consent: 2, sensitive: 3, guardian: 0 },
    postings: [
      {
        postingId: 1,
        area: { estate: '', building: '3', unit: null },
        noticeVersion: FAKE_NOTICE,
        on: '2026-05-16',
        people: 96,
        at: AT,
        by: '林主管',
      },
    ],
    children: null,
  };
  const change = (next: Partial<ConsentSummary>) => {
    summary = { ...summary, ...next };
    return ok(summary);
  };
  return {
    'consent.rules': (request) =>
      after('consent.rules', request, () =>
        ok({
          noticeVersion: summary.notice?.version ?? null,
          consenting: ['family', 'tenant', 'temporary'],
          sensitive: [{ field: 'idNumber', purpose: 'identity' }],
          withdrawal: [
            {
              purpose: 'identity',
              zh: '删除证件号码；以后当面出示证件核对。',
              en: 'The ID number is deleted; a document is shown each time from then on.',
            },
          ],
          law: FAKE_INVENTORY_SOURCE,
        }),
      ),
    'consent.form': (request) => after('consent.form', request, () => ok({ pages: 2 })),
    'consent.summary': (request) => after('consent.summary', request, () => ok(summary)),
    'consent.missing': (request) =>
      after('consent.missing', request, () =>
        ok({
          rows: request.kind === 'guardian' ? [] : ROWS.slice(0, summary.missing[request.kind]),
          next: null,
        }),
      ),
    'consent.areas': (request) =>
      after('consent.areas', request, () =>
        ok({
          areas: [
            { estate: '', building: '3' },
            { estate: '', building: '4' },
          ],
        }),
      ),
    'consent.published': (request) =>
      after('consent.published', request, () => ok({ versions: ['个人信息处理告知书 第 2 版'] })),
    'consent.setVersion': ({ noticeVersion }) =>
      after('consent.setVersion', { noticeVersion }, () =>
        change({ notice: { version: noticeVersion, since: AT, by: '林主管' } }),
      ),
    'consent.post': ({ area, on }) =>
      after('consent.post', { area, on }, () =>
        change({
          missing: { ...summary.missing, notice: 0 },
          postings: [
            {
              postingId: 1 + summary.postings.length,
              area,
              noticeVersion: FAKE_NOTICE,
              on,
              people: 3,
              at: AT,
              by: '林主管',
            },
            ...summary.postings,
          ],
        }),
      ),
    'consent.takeDown': ({ postingId }) =>
      after('consent.takeDown', { postingId }, () =>
        summary.postings.some((one) => one.postingId === postingId)
          ? change({ postings: summary.postings.filter((one) => one.postingId !== postingId) })
          : fail('not-found'),
      ),
    'consent.findChildren': () =>
      after('consent.findChildren', {}, () => {
        change({ children: { at: AT, found: 1 } });
        return ok({ summary, rows: ROWS.slice(0, 1) });
      }),
  };
}
