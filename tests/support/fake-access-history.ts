/** Who has seen what, in the fake bridge: what its log says of residents that it invents. */
import type { Bridge } from '../../contract/bridge.ts';
import type { PersonId, StaffId } from '../../contract/ids.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { SEEING } from '../../contract/access-history/lists.ts';
import type { AccessHistoryQuestion } from '../../contract/access-history/requests.ts';
import type { AccessHistoryAnswer, AccessHistoryWhom } from '../../contract/access-history/views.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `accessHistory.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const PERSON = 1 as PersonId;

const entryOf = (seq: number, action: 'reveal' | 'verify' | 'open'): LogEntryView =>
  ({
    seq,
    time: AT - (300 - seq) * 3_600_000,
    staffName: seq % 2 === 0 ? '前台甲' : '前台乙',
    cosignerName: seq === 298 ? '主管甲' : null,
    action,
    personId: PERSON,
    personMask: '覃**',
    field: action === 'open' ? null : 'phone',
    reason: action === 'open' ? null : 'repair',
    ticket: seq === 298 ? 'WX-0516' : null,
    outcome: action === 'verify' ? 'match' : 'done',
    signed: action !== 'open',
    detail: action === 'verify' ? { kind: 'phone' } : null,
  }) as LogEntryView;

const ENTRIES: readonly LogEntryView[] = [
  entryOf(298, 'reveal'),
  entryOf(297, 'verify'),
  entryOf(291, 'open'),
  entryOf(270, 'reveal'),
];

const NOBODY = { people: [], former: [], morePeople: false, roomLabel: null, staffName: null, days: null };

function whomOf(about: AccessHistoryQuestion['about']): AccessHistoryWhom {
  switch (about.by) {
    case 'person':
    case 'number':
      return {
        ...NOBODY,
        by: about.by,
        people: [{ personId: PERSON, mask: '覃**', rooms: ['29栋 2单元 1803'] }],
      };
    case 'room':
      return { ...NOBODY, by: about.by, roomLabel: '29栋 2单元 1803' };
    case 'staff':
      return { ...NOBODY, by: about.by, staffName: '前台甲', days: [about.from, about.to] };
    case 'day':
      return { ...NOBODY, by: about.by, days: [about.day, about.day] };
  }
}

function answerTo({ about, field, how }: AccessHistoryQuestion): AccessHistoryAnswer {
  const actions: readonly string[] = how === undefined ? Object.values(SEEING).flat() : SEEING[how];
  const entries = ENTRIES.filter(
    (entry) => actions.includes(entry.action) && (field === undefined || entry.field === field),
  );
  const names = [...new Set(entries.map(({ staffName }) => staffName))];
  return {
    whom: whomOf(about),
    summary: {
      total: entries.length,
      staff: names.map((name, at) => {
        const own = entries.filter(({ staffName }) => staffName === name);
        return {
          staffId: `b00000000000000${at}` as StaffId,
          name,
          role: at === 0 ? 'receptionist' : null,
          done: own.length,
          cosigned: 0,
          clear: own.filter(({ action }) => action === 'reveal').length,
          last: own[0]!.time,
        };
      }),
    },
    entries: [...entries],
    next: null,
  };
}

export function fakeAccessHistory(after: After): Pick<Bridge['vault'], Name> {
  return {
    'accessHistory.list': (request) => after('accessHistory.list', request, () => ok(answerTo(request))),
    'accessHistory.number': (request) =>
      after('accessHistory.number', request, () => ok(answerTo({ about: { by: 'number' }, field: 'phone' }))),
    'accessHistory.print': (request) => after('accessHistory.print', request, () => ok({})),
    'accessHistory.answer': (request) => after('accessHistory.answer', request, () => ok({})),
  };
}
