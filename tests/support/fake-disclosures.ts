/** The register of files that left the house in the fake bridge: one of each state, and whatever is made. */
import type { Bridge } from '../../contract/bridge.ts';
import type { DisclosureKind } from '../../contract/disclosures/lists.ts';
import type { DisclosureView } from '../../contract/disclosures/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `disclosures.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
/** What every password of the fake bridge is. */
export const FAKE_PASSWORD = 'A1B2-C3D4-E5F6-G7H8-J9K0-M1N2';

const view = (disclosureId: number, changes: Partial<DisclosureView> = {}): DisclosureView => ({
  disclosureId,
  version: 1,
  kind: 'extract',
  format: 'pdf',
  personMask: '覃**',
  scope: '',
  people: 1,
  recipient: '城东派出所',
  to: null,
  officer: '值班民警',
  document: '调证〔2026〕58 号',
  purpose: '核查案件线索',
  made: { at: AT, by: '主管甲', with: null },
  dueOn: '2026-06-30',
  daysLeft: 12,
  state: 'given',
  recalledAt: null,
  ended: null,
  sha256: '5e'.repeat(32),
  ...changes,
});

export function fakeDisclosures(after: After): Pick<Bridge['vault'], Name> {
  let disclosures: readonly DisclosureView[] = [
    view(1, { daysLeft: -3, dueOn: '2026-05-13' }),
    view(2, {
      kind: 'own-copy',
      recipient: '',
      officer: '',
      document: '',
      purpose: '',
      to: 'self',
      dueOn: null,
      daysLeft: null,
    }),
  ];
  const register = () => ({ disclosures: [...disclosures], more: false });
  const give = (kind: DisclosureKind) => {
    const disclosureId = Math.max(...disclosures.map((one) => one.disclosureId)) + 1;
    disclosures = [view(disclosureId, { kind }), ...disclosures];
    return ok({ register: register(), disclosureId, password: FAKE_PASSWORD, sha256: '5e'.repeat(32) });
  };
  const change = (
    { disclosureId, version }: Pick<DisclosureView, 'disclosureId' | 'version'>,
    changes: Partial<DisclosureView>,
  ) => {
    const was = disclosures.find((one) => one.disclosureId === disclosureId);
    if (was === undefined) return fail('not-found');
    if (was.version !== version) return fail('changed-meanwhile');
    disclosures = disclosures.map((one) =>
      one === was ? { ...was, ...changes, version: version + 1 } : one,
    );
    return ok(register());
  };
  return {
    'disclosures.list': (request) => after('disclosures.list', request, () => ok(register())),
    'disclosures.due': (request) =>
      after('disclosures.due', request, () => ok({ overdue: 0, next: '2026-06-30' })),
    'disclosures.ownCopy': (request) => after('disclosures.ownCopy', request, () => give('own-copy')),
    'disclosures.extract': (request) => after('disclosures.extract', request, () => give('extract')),
    'disclosures.roster': (request) => after('disclosures.roster', request, () => give('roster')),
    'disclosures.recall': (request) =>
      after('disclosures.recall', request, () => change(request, { state: 'recalled', recalledAt: AT })),
    'disclosures.note': (request) =>
      after('disclosures.note', request, () => ok({ sha256: '5e'.repeat(32) })),
    'disclosures.end': (request) =>
      after('disclosures.end', request, () =>
        change(request, { state: 'ended', ended: { at: AT, by: '主管甲', how: request.how } }),
      ),
  };
}
