/** Incidents in an inspection pack: drills, and how real ones were answered. Nobody's values, and nobody's name. */
import { incidentNumber } from '../../../contract/incidents/lists.ts';
import type { IncidentBook, IncidentLine } from '../../../contract/incidents/routes.ts';
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import { readBook } from './book.ts';
import { incidentRules } from './rules.ts';
import { factList, right, table } from '../pdf/blocks.ts';
import { CERTAINTY_WORDS, INCIDENT_KIND_WORDS } from '../../../contract/vocabulary/incidents.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

interface Counts {
  readonly drills: number;
  readonly real: number;
  readonly open: number;
}

export async function incidentPackParts(session: Session): Promise<readonly PackPart[]> {
  const { incidents, drill, stated, source } = await readBook(session, session.store, incidentRules(session));
  // Of the whole book, of which only the newest are listed. A drill counts once it was gone through.
  const counts = await session.store.get<Counts>(sql`
    SELECT count(*) FILTER (WHERE drill = 1 AND state = 'closed') AS drills, count(*) FILTER (WHERE drill = 0) AS real,
      count(*) FILTER (WHERE drill = 0 AND state = 'open') AS open FROM incident`);
  const [drills, real] = [incidents.filter((one) => one.drill), incidents.filter((one) => !one.drill)];
  return [
    {
      duty: 'incidents',
      blocks: [
        factList({
          已登记: String(counts?.real ?? 0),
          尚未结案: String(counts?.open ?? 0),
          说明: stated === null ? null : statementOf(stated),
        }),
        ...tableOf('事件', real),
      ],
    },
    {
      duty: 'incident-drill',
      blocks: [
        factList({
          最近一次演练: drill.last ?? '没有',
          下次演练期限: drill.dueOn ?? '—',
          演练次数: String(counts?.drills ?? 0),
        }),
        sourceBlock(source),
        ...tableOf('演练', drills),
      ],
    },
  ];
}

/** Who states that there was none, and until when it counts; not in what words, which may name somebody. */
const statementOf = ({ at, by, until }: NonNullable<IncidentBook['stated']>): string =>
  `${by} 于 ${dayOf(at)} 签名说明没有安全事件，有效至 ${until}；说明不代替处置。`;

const tableOf = (caption: string, lines: readonly IncidentLine[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [
        table({
          caption,
          columns: { 编号: 2, 发现日期: 2, 性质: 2, 人数: right(1), 报告日期: 2, 结案日期: 2 },
          rows: lines.map((one) => [
            incidentNumber(one.incidentId),
            dayOf(one.noticedAt),
            `${inChinese(CERTAINTY_WORDS[one.certainty])}${inChinese(INCIDENT_KIND_WORDS[one.kind])}`,
            one.people === null ? '—' : String(one.people),
            one.authorityAt === null ? '—' : dayOf(one.authorityAt),
            one.closedAt === null ? '—' : dayOf(one.closedAt),
          ]),
        }),
      ];
