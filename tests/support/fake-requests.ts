/** The register of requests of individuals in the fake bridge: one of each standing, and whatever is taken in. */
import type { Bridge } from '../../contract/bridge.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { RequestRegister, RequestView } from '../../contract/requests/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `requests.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const DAY_MS = 86_400_000;

const view = (requestId: number, changes: Partial<RequestView> = {}): RequestView => ({
  requestId,
  version: 1,
  what: 'copy',
  fields: [],
  asker: 'self',
  way: 'counter',
  personId: 1 as PersonId,
  personMask: '覃**',
  room: '3栋2单元1801',
  takenIn: { at: AT - 3 * DAY_MS, by: '前台甲' },
  dueOn: '2026-05-28',
  latest: '2026-06-12',
  daysLeft: 12,
  identity: null,
  others: [],
  found: [],
  state: 'open',
  ended: null,
  letterAt: null,
  ...changes,
});

const RULES: RequestRegister['rules'] = {
  days: 15,
  most: 30,
  source: FAKE_SOURCE,
  sure: false,
  refusals: [
    {
      id: 'not-verified',
      zh: '未能核实请求人的身份',
      en: 'Who asks could not be verified',
      basis: '《网络数据安全管理条例》第二十五条',
      basisEn: 'Network Data Security Regulation, Article 25',
      sure: false,
    },
    {
      id: 'kept-by-law',
      zh: '法定保存期限未届满',
      en: 'A period of retention is not over',
      basis: '《个人信息保护法》第四十七条第二款',
      basisEn: 'Personal Information Protection Law, Article 47, paragraph 2',
      sure: true,
    },
  ],
};

export function fakeRequests(after: After): Pick<Bridge['vault'], Name> {
  let requests: readonly RequestView[] = [
    view(1, {
      what: 'delete',
      fields: ['wechat'],
      daysLeft: -2,
      dueOn: '2026-05-14',
      identity: { at: AT - DAY_MS, by: '前台甲', kind: 'phone' },
      others: [2],
    }),
    view(2, { what: 'correct', fields: ['email'], asker: 'guardian', others: [1] }),
    view(3, {
      personId: 2 as PersonId,
      personMask: '欧阳**',
      room: '28栋1单元0602',
      state: 'refused',
      daysLeft: null,
      ended: {
        at: AT,
        by: '主管乙',
        act: null,
        refusal: RULES.refusals[0] ?? null,
        words: '电话对不上，也没有带证件',
        papers: false,
      },
      letterAt: AT,
    }),
  ];
  const register = (): RequestRegister => ({ requests: [...requests], more: false, rules: RULES });
  const change = (
    { requestId, version }: Pick<RequestView, 'requestId' | 'version'>,
    changes: Partial<RequestView>,
  ) => {
    const was = requests.find((one) => one.requestId === requestId);
    if (was === undefined) return fail('not-found');
    if (was.version !== version) return fail('changed-meanwhile');
    requests = requests.map((one) => (one === was ? { ...was, ...changes, version: version + 1 } : one));
    return ok(register());
  };
  return {
    'requests.list': (request) => after('requests.list', request, () => ok(register())),
    'requests.due': (request) =>
      after('requests.due', request, () => ok({ open: 2, overdue: 0, next: '2026-05-28' })),
    'requests.takeIn': (request) =>
      after('requests.takeIn', request, () => {
        const requestId = Math.max(...requests.map((one) => one.requestId)) + 1;
        requests = [view(requestId, { ...request, personMask: '张**' }), ...requests];
        return ok({ register: register(), requestId });
      }),
    'requests.verify': ({ requestId, version, kind }) =>
      after('requests.verify', { requestId }, () => {
        const changed = change({ requestId, version }, { identity: { at: AT, by: '前台甲', kind } });
        return changed.ok ? ok({ register: changed.value, match: true, triesLeft: 3 }) : changed;
      }),
    'requests.extend': (request) =>
      after('requests.extend', { requestId: request.requestId }, () =>
        change(request, { dueOn: request.dueOn, daysLeft: 25 }),
      ),
    'requests.decide': (request) =>
      after('requests.decide', { requestId: request.requestId }, () =>
        change(request, {
          state: request.how,
          daysLeft: null,
          ended: {
            at: AT,
            by: '主管乙',
            act: request.how === 'done' ? request.act : null,
            refusal:
              request.how === 'refused'
                ? (RULES.refusals.find(({ id }) => id === request.refusal) ?? null)
                : null,
            words: request.words,
            papers: request.papers,
          },
        }),
      ),
    'requests.erase': ({ requestId, version, papers }) =>
      after('requests.erase', { requestId }, () =>
        change(
          { requestId, version },
          {
            state: 'done',
            personId: null,
            personMask: null,
            daysLeft: null,
            ended: { at: AT, by: '主管乙', act: 'erased', refusal: null, words: '', papers },
          },
        ),
      ),
    'requests.letter': (request) =>
      after('requests.letter', request, () =>
        ok({ register: register(), sha256: request.fileId === undefined ? null : '5e'.repeat(32) }),
      ),
  };
}
