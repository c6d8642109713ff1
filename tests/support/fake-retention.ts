/** Retention and handovers in the fake bridge: rules that an admin has confirmed, people who are due, a hold, a deletion; one handover that waits. */
import type { Bridge } from '../../contract/bridge.ts';
import type { TransferView } from '../../contract/estate-transfer/routes.ts';
import type { PersonId } from '../../contract/ids.ts';
import { RECORD_ENTITIES, RETENTION_ENTITIES } from '../../contract/retention/lists.ts';
import type { RetentionPerson, RetentionView } from '../../contract/retention/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';
import { FAKE_PASSWORD } from './fake-disclosures.ts';

type Name = Extract<RouteName, `retention.${string}` | `estateTransfer.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const DAY = 86_400_000;

const person = (id: number, changes: Partial<RetentionPerson> = {}): RetentionPerson => ({
  personId: id as PersonId,
  nameMask: '覃**',
  entity: 'tenant',
  relation: 'tenant',
  room: '3栋 2单元 1801',
  endedOn: '2023-03-31',
  dueOn: '2025-03-31',
  held: false,
  recalled: false,
  ...changes,
});

export function fakeRetention(after: After): Pick<Bridge['vault'], Name> {
  let view: RetentionView = {
    rules: {
      restrictDays: 90,
      rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: 24 })),
      chosen: null,
      suggested: RETENTION_ENTITIES.map((entity) => ({
        entity,
        months: 24,
        ground: '费用结算和纠纷处理',
        groundEn: 'Settling fees and disputes',
      })),
      source: FAKE_SOURCE,
      articlesSource: { ...FAKE_SOURCE, grade: 'P' },
      unreadable: [],
      articles: [
        {
          title: '中华人民共和国个人信息保护法 第四十七条',
          titleEn: 'Personal Information Protection Law, Article 47',
          text: '有下列情形之一的，个人信息处理者应当主动删除个人信息',
        },
      ],
    },
    due: 2,
    restricted: 3,
    returned: 0,
    gap: null,
    records: RECORD_ENTITIES.map((entity) => ({ entity, count: entity === 'renovation' ? 4 : 0 })),
    holds: [],
    erasures: [],
    backups: { folder: true, hasNewer: false },
  };
  const people = [person(11), person(12, { nameMask: '韦**', entity: 'owner', relation: 'owner' })];
  let transfers: readonly TransferView[] = [];
  const list = () => ({
    transfers: [...transfers],
    estates: [{ estate: '虚渺苑', people: 400 }],
    people: 400,
  });
  const change = (changes: Partial<RetentionView>) => {
    view = { ...view, ...changes };
    return ok(view);
  };
  const step = (transferId: number, changes: Partial<TransferView>) => {
    transfers = transfers.map((one) => (one.transferId === transferId ? { ...one, ...changes } : one));
    return ok(list());
  };
  const by = { at: AT, by: '主管甲' };
  return {
    'retention.read': (request) => after('retention.read', request, () => ok(view)),
    'retention.due': (request) =>
      after('retention.due', request, () =>
        ok({ people: 0, records: 0, unchecked: 0, returned: 0, gap: false }),
      ),
    'retention.list': (request) => after('retention.list', request, () => ok({ people, next: null })),
    'retention.setRules': (request) =>
      after('retention.setRules', request, () =>
        change({
          rules: {
            ...view.rules,
            ...request.rules,
            chosen: {
              at: AT,
              by: '管理员',
              words: request.words,
              edition: { source: FAKE_SOURCE, suggested: view.rules.suggested },
            },
          },
        }),
      ),
    'retention.hold': (request) =>
      after('retention.hold', request, () =>
        change({
          holds: [
            ...view.holds,
            {
              holdId: view.holds.length + 1,
              personId: request.personId,
              nameMask: '覃**',
              kind: request.kind,
              words: request.words,
              until: request.until,
              isOver: false,
              ...by,
            },
          ],
        }),
      ),
    'retention.endHold': (request) =>
      after('retention.endHold', request, () =>
        change({ holds: view.holds.filter(({ holdId }) => holdId !== request.holdId) }),
      ),
    'retention.open': (request) => after('retention.open', request, () => ok({ until: AT + 900_000 })),
    'retention.erase': (request) =>
      after('retention.erase', request, () => {
        const erasureId = view.erasures.length + 1;
        view = {
          ...view,
          due: 0,
          erasures: [
            {
              erasureId,
              cause: 'retention',
              basis: '《个人信息保护法》第四十七条',
              people: 2,
              held: 0,
              ...by,
              with: '管理员',
              check: { at: AT, pages: 5210, searched: 40, found: 0, walBytes: 0, rewritten: true },
              older: [
                { name: 'RV-20260515-120000', where: 'backup', madeAt: AT - DAY, goneBy: AT + 365 * DAY },
              ],
            },
            ...view.erasures,
          ],
        };
        return ok({ view, erasureId, people: 2, held: 0 });
      }),
    'retention.recall': (request) =>
      after('retention.recall', request, () => {
        view = { ...view, returned: request.people.length, gap: request.isAll ? null : view.gap };
        return ok({ view, there: request.people.length });
      }),
    'retention.endRecall': (request) =>
      after('retention.endRecall', request, () => change({ returned: Math.max(0, view.returned - 1) })),
    'retention.eraseRecords': (request) =>
      after('retention.eraseRecords', request, () => ok({ view, count: 4 })),
    'retention.cancel': (request) => after('retention.cancel', request, () => ok({})),
    'retention.check': (request) => after('retention.check', request, () => ok(view)),
    'retention.destroyBackups': (request) =>
      after('retention.destroyBackups', request, () => ok({ view, count: 1 })),
    'retention.certificate': (request) => after('retention.certificate', request, () => ok({ pages: 1 })),
    'estateTransfer.list': (request) => after('estateTransfer.list', request, () => ok(list())),
    'estateTransfer.waiting': (request) =>
      after('estateTransfer.waiting', request, () => ok({ waiting: 0, from: null })),
    'estateTransfer.order': (request) =>
      after('estateTransfer.order', request, () => {
        const { estate, to, recipient, officer, document, fields } = request;
        transfers = [
          {
            transferId: transfers.length + 1,
            state: 'ordered',
            estate,
            to,
            recipient,
            officer,
            document,
            fields,
            people: 400,
            ordered: { ...by, with: '管理员' },
            from: AT + DAY,
            until: AT + 14 * DAY,
            stopped: null,
            given: null,
            confirmed: null,
            disclosureId: null,
            erasureId: null,
          },
          ...transfers,
        ];
        return ok(list());
      }),
    'estateTransfer.stop': (request) =>
      after('estateTransfer.stop', request, () =>
        step(request.transferId, { state: 'stopped', stopped: by }),
      ),
    'estateTransfer.make': (request) =>
      after('estateTransfer.make', request, () => {
        if (transfers.length === 0) return fail('not-found');
        step(request.transferId, { state: 'given', given: by, disclosureId: 9 });
        return ok({ view: list(), disclosureId: 9, password: FAKE_PASSWORD, sha256: '5e'.repeat(32) });
      }),
    'estateTransfer.confirm': (request) =>
      after('estateTransfer.confirm', request, () =>
        step(request.transferId, { state: 'confirmed', confirmed: by }),
      ),
    'estateTransfer.erase': (request) =>
      after('estateTransfer.erase', request, () => {
        step(request.transferId, { state: 'erased', erasureId: 1 });
        return ok({ view: list(), erasureId: 1, people: 400, held: 0 });
      }),
    'estateTransfer.cancel': (request) => after('estateTransfer.cancel', request, () => ok({})),
  };
}
