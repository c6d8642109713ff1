/** The inventory in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow } from '../../screens/screen-list.ts';
import { click, get, submitAs } from '../../screens/steps.ts';
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
    await look('inventory', { wait: 'inventory-people' });
    await walk.desk.page.locator('[data-item=phone]').getByRole('button').click();
    await look('inventory-line', { wait: 'inventory-drawer' });
    await click(walk, 'inventory-change');
    await get(walk, 'inventory-form').waitFor();
    await click(walk, 'inventory-purpose-marketing');
    await walk.desk.choose('inventory-basis-tenant', { value: '' });
    await look('inventory-change');
    await submitAs(walk, 'admin', 'inventory-submit', 'inventory-form');
    await look('inventory-finding', { wait: 'inventory-findings' });
    // Put right again: the bell of later screens tells of nothing.
    await walk.desk.page.locator('[data-item=phone]').getByRole('button').click();
    await click(walk, 'inventory-change');
    await walk.desk.choose('inventory-basis-tenant', { value: 'consent' });
    await submitAs(walk, 'admin', 'inventory-submit', 'inventory-form');
    await get(walk, 'inventory-findings').waitFor({ state: 'detached' });
    await walk.desk.page.keyboard.press('Escape');
  },
};
