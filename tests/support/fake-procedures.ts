/** Documents of the company as the fake bridge answers for them. */
import type { Bridge } from '../../contract/bridge.ts';
import type { StaffId } from '../../contract/ids.ts';
import { COMPANY_FACTS, type CompanyFact, TEMPLATE_KINDS } from '../../contract/procedures/lists.ts';
import type {
  CompanyFacts,
  OwnDocument,
  ProcedureBlock,
  ProcedureDocument,
  ProcedureRegister,
  ProcedureView,
  PublishedView,
} from '../../contract/procedures/views.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `procedures.${string}`>;

const AT = Date.UTC(2026, 4, 16, 2);

export const INVENTED_BLOCKS: ProcedureBlock[] = [
  { kind: 'heading', level: 1, runs: [{ text: '第一章 总则' }] },
  {
    kind: 'paragraph',
    runs: [{ text: '第一条 ', strong: true }, { gap: 'company' }, { text: '制定本制度。' }],
  },
  { kind: 'list', numbered: true, items: [[{ text: '合法、正当、必要；' }], [{ text: '谁经手谁负责。' }]] },
];
const FILLED: ProcedureBlock[] = INVENTED_BLOCKS.map((block) =>
  block.kind === 'paragraph'
    ? { ...block, runs: [{ text: '第一条 ', strong: true }, { text: '无名物业公司制定本制度。' }] }
    : block,
);

const versionOf = (versionId: number, number: number): PublishedView => ({
  versionId,
  number,
  title: '个人信息保护内部管理制度',
  publishedAt: AT + number * 86_400_000,
  publishedBy: '陈主管',
  sha256: 'ab'.repeat(32),
  intact: true,
});
const PUBLISHED: ProcedureView = {
  procedureId: 1,
  kind: 'management-system',
  title: '个人信息保护内部管理制度',
  draft: null,
  versions: [versionOf(12, 2), versionOf(11, 1)],
  signed: { count: 2, missing: ['李前台'] },
  outdated: false,
};
const DRAFT: ProcedureView = {
  procedureId: 2,
  kind: 'undertaking',
  title: '个人信息保密承诺书',
  draft: { version: 1, gaps: ['company'], changedAt: AT, changedBy: '陈主管' },
  versions: [],
  signed: null,
  outdated: false,
};
const OWN: OwnDocument = {
  procedureId: 1,
  versionId: 12,
  kind: 'management-system',
  title: PUBLISHED.title,
  number: 2,
  publishedAt: AT,
  sha256: 'ab'.repeat(32),
  signedAt: null,
  againOn: null,
  due: true,
  signedBefore: 11,
};

const NO_FACTS = Object.fromEntries(COMPANY_FACTS.map((fact) => [fact, ''])) as CompanyFacts;

const documentOf = (
  { procedureId, kind, title, draft, versions }: ProcedureView,
  versionId: number | null,
): ProcedureDocument => ({
  procedureId,
  kind,
  title,
  blocks: versionId === null || versionId === 11 ? INVENTED_BLOCKS : FILLED,
  origin: {
    version: '2026-11-29',
    source: '按公开文本整理',
    sourceEn: 'Compiled from published texts',
    grade: 'I',
    checked: false,
    cites: [],
  },
  draft: versionId === null ? (draft?.version ?? 1) : null,
  published: versions.find((one) => one.versionId === versionId) ?? null,
});

export function fakeProcedures(after: After): Pick<Bridge['vault'], Name> {
  let procedures: readonly ProcedureView[] = [PUBLISHED, DRAFT];
  let facts: CompanyFacts = NO_FACTS;
  let own: readonly OwnDocument[] = [OWN];
  const register = (next = procedures) => {
    procedures = next;
    const used = new Set(next.map(({ kind }) => kind));
    return ok<ProcedureRegister>({
      procedures: [...next],
      facts,
      unused: TEMPLATE_KINDS.filter((kind) => !used.has(kind)),
    });
  };
  const change = (procedureId: number, by: (one: ProcedureView) => readonly ProcedureView[]) =>
    procedures.some((one) => one.procedureId === procedureId)
      ? register(procedures.flatMap((one) => (one.procedureId === procedureId ? by(one) : [one])))
      : fail('not-found');
  const draft = (gaps: readonly CompanyFact[]) => ({
    version: 1,
    gaps: [...gaps],
    changedAt: AT,
    changedBy: '陈主管',
  });
  const published = (one: ProcedureView): ProcedureView => ({
    ...one,
    draft: null,
    versions: [versionOf(100 + one.procedureId, 1 + one.versions.length), ...one.versions],
  });
  return {
    'procedures.list': (request) => after('procedures.list', request, () => register()),
    'procedures.own': (request) => after('procedures.own', request, () => ok({ documents: [...own] })),
    'procedures.read': (request) =>
      after('procedures.read', request, () => {
        const found = procedures.find(({ procedureId }) => procedureId === request.procedureId);
        return found === undefined ? fail('not-found') : ok(documentOf(found, request.versionId));
      }),
    'procedures.signatures': (request) =>
      after('procedures.signatures', request, () =>
        ok({
          signatures: [
            {
              staffId: 'b1'.repeat(8) as StaffId,
              name: '李前台',
              role: 'receptionist',
              signedAt: null,
              againOn: null,
              due: true,
            },
          ],
        }),
      ),
    'procedures.useTemplates': (request) =>
      after('procedures.useTemplates', request, () =>
        register([
          ...procedures,
          ...request.kinds
            .filter((kind) => !procedures.some((one) => one.kind === kind))
            .map((kind, at) => ({ ...DRAFT, procedureId: 20 + at, kind, title: kind })),
        ]),
      ),
    'procedures.add': (request) =>
      after('procedures.add', request, () =>
        register([
          ...procedures,
          { ...DRAFT, procedureId: 50, kind: 'own', title: request.title, draft: draft([]) },
        ]),
      ),
    'procedures.beginDraft': (request) =>
      after('procedures.beginDraft', request, () =>
        change(request.procedureId, (one) => [{ ...one, draft: draft([]) }]),
      ),
    'procedures.saveDraft': (request) =>
      after('procedures.saveDraft', request, () => {
        const found = procedures.find(({ procedureId }) => procedureId === request.procedureId);
        return found === undefined
          ? fail('not-found')
          : ok({ ...documentOf(found, null), title: request.title, blocks: request.blocks });
      }),
    'procedures.discardDraft': (request) =>
      after('procedures.discardDraft', request, () =>
        change(request.procedureId, (one) => (one.versions.length === 0 ? [] : [{ ...one, draft: null }])),
      ),
    'procedures.saveFacts': (request) =>
      after('procedures.saveFacts', request, () => {
        ({ facts } = request);
        return register(
          procedures.map((one) => ({
            ...one,
            draft:
              one.draft === null
                ? null
                : { ...one.draft, gaps: one.draft.gaps.filter((fact) => facts[fact] === '') },
          })),
        );
      }),
    'procedures.publish': ({ pin: _, ...request }) =>
      after('procedures.publish', request, () =>
        register(
          procedures.map((one) =>
            request.drafts.some(({ procedureId }) => procedureId === one.procedureId) ? published(one) : one,
          ),
        ),
      ),
    'procedures.sign': ({ pin: _, ...request }) =>
      after('procedures.sign', request, () => {
        own = own.map((one) => ({ ...one, signedAt: AT, due: false }));
        return ok({ documents: [...own] });
      }),
    'procedures.give': (request) => after('procedures.give', request, () => ok({ pages: 3 })),
  };
}
