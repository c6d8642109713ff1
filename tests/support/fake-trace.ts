/** Marks in the fake bridge: one code leads somewhere, every other nowhere. */
import type { Bridge } from '../../contract/bridge.ts';
import type { PersonId, StaffId } from '../../contract/ids.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { checkOf, readTraceCode } from '../../contract/trace/lists.ts';
import type { Traced } from '../../contract/trace/routes.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `trace.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
/** The code that leads somewhere. */
export const FAKE_TRACE_CODE = `A1B2C3D4E5F${checkOf('A1B2C3D4E5F')}`;

const ENTRY = {
  seq: 298,
  time: AT - 120_000,
  staffName: '前台甲',
  cosignerName: null,
  action: 'reveal',
  personId: 1 as PersonId,
  personMask: '覃**',
  field: 'phone',
  reason: 'repair',
  ticket: null,
  outcome: 'done',
  signed: true,
  detail: null,
} as unknown as LogEntryView;

const TRACED: Traced = {
  staffId: 'a000000000000001' as StaffId,
  staffName: '前台甲',
  role: 'receptionist',
  desk: 1,
  at: AT,
  since: AT - 3_600_000,
  session: 280,
  entries: [ENTRY],
  more: false,
};

export function fakeTrace(after: After): Pick<Bridge['vault'], Name> {
  return {
    'trace.mark': (request) => after('trace.mark', request, () => ok({ code: FAKE_TRACE_CODE, desk: 1 })),
    'trace.find': (request) =>
      after('trace.find', request, () => {
        const code = readTraceCode(request.code);
        if (code === null) return fail('bad-request', { where: 'code' });
        return ok({ traced: code === FAKE_TRACE_CODE ? TRACED : null });
      }),
    'trace.caseFile': (request) =>
      after('trace.caseFile', request, () => ok({ pages: 3, sha256: '5e'.repeat(32) })),
  };
}
