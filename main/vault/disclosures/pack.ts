/** Files that left the house in an inspection pack: how many of each kind, and each with its day, recipient and document; a resident's own copy names nobody. */
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../../contract/disclosures/lists.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { dayOf } from '../clock.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import { readDue } from './register.ts';
import { type Counted, readCounts } from './evidence.ts';
import { cutNote, factList, right, table } from '../pdf/blocks.ts';
import { DISCLOSURE_KIND_WORDS } from '../../../contract/vocabulary/disclosures.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Most that are shown one by one. */
const MAX_SHOWN = 100;

interface Given {
  readonly kind: DisclosureKind;
  readonly madeAt: number;
  readonly recipient: string;
  readonly document: string;
  readonly people: number;
}

const countGiven = ({ store }: Session): Promise<number> =>
  countOf(store, sql`SELECT count(*) AS n FROM disclosure WHERE state <> 'failed'`);

/** Errors: those of the store. */
export async function disclosurePackParts(session: Session): Promise<readonly PackPart[]> {
  const counts = await readCounts(session);
  const { overdue } = await readDue(session);
  const given = await session.store.all<Given>(sql`
    SELECT kind, made_at AS madeAt, recipient, document, people FROM disclosure WHERE state <> 'failed' ORDER BY made_at DESC LIMIT ${MAX_SHOWN}`);
  const of = (kind: DisclosureKind): Counted | undefined => counts.find((one) => one.kind === kind);
  return [
    {
      duty: 'disclosures',
      blocks: [
        table({
          caption: '对外提供登记',
          columns: { 种类: 3, 次数: right(1), 涉及人数: right(1) },
          rows: DISCLOSURE_KINDS.map((kind) => [
            inChinese(DISCLOSURE_KIND_WORDS[kind]),
            String(of(kind)?.given ?? 0),
            String(of(kind)?.people ?? 0),
          ]),
        }),
        ...(given.length === 0
          ? []
          : [
              table({
                caption: '逐次登记（最近的在前）',
                attachedAs: '对外提供登记',
                columns: { 日期: 2, 种类: 2, 接收方: 3, 文号: 3, 人数: right(1) },
                rows: given.map(({ kind, madeAt, recipient, document, people }) => [
                  dayOf(madeAt),
                  inChinese(DISCLOSURE_KIND_WORDS[kind]),
                  kind === 'own-copy' ? '本人或其代理人' : maskLongDigits(recipient),
                  maskLongDigits(document),
                  String(people),
                ]),
              }),
              ...cutNote(given.length, await countGiven(session)),
            ]),
        factList({ 到期未确认删除: `${overdue} 份` }),
      ],
    },
  ];
}
