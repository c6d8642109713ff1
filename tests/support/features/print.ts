/** Controlled printing in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { FeatureFlow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `print.${string}`>;

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

export const visits: Readonly<Record<Name, Visit>> = {
  'print.preview': (walk) =>
    walk.ask('print.preview', { what: { layout: 'record' }, paper: 'a4', language: 'zh-CN' }),
  'print.order': async (walk) => {
    const supervisor = await walk.desk.proofOf('supervisor');
    return walk.ask('print.order', { ...BLANK_ORDER, custodian: supervisor.slotId, supervisor });
  },
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'print-nobody': ['page:print'],
  'print-record': ['page:print'],
  'print-clear': ['page:print'],
  'print-preview': ['page:print'],
  'print-arrears': ['page:print'],
  'print-form': ['page:print'],
} as const;

/** A receptionist looks at a resident's record as it would be printed, chooses a value for clear, writes a notice, and looks at a form. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 220,
  as: 'receptionist',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
    const { asked } = RESIDENTS;
    await desk.open('print');
    await get(walk, 'print-layout-record').click();
    await get(walk, 'print-noPerson').waitFor();
    await look('print-nobody');
    await get(walk, 'print-go').click();
    await desk.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.openFirst();
    await get(walk, 'print-person').click();
    await get(walk, 'print-form').waitFor();
    await look('print-record');
    await get(walk, 'print-clear-phone-0').click();
    await get(walk, 'print-clear-warning').waitFor();
    await get(walk, 'print-place').fill('前台文件夹');
    await get(walk, 'print-due').fill('2099-12-31');
    await get(walk, 'print-purpose').fill('业主核对登记信息');
    await desk.choose('print-supervisor-choice', { words: DESK_STAFF.supervisor.name });
    await get(walk, 'print-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await look('print-clear');
    await get(walk, 'print-preview').click();
    await get(walk, 'print-pages').waitFor({ timeout: 20_000 });
    await look('print-preview');
    await get(walk, 'print-layout-arrears').click();
    await get(walk, 'arrears-room-0').fill('3-2-1801');
    await get(walk, 'arrears-from-0').fill('2026-01');
    await get(walk, 'arrears-until-0').fill('2026-06');
    await get(walk, 'arrears-amount-0').fill('1284.50');
    await get(walk, 'arrears-pay-by').fill('2099-12-31');
    await look('print-arrears');
    await get(walk, 'print-layout-renovation').click();
    await get(walk, 'print-preview').click();
    await get(walk, 'print-pages').waitFor({ timeout: 20_000 });
    await look('print-form');
    await desk.page.keyboard.press('Escape');
  },
};
