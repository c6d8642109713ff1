/** The tracker and attachments in the fake bridge: an open item, one that is overdue, one that is done, and a notice. */
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { Bridge } from '../../contract/bridge.ts';
import type {
  PoliceNotice,
  RectificationItem,
  RectificationRegister,
} from '../../contract/rectification/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `rectification.${string}` | `attachments.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);

/** An attachment without a content. */
export const FAKE_ATTACHMENT: AttachmentView = {
  attachmentId: 1,
  name: '整改后.jpg',
  media: 'text',
  bytes: 2_048,
  sha256: '5e'.repeat(32),
  showsOn: '2026-05-12',
  addedAt: AT,
  addedBy: '主管甲',
};

const item = (rectificationId: number, changes: Partial<RectificationItem> = {}): RectificationItem => ({
  rectificationId,
  version: 1,
  source: 'self-audit',
  noticeId: null,
  title: '前台电脑没有开机密码',
  words: '两台电脑开机即进入桌面',
  who: '前台主管',
  dueOn: '2026-06-15',
  daysLeft: 30,
  state: 'open',
  opened: { at: AT, by: '主管甲' },
  doneOn: null,
  doneWords: '',
  before: 1,
  after: 0,
  ...changes,
});

const NOTICE: PoliceNotice = {
  noticeId: 1,
  version: 1,
  number: '网安检〔2026〕12 号',
  authority: '城东公安分局网安大队',
  receivedOn: '2026-05-10',
  dueOn: '2026-05-24',
  daysLeft: 8,
  items: 1,
  done: 0,
  answered: null,
};

export function fakeRectification(after: After): Pick<Bridge['vault'], Name> {
  let items: readonly RectificationItem[] = [
    item(1, { source: 'police-notice', noticeId: 1, dueOn: '2026-05-10', daysLeft: -6 }),
    item(2),
    item(3, { state: 'done', doneOn: '2026-05-01', daysLeft: null, doneWords: '已设密码', after: 1 }),
  ];
  let notices: readonly PoliceNotice[] = [NOTICE];
  const register = (): RectificationRegister => ({
    open: items.filter(({ state }) => state === 'open'),
    done: items.filter(({ state }) => state === 'done'),
    notices: [...notices],
  });
  const add = (changes: Partial<RectificationItem>): void => {
    items = [...items, item(1 + Math.max(...items.map((one) => one.rectificationId)), changes)];
  };
  const change = (
    { rectificationId, version }: Pick<RectificationItem, 'rectificationId' | 'version'>,
    changes: Partial<RectificationItem>,
  ) => {
    const was = items.find((one) => one.rectificationId === rectificationId);
    if (was === undefined) return fail('not-found');
    if (was.version !== version) return fail('changed-meanwhile');
    items = items.map((one) => (one === was ? { ...was, ...changes, version: version + 1 } : one));
    return ok(register());
  };
  return {
    'attachments.show': (request) =>
      after('attachments.show', request, () => ok({ media: 'text', content: btoa('a note') })),
    'attachments.save': (request) => after('attachments.save', request, () => ok({})),
    'rectification.list': (request) => after('rectification.list', request, () => ok(register())),
    'rectification.due': (request) =>
      after('rectification.due', request, () => ok({ open: 2, overdue: 0, next: '2026-06-15', notices: 0 })),
    'rectification.open': (request) =>
      after('rectification.open', request, () => {
        const found = items.find(({ rectificationId }) => rectificationId === request.rectificationId);
        return found === undefined
          ? fail('not-found')
          : ok({
              item: found,
              evidence: [{ side: 'before', attachment: FAKE_ATTACHMENT }],
              steps: [{ at: AT, by: '主管甲', what: 'opened', words: '' }],
            });
      }),
    'rectification.add': (request) =>
      after('rectification.add', request, () => {
        add({ ...request.item, source: 'own' });
        return ok(register());
      }),
    'rectification.change': (request) =>
      after('rectification.change', request, () => change(request, request.item)),
    'rectification.attach': (request) =>
      after('rectification.attach', request, () => change(request, { [request.side]: 1 })),
    'rectification.detach': (request) =>
      after('rectification.detach', request, () => change(request, { before: 0 })),
    'rectification.finish': (request) =>
      after('rectification.finish', request, () =>
        change(request, { state: 'done', doneOn: request.doneOn, doneWords: request.words }),
      ),
    'rectification.reopen': (request) =>
      after('rectification.reopen', request, () => change(request, { state: 'open', doneOn: null })),
    'rectification.takeNotice': (request) =>
      after('rectification.takeNotice', request, () => {
        const { number, authority, receivedOn, dueOn } = request;
        const noticeId = notices.length + 1;
        notices = [
          ...notices,
          { ...NOTICE, noticeId, number, authority, receivedOn, dueOn, items: request.items.length },
        ];
        for (const title of request.items) add({ title, noticeId, source: 'police-notice', dueOn });
        return ok(register());
      }),
    'rectification.answer': (request) =>
      after('rectification.answer', request, () => {
        notices = notices.map((one) =>
          one.noticeId === request.noticeId
            ? { ...one, version: one.version + 1, answered: { at: AT, by: '主管甲', sha256: null } }
            : one,
        );
        return ok(register());
      }),
  };
}
