/** The inventory in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `inventory.${string}`>;

export const visits: Readonly<Record<Name, Visit>> = {
  'inventory.read': (walk) => walk.ask('inventory.read', {}),
  'inventory.due': (walk) => walk.ask('inventory.due', {}),
  'inventory.change': async (walk) => {
    const { lines } = await walk.ask('inventory.read', {});
    const { item, version, bases } = lines.find((line) => line.item === 'email')!;
    return walk.ask('inventory.change', {
      item,
      version,
      purposes: [],
      bases,
      retention: null,
      pin: walk.pin,
    });
  },
  'inventory.give': (walk) => walk.ask('inventory.give', {}),
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  inventory: ['page:inventory'],
  'inventory-line': ['page:inventory'],
  'inventory-change': ['page:inventory'],
  'inventory-finding': ['page:inventory'],
} as const;

/** An admin reads a line, takes its basis away and sees the finding. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 60,
  as: 'admin',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('inventory');
    await get(walk, 'inventory-people').waitFor();
    await look('inventory');
    await walk.desk.page.locator('[data-item=phone]').getByRole('button').click();
    await get(walk, 'inventory-drawer').waitFor();
    await look('inventory-line');
    await get(walk, 'inventory-change').click();
    await get(walk, 'inventory-form').waitFor();
    await get(walk, 'inventory-purpose-marketing').click();
    await walk.desk.choose('inventory-basis-tenant', { value: '' });
    await look('inventory-change');
    await get(walk, 'inventory-form').getByTestId('pin-input').fill(DESK_STAFF.admin.pin);
    await get(walk, 'inventory-submit').click();
    await get(walk, 'inventory-findings').waitFor();
    await look('inventory-finding');
    // Put right again: the bell of later screens tells of nothing.
    await walk.desk.page.locator('[data-item=phone]').getByRole('button').click();
    await get(walk, 'inventory-change').click();
    await walk.desk.choose('inventory-basis-tenant', { value: 'consent' });
    await get(walk, 'inventory-form').getByTestId('pin-input').fill(DESK_STAFF.admin.pin);
    await get(walk, 'inventory-submit').click();
    await get(walk, 'inventory-findings').waitFor({ state: 'detached' });
    await walk.desk.page.keyboard.press('Escape');
  },
};
