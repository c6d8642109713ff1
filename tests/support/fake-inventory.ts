/** The inventory as the fake bridge has it. A browser loads this: nothing here may reach a module of Node. */
import type { Bridge } from '../../contract/bridge.ts';
import { INVENTORY_ITEMS, tierOfItem } from '../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';
import { FAKE_INVENTORY_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `inventory.${string}`>;

const LINES: readonly InventoryLine[] = INVENTORY_ITEMS.map((item, at) => ({
  item,
  version: 0,
  tier: tierOfItem(item),
  class: item === 'idNumber' ? 'sensitive' : 'general',
  ground: item === 'idNumber' ? 'choice' : 'standard',
  grade: 'S',
  purposes: item === 'wechat' ? [] : ['service'],
  bases: [
    { subject: 'owner', basis: 'contract' },
    { subject: 'family', basis: item === 'wechat' ? null : 'consent' },
  ],
  retention: { zh: '业主（过户后）36 个月', en: 'owners (after a transfer) 36 months' },
  ownRetention: null,
  note: null,
  noteEn: null,
  count: 40 - at,
  finding: item === 'wechat',
  changed: null,
}));

export function fakeInventory(after: After): Pick<Bridge['vault'], Name> {
  let lines = [...LINES];
  const view = (): InventoryView => ({
    lines,
    access: [
      { tier: 'open', roles: ['receptionist', 'supervisor', 'admin'], names: ['陈前台', '林主管', '周管理'] },
      {
        tier: 'masked',
        roles: ['receptionist', 'supervisor', 'admin'],
        names: ['陈前台', '林主管', '周管理'],
      },
      { tier: 'contact', roles: ['receptionist', 'supervisor'], names: ['陈前台', '林主管'] },
      { tier: 'identity', roles: ['supervisor'], names: ['林主管'] },
    ],
    people: { held: 84_000, companies: 12 },
    limits: [
      {
        id: 'small',
        people: 100_000,
        state: 'near',
        title: '小型个人信息处理者',
        titleEn: 'Small processor',
        means: '达到后改用通用要求。',
        meansEn: 'The general requirements apply then.',
        source: '规定（原文未核对）',
        sourceEn: 'Provisions (not compared)',
        grade: 'S',
      },
    ],
    law: FAKE_INVENTORY_SOURCE,
  });
  return {
    'inventory.read': (request) => after('inventory.read', request, () => ok(view())),
    'inventory.due': (request) =>
      after('inventory.due', request, () =>
        ok({ findings: lines.filter(({ finding }) => finding).length, limit: view().limits[0] ?? null }),
      ),
    'inventory.change': ({ pin: _pin, ...request }) =>
      after('inventory.change', request, () => {
        const line = lines.find(({ item }) => item === request.item);
        if (line?.version !== request.version) return fail('changed-meanwhile');
        lines = lines.map((one) =>
          one === line
            ? {
                ...one,
                purposes: request.purposes,
                bases: request.bases,
                ownRetention: request.retention,
                retention:
                  request.retention === null
                    ? one.retention
                    : { zh: request.retention, en: request.retention },
                version: one.version + 1,
                finding: request.purposes.length === 0 || request.bases.some(({ basis }) => basis === null),
                changed: { at: 1_790_000_000_000, by: '周管理' },
              }
            : one,
        );
        return ok(view());
      }),
    'inventory.give': (request) => after('inventory.give', request, () => ok({ pages: 3 })),
  };
}
