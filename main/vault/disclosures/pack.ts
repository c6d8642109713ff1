/** Files that left the house in an inspection pack: how many of each kind, and for how many people. */
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../../contract/disclosures/lists.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { readDue } from './register.ts';
import { type Counted, readCounts } from './evidence.ts';
import { factList, right, table } from '../pdf/blocks.ts';
import { DISCLOSURE_KIND_WORDS } from '../../../contract/vocabulary/disclosures.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Errors: those of the store. */
export async function disclosurePackParts(session: Session): Promise<readonly PackPart[]> {
  const counts = await readCounts(session);
  const { overdue } = await readDue(session);
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
        factList({ 到期未确认删除: `${overdue} 份` }),
      ],
    },
  ];
}
