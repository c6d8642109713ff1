/** The inventory in the tests that go over every feature. */
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import type { VisitsOf } from '../route-walk.ts';

export const visits: VisitsOf<'inventory'> = {
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
};

// --- the screens

/** An admin reads a line, takes its basis away and sees the finding. */
export const flow = featureFlow({
  place: 60,
  as: 'admin',
  screens: {
    ...showing(['page:inventory'], 'inventory', 'inventory-line', 'inventory-change', 'inventory-finding'),
  },
  async run(walk, look) {
    await walk.desk.open('inventory');
    await look('inventory', { wait: 'inventory-people' });
    await walk.desk.page.locator('[data-item=phone]').getByRole('button').click();
    await look('inventory-line', { wait: 'inventory-drawer' });
    await click(walk, 'inventory-change');
    await get(walk, 'inventory-form').waitFor();
    await click(walk, 'inventory-purpose-fees');
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
});
