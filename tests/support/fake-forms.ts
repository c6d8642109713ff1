/** Forms in the fake bridge: one of two items, with a draft, and one that was finished. */
import type { Bridge } from '../../contract/bridge.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { FAKE_ATTACHMENT } from './fake-rectification.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `forms.${string}`>;
type Content = FormFill['content'];

const AT = Date.UTC(2026, 4, 16, 9);
const FORM = 'self-audit';

const CONTENT: Content = {
  kind: 'form',
  source: {
    title: '公开资料',
    titleEn: 'Public sources',
    version: '1',
    grade: 'S',
    at: null,
    checked: false,
  },
  name: '合规自查表',
  nameEn: 'Self-audit',
  nameGrade: 'F',
  duty: 'self-audit',
  finding: 'self-audit',
  subject: null,
  columns: { item: '事项', result: '结果', words: '说明' },
  options: [
    { id: 'conforms', text: '合规', textEn: 'Conforms' },
    { id: 'fails', text: '不合规', textEn: 'Does not conform', finding: true },
  ],
  items: [
    {
      id: 'notice',
      title: '告知',
      titleEn: 'Notice',
      points: ['目的'],
      pointsEn: ['Purpose'],
      grade: 'S',
      articles: ['pipl-17'],
      evidence: ['resident-notices'],
    },
    { id: 'deletion', title: '删除', titleEn: 'Deletion', points: [], grade: 'F', articles: [] },
  ],
  remark: '其他',
  remarkEn: 'Anything else',
  declaration: { text: '如实填写。', textEn: 'Filled in truthfully.', grade: 'F' },
  signatures: ['签字'],
  renewMonths: 12,
};

const fillOf = (fillId: number, changes: Partial<FormFill> = {}): FormFill => ({
  fillId,
  version: 1,
  form: FORM,
  state: 'draft',
  content: CONTENT,
  edition: '5e'.repeat(32),
  replaced: false,
  subject: '',
  remark: '',
  begun: { at: AT, by: '主管甲' },
  savedAt: AT,
  finished: null,
  dueOn: null,
  answers: CONTENT.items.map(({ id }) => ({
    item: id,
    choice: null,
    words: '',
    answeredAt: 0,
    dueOn: null,
    isDue: false,
    rectificationId: null,
    evidence: [],
  })),
  ...changes,
});

const finishedAs = (fill: FormFill): FormFill => ({
  ...fill,
  state: 'finished',
  finished: { at: AT, by: '主管甲', sha256: '5e'.repeat(32) },
  dueOn: '2027-05-16',
});

export function fakeForms(after: After): Pick<Bridge['vault'], Name> {
  let draft: FormFill | null = null;
  let finished: readonly FormFill[] = [
    finishedAs(fillOf(1, { answers: fillOf(1).answers.map((one) => ({ ...one, choice: 'conforms' })) })),
  ];
  const withDraft = (
    { fillId, version }: Pick<FormFill, 'fillId' | 'version'>,
    next: (fill: FormFill) => FormFill,
  ) => {
    if (draft?.fillId !== fillId) return fail('not-found');
    if (draft.version !== version) return fail('changed-meanwhile');
    draft = { ...next(draft), version: version + 1 };
    return ok(draft);
  };
  return {
    'forms.list': (request) =>
      after('forms.list', request, () =>
        ok({
          forms: [
            {
              form: FORM,
              name: { text: CONTENT.name, textEn: CONTENT.nameEn },
              failure: null,
              state: 'fine',
              dueOn: '2027-05-16',
              daysLeft: 365,
              last: { fillId: 1, at: AT, by: '主管甲', findings: 0 },
              draft: draft === null ? null : { fillId: draft.fillId, savedAt: AT },
            },
            {
              form: 'computer-checklist',
              name: null,
              failure: 'law-unreadable',
              state: 'never',
              dueOn: null,
              daysLeft: null,
              last: null,
              draft: null,
            },
          ],
        }),
      ),
    'forms.due': (request) =>
      after('forms.due', request, () => ok({ overdue: 0, soon: 0, never: 1, unreadable: 0 })),
    'forms.open': (request) =>
      after('forms.open', request, () =>
        ok({
          form: FORM,
          content: CONTENT,
          edition: '5e'.repeat(32),
          draft,
          history: finished.map(({ fillId }) => ({
            fillId,
            at: AT,
            by: '主管甲',
            dueOn: '2027-05-16',
            subject: '',
            findings: 0,
          })),
          suggestions: [
            {
              item: 'notice',
              known: [{ duty: 'resident-notices', state: 'there', at: AT, dueOn: null, count: 1 }],
              choice: 'conforms',
              words: '本系统记录：告知书有。',
            },
          ],
          articles: [
            {
              id: 'pipl-17',
              law: '个人信息保护法',
              lawEn: 'Personal Information Protection Law',
              number: '第十七条',
              numberEn: 'Article 17',
              paragraphs: ['告知。'],
            },
          ],
          articlesSource: FAKE_SOURCE,
        }),
      ),
    'forms.read': (request) =>
      after('forms.read', request, () => {
        const found = [draft, ...finished].find((one) => one?.fillId === request.fillId);
        return found === null || found === undefined ? fail('not-found') : ok(found);
      }),
    'forms.begin': (request) => after('forms.begin', request, () => ok((draft ??= fillOf(2)))),
    'forms.save': (request) =>
      after('forms.save', request, () =>
        withDraft(request, (fill) => ({
          ...fill,
          subject: request.subject,
          remark: request.remark,
          answers: fill.answers.map((one) => ({
            ...one,
            ...request.answers.find(({ item }) => item === one.item),
          })),
        })),
      ),
    'forms.attach': (request) =>
      after('forms.attach', request, () =>
        withDraft(request, (fill) => ({
          ...fill,
          answers: fill.answers.map((one) =>
            one.item === request.item ? { ...one, evidence: [FAKE_ATTACHMENT] } : one,
          ),
        })),
      ),
    'forms.detach': (request) => after('forms.detach', request, () => withDraft(request, (fill) => fill)),
    'forms.renew': (request) => after('forms.renew', request, () => withDraft(request, (fill) => fill)),
    'forms.discard': (request) =>
      after('forms.discard', request, () => {
        draft = null;
        return ok({});
      }),
    'forms.finish': (request) =>
      after('forms.finish', request, () => {
        if (draft === null) return fail('not-found');
        const done = finishedAs(draft);
        finished = [done, ...finished];
        draft = null;
        return ok(done);
      }),
    'forms.give': (request) =>
      after('forms.give', request, () =>
        ok({ pages: 1, sha256: request.fileId === undefined ? null : '5e'.repeat(32) }),
      ),
  };
}
