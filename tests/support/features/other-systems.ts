/** The register of other systems in the tests that go over every feature. */
import { CLAUSES } from '../../../contract/other-systems/lists.ts';
import type { OtherSystem, OtherSystemFacts } from '../../../contract/other-systems/routes.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing, submitAs } from '../../screens/steps.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

export const GATE: OtherSystemFacts = {
  kind: 'parking',
  name: '东门停车收费',
  vendor: '无名停车设备厂',
  contract: 'TC-2025-03',
  contractEnds: '2030-12-31',
  holder: '停车主管',
  holds: '车牌、车主姓名',
  password: 'default',
};

export const AGREEMENT = { isProcessor: true, signedOn: '2025-12-01', clauses: CLAUSES };

// --- the walk over the routes

async function addOne(walk: Walk): Promise<OtherSystem> {
  const { systems } = await walk.ask('systems.add', { system: GATE });
  return systems.at(-1)!;
}
const seenOf = ({ systemId, version }: OtherSystem) => ({ systemId, version });

export const visits: VisitsOf<'systems'> = {
  'systems.add': addOne,
  'systems.change': async (walk) =>
    walk.ask('systems.change', { ...seenOf(await addOne(walk)), system: { ...GATE, holder: '夜班领班' } }),
  'systems.check': async (walk) =>
    walk.ask('systems.check', { ...seenOf(await addOne(walk)), password: 'changed' }),
  'systems.agreement': async (walk) =>
    walk.ask('systems.agreement', { ...seenOf(await addOne(walk)), agreement: AGREEMENT, pin: walk.pin }),
  'systems.remove': async (walk) => walk.ask('systems.remove', seenOf(await addOne(walk))),
};

// --- the screens

const SCREENS = {
  ...showing(['page:other-systems'], 'other-systems-empty', 'other-systems-add', 'other-systems'),
  ...showing(['page:other-systems'], 'other-systems-check', 'other-systems-checked', 'other-systems-remove'),
  ...showing(['page:other-systems'], 'other-systems-agreement', 'other-systems-one'),
} as const;

/** At the page: registers the gate with the password that it came with, checks it and its agreement. */
export async function registerGate(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await get(walk, 'other-systems-empty').waitFor();
  await look('other-systems-empty');
  await click(walk, 'other-system-add');
  await get(walk, 'other-system-name').fill(GATE.name);
  await get(walk, 'other-system-vendor').fill(GATE.vendor);
  await get(walk, 'other-system-contract').fill(GATE.contract);
  await get(walk, 'other-system-holder').fill(GATE.holder);
  await click(walk, `other-system-password-${GATE.password}`);
  await look('other-systems-add');
  await click(walk, 'other-system-submit');
  await get(walk, 'other-system').waitFor();
  await look('other-systems');
  await click(walk, 'other-system', 'other-system-check');
  await click(walk, 'other-system-password-changed');
  await look('other-systems-check');
  await click(walk, 'other-system-submit');
  await get(walk, 'other-system-form').waitFor({ state: 'detached' });
  await look('other-systems-checked');
  await click(walk, 'other-system');
  await get(walk, 'other-system-drawer').waitFor();
  await look('other-systems-one');
  await click(walk, 'other-system-agreement');
  await look('other-systems-agreement');
  await settleAgreement(walk);
}

/** In its form, with every clause. */
export async function settleAgreement(walk: AtDesk): Promise<void> {
  await get(walk, 'other-system-signedOn').fill(AGREEMENT.signedOn);
  await click(walk, ...CLAUSES.map((one) => `other-system-clauses-${one}`));
  await submitAs(walk, 'admin', 'other-system-submit', 'other-system-form');
  await get(walk, 'other-system-form').waitFor({ state: 'detached' });
}

export const flow: FeatureFlow<typeof SCREENS> = {
  place: 30,
  as: 'admin',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('other-systems');
    await registerGate(walk, look);
    await click(walk, 'other-system');
    await look('other-systems-remove', { press: 'other-system-remove' });
    await click(walk, 'other-system-cancel');
    await walk.desk.page.keyboard.press('Escape');
  },
};
