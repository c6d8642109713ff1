/** The register of paper in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { NoPaper, PaperFacts, PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { type Result, fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `papers.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const DAY_MS = 86_400_000;

const KEPT: PaperView = {
  paperId: 3,
  version: 1,
  sort: 'booklet',
  title: '前台旧业主登记册',
  pages: 62,
  foundAt: '前台抽屉',
  custodian: { name: '前台甲', slotId: null },
  place: '档案柜第二层',
  dueOn: '2026-05-30',
  daysLeft: 14,
  state: 'kept',
  photos: [],
  takenIn: { at: AT - 20 * DAY_MS, by: '前台甲' },
  counted: { at: AT - 9 * DAY_MS, there: true },
  ended: null,
};

const INVENTED: readonly PaperView[] = [
  KEPT,
  {
    ...KEPT,
    paperId: 4,
    sort: 'roster',
    title: '北区车位名单',
    pages: 3,
    foundAt: '',
    place: '岗亭',
    dueOn: '2026-05-20',
    daysLeft: 4,
    counted: null,
  },
  {
    ...KEPT,
    paperId: 5,
    sort: 'visitor-book',
    title: '大门访客登记本',
    pages: null,
    dueOn: null,
    daysLeft: null,
    state: 'lost',
    ended: { at: AT - DAY_MS, by: '主管乙', witness: null, how: null },
  },
];
const DESTROYED: readonly PaperView[] = [
  {
    ...KEPT,
    paperId: 1,
    sort: 'id-copies',
    title: '装修押金复印件一袋',
    dueOn: null,
    daysLeft: null,
    state: 'destroyed',
    ended: { at: AT - 3 * DAY_MS, by: '前台甲', witness: '主管乙', how: 'shredded' },
  },
];

export function fakePapers(after: After): Pick<Bridge['vault'], Name> {
  let papers = [...INVENTED];
  let destroyed = [...DESTROYED];
  let noPaper: NoPaper | null = null;
  const register = (): Result<PaperRegister> =>
    ok({ papers: [...papers], destroyed: [...destroyed], noPaper: papers.length > 0 ? null : noPaper });
  const change = (
    seen: { readonly paperId: number; readonly version: number },
    by: (paper: PaperView) => Partial<PaperView>,
  ): Result<PaperRegister> => {
    const found = papers.find(({ paperId }) => paperId === seen.paperId);
    if (found === undefined) return fail('not-found');
    if (found.version !== seen.version) return fail('changed-meanwhile');
    const next: PaperView = { ...found, version: found.version + 1, ...by(found) };
    papers = papers.map((one) => (one === found ? next : one));
    if (next.state === 'destroyed') {
      papers = papers.filter((one) => one !== next);
      destroyed = [next, ...destroyed];
    }
    return register();
  };
  const known = ({ custodian, ...facts }: PaperFacts) => ({
    ...facts,
    custodian: custodianOf(custodian),
    daysLeft: facts.dueOn === null ? null : Math.round((Date.parse(facts.dueOn) - AT) / DAY_MS),
  });
  const custodianOf = (slotId: SlotId) => ({ name: '前台甲', slotId });
  const keptAgain = (request: {
    readonly paperId: number;
    readonly version: number;
    readonly custodian: SlotId;
    readonly place: string;
  }) =>
    change(request, () => ({
      custodian: custodianOf(request.custodian),
      place: request.place,
      state: 'kept',
      dueOn: null,
      daysLeft: null,
      ended: null,
    }));
  return {
    'papers.list': (request) => after('papers.list', request, register),
    'papers.due': (request) =>
      after('papers.due', request, () =>
        ok({
          overdue: papers.filter(({ state, daysLeft }) => state === 'kept' && (daysLeft ?? 0) < 0).length,
          next: null,
          lost: papers.filter(({ state }) => state === 'lost').length,
          withoutCustodian: 0,
        }),
      ),
    'papers.takeIn': (request) =>
      after('papers.takeIn', request, () => {
        const paperId = 1 + Math.max(0, ...[...papers, ...destroyed].map((one) => one.paperId));
        papers.push({
          ...KEPT,
          ...known(request.paper),
          paperId,
          version: 1,
          takenIn: { at: AT, by: '前台甲' },
          counted: null,
        });
        return register();
      }),
    'papers.change': (request) =>
      after('papers.change', request, () => change(request, () => known(request.paper))),
    'papers.extend': (request) =>
      after('papers.extend', { paperId: request.paperId }, () =>
        change(request, () => ({ dueOn: request.dueOn, daysLeft: 30 })),
      ),
    'papers.giveBack': (request) => after('papers.giveBack', request, () => keptAgain(request)),
    'papers.destroy': (request) =>
      after('papers.destroy', { paperId: request.paperId }, () =>
        change(request, () => ({
          state: 'destroyed',
          ended: { at: AT, by: '前台甲', witness: '主管乙', how: request.how },
        })),
      ),
    'papers.lose': (request) =>
      after('papers.lose', { paperId: request.paperId }, () =>
        change(request, () => ({ state: 'lost', ended: { at: AT, by: '前台甲', witness: null, how: null } })),
      ),
    'papers.find': (request) => after('papers.find', request, () => keptAgain(request)),
    'papers.count': (request) =>
      after('papers.count', { counted: request.counted }, () => {
        papers = papers.map((one) =>
          request.counted.includes(one.paperId)
            ? { ...one, counted: { at: AT, there: request.there.includes(one.paperId) } }
            : one,
        );
        return register();
      }),
    'papers.stateNone': () =>
      after('papers.stateNone', {}, () => {
        noPaper = { at: AT, by: '主管乙', until: '2026-11-15', isOver: false };
        return register();
      }),
    'papers.attach': (request) => after('papers.attach', request, register),
    'papers.detach': (request) => after('papers.detach', request, register),
    'papers.record': (request) => after('papers.record', request, () => ok({ pages: 1 })),
  };
}
