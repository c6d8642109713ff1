/** Controlled printing in the tests that go over every feature. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import type { VisitsOf } from '../route-walk.ts';

/** An order of a blank form, without custodian and proof. */
export const BLANK_ORDER = {
  what: { layout: 'receipt' },
  paper: 'a5',
  language: 'zh-CN',
  copies: 1,
  place: '前台文件夹',
  dueOn: '2199-12-31',
  purpose: '登记核对用',
} as const satisfies Partial<RouteRequest<'print.order'>>;

export const visits: VisitsOf<'print'> = {
  'print.preview': (walk) =>
    walk.ask('print.preview', { what: { layout: 'record' }, paper: 'a4', language: 'zh-CN' }),
  'print.order': async (walk) => {
    const supervisor = await walk.desk.proofOf('supervisor');
    return walk.ask('print.order', { ...BLANK_ORDER, custodian: supervisor.slotId, supervisor });
  },
};

// --- the screens

/** A receptionist looks at a resident's record as it would be printed, chooses a value for clear, writes a notice, and looks at a form. */
export const flow = featureFlow({
  place: 220,
  as: 'receptionist',
  screens: {
    ...showing(['page:print'], 'print-nobody', 'print-record', 'print-clear', 'print-preview'),
    ...showing(['page:print'], 'print-arrears', 'print-form'),
  },
  async run(walk, look, desk) {
    const { asked } = RESIDENTS;
    await desk.open('print');
    await look('print-nobody', { press: 'print-layout-record', wait: 'print-noPerson' });
    await click(walk, 'print-go');
    await desk.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.openFirst();
    await click(walk, 'person-more');
    await look('print-record', { press: 'print-person', wait: 'print-form' });
    await click(walk, 'print-clear-phone-0');
    await get(walk, 'print-clear-warning').waitFor();
    await get(walk, 'print-place').fill('前台文件夹');
    await get(walk, 'print-due').fill('2099-12-31');
    await get(walk, 'print-purpose').fill('业主核对登记信息');
    await desk.choose('print-supervisor-choice', { words: DESK_STAFF.supervisor.name });
    await get(walk, 'print-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await look('print-clear');
    await click(walk, 'print-cancel');
    await look('print-preview', { wait: 'print-pages' });
    await click(walk, 'print-layout-arrears');
    await click(walk, 'print-begin');
    await get(walk, 'arrears-room-0').fill('3-2-1801');
    await get(walk, 'arrears-from-0').fill('2026-01');
    await get(walk, 'arrears-until-0').fill('2026-06');
    await get(walk, 'arrears-amount-0').fill('1284.50');
    await get(walk, 'arrears-pay-by').fill('2099-12-31');
    await look('print-arrears');
    await click(walk, 'print-cancel');
    await click(walk, 'print-layout-renovation');
    await look('print-form', { press: 'print-begin', wait: 'print-form' });
    await click(walk, 'print-cancel');
    await desk.page.keyboard.press('Escape');
  },
});
