/** Canary records in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import type { CanaryView } from '../../contract/canaries/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `canaries.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);

const INVENTED: readonly CanaryView[] = [
  {
    canaryId: 41,
    madeAt: AT - 86_400_000,
    madeBy: '管理员',
    state: 'touched',
    nameMask: '罗**',
    rooms: ['9栋 1单元 901'],
    phones: ['141****9911'],
    touches: [{ at: AT, staffName: '前台甲' }],
  },
  {
    canaryId: 42,
    madeAt: AT,
    madeBy: '管理员',
    state: 'watching',
    nameMask: '韦*',
    rooms: [],
    phones: ['141****9912'],
    touches: [],
  },
];

export function fakeCanaries(after: After): Pick<Bridge['vault'], Name> {
  let canaries = [...INVENTED];
  return {
    'canaries.list': (request) => after('canaries.list', request, () => ok({ canaries: [...canaries] })),
    'canaries.make': (request) =>
      after('canaries.make', request, () => {
        const canaryId = 1 + Math.max(0, ...canaries.map((one) => one.canaryId));
        const { name, room, phones } = request.person;
        canaries.push({
          canaryId,
          madeAt: AT,
          madeBy: '管理员',
          state: 'watching',
          nameMask: `${name.slice(0, 1)}**`,
          rooms: room === null ? [] : [room.text],
          phones: phones.map((phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`),
          touches: [],
        });
        return ok({ canaries: [...canaries] });
      }),
    'canaries.end': (request) =>
      after('canaries.end', request, () => {
        if (!canaries.some(({ canaryId }) => canaryId === request.canaryId)) return fail('not-found');
        canaries = canaries.filter(({ canaryId }) => canaryId !== request.canaryId);
        return ok({ canaries: [...canaries] });
      }),
  };
}
