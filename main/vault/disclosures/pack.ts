/** Files that left the house in an inspection pack: how many of each kind, and for how many people. */
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../../contract/disclosures/lists.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { readDue } from './register.ts';
import { type Counted, readCounts } from './evidence.ts';
import { factList, right, table } from '../pdf/blocks.ts';

const KIND_WORDS: Readonly<Record<DisclosureKind, string>> = {
  'own-copy': '个人信息副本',
  extract: '调取单',
  roster: '名册',
  'estate-transfer': '项目移交',
};

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
            KIND_WORDS[kind],
            String(of(kind)?.given ?? 0),
            String(of(kind)?.people ?? 0),
          ]),
        }),
        factList({ 到期未确认删除: `${overdue} 份` }),
      ],
    },
  ];
}
