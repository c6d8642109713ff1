/** The answers of the fake bridge about leftover files. */
import type { Bridge } from '../../contract/bridge.ts';
import type { Disposal } from '../../contract/file-disposal/routes.ts';
import type { FileId } from '../../contract/ids.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { SweepFinding, SweepRun, SweepView } from '../../contract/sweep/routes.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `sweep.${string}` | `disposals.${string}`>;

const AT = Date.parse('2026-05-12T10:20:00');

const ROSTER: SweepFinding = {
  findingId: 1,
  name: '3栋业主名册（最新）.xlsx',
  folder: 'C:\\Users\\front\\Documents\\xwechat_files\\wxid_1\\msg\\file\\2026-05',
  place: 'wechat',
  kind: 'workbook',
  size: 84_312,
  changed: AT - 86_400_000,
  ids: 212,
  phones: 240,
  people: 240,
  unread: null,
  firstAt: AT,
  lastAt: AT,
  copies: 1,
  decision: null,
  isOpen: true,
};

const FINDINGS: readonly SweepFinding[] = [
  ROSTER,
  { ...ROSTER, findingId: 2, folder: 'C:\\Users\\front\\Desktop', place: 'desktop' },
  {
    ...ROSTER,
    findingId: 3,
    name: '装修联系人.docx',
    folder: 'C:\\Users\\front\\Documents',
    place: 'documents',
    kind: 'document',
    ids: 0,
    phones: 6,
    people: 6,
    copies: 0,
    decision: { what: 'accepted', at: AT, by: '赵主管', words: '装修验收前要用', until: '2026-08-01' },
    isOpen: false,
  },
];

const LOCKED: SweepFinding = {
  ...ROSTER,
  findingId: 4,
  name: '车位登记.xlsx',
  folder: 'C:\\Users\\front\\Downloads',
  place: 'downloads',
  ids: 0,
  phones: 0,
  people: 0,
  copies: 0,
  unread: 'locked',
};

const RUN: SweepRun = {
  state: 'done',
  byHand: true,
  begunAt: AT,
  endedAt: AT + 240_000,
  files: 1_840,
  bytes: 920_000_000,
  found: 3,
  people: 486,
  unread: 1,
};

const DISPOSED: Disposal = {
  disposalId: 1,
  of: 'import',
  name: '业主信息表2026.xlsx',
  at: AT + 600_000,
  by: '赵主管',
  state: 'checked',
  wasRead: true,
  checkedAt: AT + 700_000,
  files: 1_840,
  unread: 1,
  copies: [
    {
      copyId: 1,
      name: '业主信息表2026.xlsx',
      folder: 'C:\\Users\\front\\AppData\\Roaming\\kingsoft\\office6\\backup',
      place: 'office-backup',
      kind: 'copy',
      isDestroyed: false,
    },
    {
      copyId: 2,
      name: '业主信息表2026.xlsx.lnk',
      folder: 'C:\\Users\\front\\AppData\\Roaming\\Microsoft\\Windows\\Recent',
      place: 'recent',
      kind: 'shortcut',
      isDestroyed: false,
    },
  ],
  more: 0,
};

export function fakeSweep(after: After): Pick<Bridge['vault'], Name> {
  let view: SweepView = {
    sweeps: [RUN],
    everyDays: 7,
    nextAt: AT + 7 * 86_400_000,
    folders: [{ folderId: 1, path: 'D:\\物业资料' }],
    findings: [...FINDINGS],
    more: 0,
    unread: [LOCKED],
    open: 2,
  };
  let disposals: Disposal[] = [DISPOSED];
  const put = (changes: Partial<SweepView>) => {
    view = { ...view, ...changes };
    return ok(view);
  };
  const turn = (run: Partial<SweepRun>) =>
    put({ sweeps: [{ ...view.sweeps[0]!, ...run }, ...view.sweeps.slice(1)] });
  const without = (findingId: number) =>
    put({
      findings: view.findings.filter((one) => one.findingId !== findingId),
      open: Math.max(0, view.open - 1),
    });
  return {
    'sweep.read': (request) => after('sweep.read', request, () => ok(view)),
    'sweep.due': (request) =>
      after('sweep.due', request, () => ok({ open: view.open, overdueSince: null, left: 1 })),
    'sweep.begin': (request) =>
      after('sweep.begin', request, () =>
        put({
          sweeps: [
            { ...RUN, state: 'running', endedAt: null, begunAt: AT + 500_000, files: 0, found: 0 },
            ...view.sweeps,
          ],
        }),
      ),
    'sweep.pause': (request) => after('sweep.pause', request, () => turn({ state: 'paused' })),
    'sweep.resume': (request) => after('sweep.resume', request, () => turn({ state: 'running' })),
    'sweep.cancel': (request) =>
      after('sweep.cancel', request, () => turn({ state: 'cancelled', endedAt: AT + 600_000 })),
    'sweep.schedule': (request) =>
      after('sweep.schedule', request, () => put({ everyDays: request.everyDays })),
    'sweep.addFolder': (request) =>
      after('sweep.addFolder', request, () =>
        put({ folders: [...view.folders, { folderId: view.folders.length + 1, path: 'E:\\旧电脑' }] }),
      ),
    'sweep.removeFolder': (request) =>
      after('sweep.removeFolder', request, () =>
        put({ folders: view.folders.filter(({ folderId }) => folderId !== request.folderId) }),
      ),
    'sweep.accept': (request) =>
      after('sweep.accept', request, () =>
        put({
          findings: view.findings.map((one) =>
            one.findingId === request.findingId
              ? {
                  ...one,
                  isOpen: false,
                  decision: {
                    what: 'accepted' as const,
                    at: AT,
                    by: '赵主管',
                    words: request.words,
                    until: request.until,
                  },
                }
              : one,
          ),
          open: Math.max(0, view.open - 1),
        }),
      ),
    'sweep.dispose': (request) =>
      after('sweep.dispose', request, () => {
        const found = view.findings.find(({ findingId }) => findingId === request.findingId);
        if (found === undefined) return fail('not-found');
        without(request.findingId);
        return ok({ otherNames: false, copies: found.copies, disposalId: 1, view });
      }),
    'sweep.import': (request) =>
      after('sweep.import', request, () =>
        ok({ fileId: '6'.repeat(32) as FileId, fileName: ROSTER.name ?? '' }),
      ),
    'disposals.list': (request) => after('disposals.list', request, () => ok({ disposals })),
    'disposals.check': (request) => after('disposals.check', request, () => ok({ disposals })),
    'disposals.destroy': (request) =>
      after('disposals.destroy', request, () => {
        disposals = disposals.map((one) => ({
          ...one,
          copies: one.copies.map((copy) =>
            copy.copyId === request.copyId ? { ...copy, isDestroyed: true } : copy,
          ),
        }));
        return ok({ disposals });
      }),
    'disposals.show': (request) => after('disposals.show', request, () => ok({})),
    'sweep.show': (request) => after('sweep.show', request, () => ok({})),
  };
}
