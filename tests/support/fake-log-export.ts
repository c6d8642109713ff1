/** Exports of the log in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import type { LogExportView } from '../../contract/log-export/routes.ts';
import { ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `exports.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const SHA256 = '5e'.repeat(32);
const ENTRIES = 402;

export function fakeLogExport(after: After): Pick<Bridge['vault'], Name> {
  let exports: readonly LogExportView[] = [];
  return {
    'exports.list': (request) => after('exports.list', request, () => ok({ exports: [...exports] })),
    'exports.write': (request) =>
      after('exports.write', request, () => {
        const { format, purpose, recipient } = request;
        exports = [
          {
            exportId: ENTRIES + 1 + exports.length,
            at: AT,
            staffName: '主管甲',
            approverName: request.approver === undefined ? null : '管理员',
            format,
            first: 1,
            last: ENTRIES,
            count: ENTRIES,
            purpose,
            recipient,
            hash: SHA256.slice(0, 12),
            outcome: 'done',
          },
          ...exports,
        ];
        return ok({ count: ENTRIES, sha256: SHA256, root: 'a1b2 c3d4 e5f6 0718 293a 4b5c 6d7e 8f90' });
      }),
    'exports.cancel': (request) => after('exports.cancel', request, () => ok({})),
  };
}
