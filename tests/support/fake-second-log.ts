/** The second place of the log in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import { type Result, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { SecondPlace } from '../../contract/second-log/routes.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `second.${string}`>;

const NONE: SecondPlace = {
  choice: null,
  state: 'none',
  sameDisk: null,
  writtenAt: null,
  behind: 0,
  overdue: false,
  lines: { good: 0, unreadable: 0, missing: 0 },
};
const NOW = Date.UTC(2026, 4, 16, 9);
const LOST_AT = Date.UTC(2026, 4, 15, 17, 20);

export function fakeSecondLog(after: After): Pick<Bridge['vault'], Name> {
  let place = NONE;
  const show = (next: SecondPlace): Result<SecondPlace> => {
    place = next;
    return ok({ ...place });
  };
  return {
    'second.warning': (request) => after('second.warning', request, () => ok({ overdue: place.overdue })),
    'second.read': (request) => after('second.read', request, () => show(place)),
    'second.choose': (request) =>
      after('second.choose', request, () =>
        show({
          choice: { folder: '/media/记录盘', entries: request.entries, at: NOW, staffName: '管理员' },
          state: 'good',
          sameDisk: false,
          writtenAt: NOW,
          behind: 0,
          overdue: false,
          lines: { good: 1, unreadable: 0, missing: 0 },
        }),
      ),
    'second.stop': (request) => after('second.stop', request, () => show(NONE)),
    'second.write': (request) =>
      after('second.write', request, () =>
        show({ ...place, writtenAt: NOW, behind: 0, lines: { ...place.lines, good: place.lines.good + 1 } }),
      ),
    'second.open': (request) =>
      after('second.open', request, () =>
        ok({
          opened: 12,
          lost: [{ seq: 212, time: LOST_AT, staffName: '前台甲', action: 'reveal' }],
          more: false,
        }),
      ),
  };
}
