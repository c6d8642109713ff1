/** The register of other systems in the tests that go over every feature. */
import type { Bridge } from '../../../contract/bridge.ts';
import type { OtherSystem, OtherSystemFacts } from '../../../contract/other-systems/routes.ts';
import { type Result, fail, ok } from '../../../contract/result.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { AtDesk, Flow, Look } from '../../screens/screen-list.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { Visit, Walk } from '../route-walk.ts';
import type { After } from './fakes.ts';

type Name = Extract<RouteName, `systems.${string}`>;

const GATE: OtherSystemFacts = {
  kind: 'parking',
  name: '东门停车收费',
  vendor: '无名停车设备厂',
  contract: 'TC-2025-03',
  contractEnds: '2030-12-31',
  holder: '停车主管',
  holds: '车牌、车主姓名',
  password: 'default',
};

// --- the walk over the routes

async function addOne(walk: Walk): Promise<OtherSystem> {
  const { systems } = await walk.ask('systems.add', { system: GATE });
  return systems.at(-1)!;
}
const seenOf = ({ systemId, version }: OtherSystem) => ({ systemId, version });

export const visits: Readonly<Record<Name, Visit>> = {
  'systems.list': (walk) => walk.ask('systems.list', {}),
  'systems.add': addOne,
  'systems.change': async (walk) =>
    walk.ask('systems.change', {
      ...seenOf(await addOne(walk)),
      system: { ...GATE, holder: '夜班领班' },
    }),
  'systems.check': async (walk) =>
    walk.ask('systems.check', { ...seenOf(await addOne(walk)), password: 'changed' }),
  'systems.remove': async (walk) => walk.ask('systems.remove', seenOf(await addOne(walk))),
};

// --- the fake bridge

const INVENTED: readonly OtherSystem[] = [
  {
    ...GATE,
    systemId: 1,
    version: 1,
    contractEnded: false,
    check: { last: null, next: null, daysLeft: null, state: 'never' },
  },
  {
    kind: 'video',
    name: '园区监控',
    vendor: '虚构安防',
    contract: 'JK-7',
    contractEnds: '2025-06-30',
    holder: '保安队长',
    holds: '录像',
    password: 'shared',
    systemId: 2,
    version: 3,
    contractEnded: true,
    check: { last: '2025-05-04', next: '2026-05-04', daysLeft: -12, state: 'overdue' },
  },
];

export function fake(after: After): Pick<Bridge['vault'], Name> {
  let systems = [...INVENTED];
  const register = (next: readonly OtherSystem[]) => {
    systems = [...next];
    return ok({ systems: [...systems] });
  };
  const replace = (
    seen: Pick<OtherSystem, 'systemId' | 'version'>,
    by: (system: OtherSystem) => readonly OtherSystem[],
  ): Result<{ systems: OtherSystem[] }> => {
    const found = systems.find(({ systemId }) => systemId === seen.systemId);
    if (found === undefined) return fail('not-found');
    if (found.version !== seen.version) return fail('changed-meanwhile');
    return register(
      systems.flatMap((one) => (one === found ? by({ ...one, version: one.version + 1 }) : [one])),
    );
  };
  return {
    'systems.list': (request) => after('systems.list', request, () => register(systems)),
    'systems.add': (request) =>
      after('systems.add', request, () =>
        register([
          ...systems,
          {
            ...request.system,
            systemId: 1 + Math.max(0, ...systems.map(({ systemId }) => systemId)),
            version: 1,
            contractEnded: false,
            check: { last: null, next: null, daysLeft: null, state: 'never' },
          },
        ]),
      ),
    'systems.change': (request) =>
      after('systems.change', request, () =>
        replace(request, (system) => [{ ...system, ...request.system }]),
      ),
    'systems.check': ({ password, ...seen }) =>
      after('systems.check', seen, () =>
        replace(seen, (system) => [
          {
            ...system,
            password,
            check: { last: '2026-05-16', next: '2027-05-16', daysLeft: 365, state: 'fine' },
          },
        ]),
      ),
    'systems.remove': (request) => after('systems.remove', request, () => replace(request, () => [])),
  };
}

// --- the screens

const get = ({ desk }: AtDesk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'other-systems-empty': ['page:other-systems'],
  'other-systems-add': ['page:other-systems'],
  'other-systems': ['page:other-systems'],
  'other-systems-check': ['page:other-systems'],
  'other-systems-checked': ['page:other-systems'],
  'other-systems-remove': ['page:other-systems'],
} as const;

/** At the page: registers the gate with the password that it came with, and checks it. */
export async function registerGate(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await get(walk, 'other-systems-empty').waitFor();
  await look('other-systems-empty');
  await get(walk, 'other-system-add').click();
  await get(walk, 'other-system-name').fill(GATE.name);
  await get(walk, 'other-system-vendor').fill(GATE.vendor);
  await get(walk, 'other-system-contract').fill(GATE.contract);
  await get(walk, 'other-system-holder').fill(GATE.holder);
  await walk.desk.choose('other-system-password-state', { value: GATE.password });
  await look('other-systems-add');
  await get(walk, 'other-system-submit').click();
  await get(walk, 'other-system').waitFor();
  await look('other-systems');
  await get(walk, 'other-system-check').click();
  await walk.desk.choose('other-system-password-state', { value: 'changed' });
  await look('other-systems-check');
  await get(walk, 'other-system-submit').click();
  await get(walk, 'other-system-form').waitFor({ state: 'detached' });
  await look('other-systems-checked');
}

export const flow: Flow<typeof SCREENS> = {
  as: 'admin',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('other-systems');
    await registerGate(walk, look);
    await get(walk, 'other-system-remove').click();
    await look('other-systems-remove');
    await get(walk, 'other-system-cancel').click();
    await walk.desk.page.keyboard.press('Escape');
  },
};
