/** What the register of files that left the house shows for its duty. Numbers and days: neither a resident nor a recipient is named. */
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../../contract/disclosures/lists.ts';
import type { Evidence, PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readDue } from './register.ts';

const KIND_WORDS: Readonly<Record<DisclosureKind, string>> = {
  'own-copy': '个人信息副本',
  extract: '调取单',
  roster: '名册',
  'estate-transfer': '项目移交',
};

interface Counted {
  readonly kind: DisclosureKind;
  readonly given: number;
  readonly people: number;
  readonly last: number;
}

const readCounts = ({ store }: Session): Promise<Counted[]> =>
  store.all<Counted>(sql`
    SELECT kind, count(*) AS given, sum(people) AS people, max(made_at) AS last FROM disclosure WHERE state <> 'failed' GROUP BY kind`);

/** An empty register is evidence as well: nothing was given away. Stale while somebody should have deleted theirs. Errors: those of the store. */
export async function disclosureEvidence(session: Session): Promise<readonly Evidence[]> {
  const counts = await readCounts(session);
  const { overdue, next } = await readDue(session);
  return [
    {
      duty: 'disclosures',
      state: overdue > 0 ? 'stale' : 'there',
      at: counts.length === 0 ? null : Math.max(...counts.map(({ last }) => last)),
      dueOn: next,
      count: counts.reduce((sum, { given }) => sum + given, 0),
    },
  ];
}

/** Errors: those of the store. */
export async function disclosurePackParts(session: Session): Promise<readonly PackPart[]> {
  const counts = await readCounts(session);
  const { overdue } = await readDue(session);
  const of = (kind: DisclosureKind): Counted | undefined => counts.find((one) => one.kind === kind);
  return [
    {
      duty: 'disclosures',
      blocks: [
        {
          kind: 'table',
          caption: '对外提供登记',
          columns: [
            { title: '种类', share: 3 },
            { title: '次数', share: 1, align: 'right' },
            { title: '涉及人数', share: 1, align: 'right' },
          ],
          rows: DISCLOSURE_KINDS.map((kind) => [
            KIND_WORDS[kind],
            String(of(kind)?.given ?? 0),
            String(of(kind)?.people ?? 0),
          ]),
        },
        { kind: 'facts', rows: [{ name: '到期未确认删除', value: `${overdue} 份` }] },
      ],
    },
  ];
}
