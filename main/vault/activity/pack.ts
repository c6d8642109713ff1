/** The oversight of access in an inspection pack: what was done in ninety days, what was opened and why, who agreed, alerts and their answers, limits, and the log checked whole. */
import { MEASURES, type Measure } from '../../../contract/activity/lists.ts';
import type { SupervisionView } from '../../../contract/activity/routes.ts';
import type { LogCheck } from '../../../contract/log/check.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { ALERT_KINDS, COUNTED, LIMITED_ROLES, SPANS } from '../../../contract/limits/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf, minuteOf, startOfDay } from '../clock.ts';
import { type Stretch, allChains, inPieces, readSince, within } from '../log/chains.ts';
import { factList, paragraph, right, table, tableOr } from '../pdf/blocks.ts';
import type { PackPart, PackWork } from '../feature.ts';
import { readAlerts } from '../limits/alerts.ts';
import type { Block } from '../pdf/document.ts';
import { ownReasonsOf } from '../session/reasons.ts';
import { checkLog } from '../session/check-log.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { countPiece, REVEALS } from './count-log.ts';
import {
  ALERT_WORDS,
  COUNTED_WORDS,
  LOG_PROBLEM_WORDS,
  MEASURE_WORDS,
} from '../../../contract/vocabulary/oversight.ts';
import { inChinese, type Wording } from '../../../contract/vocabulary/wording.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { REASON_WORDS } from '../../../contract/vocabulary/reasons.ts';

/** Days of the log that are counted, today included. */
const COUNTED_DAYS = 90;
/** Entries that are counted at once, so that other work runs in between. */
const ENTRIES_AT_ONCE = 5_000;

/** Errors: those of the store, `cancelled`. */
export async function oversightPart(session: Session, work: PackWork): Promise<readonly PackPart[]> {
  const now = session.clock.now();
  const from = startOfDay(dayOf(now), 1 - COUNTED_DAYS);
  const span = await readSince(session.store, from);
  const blocks: readonly Block[] = [
    paragraph(
      `统计期间：${dayOf(from)} 至 ${dayOf(now)}，共 ${COUNTED_DAYS} 天。每次查看都须写明原因，并在显示之前记入操作记录。`,
    ),
    await countTable(session, span, work),
    { kind: 'heading', level: 2, text: '显示的资料与原因' },
    await revealTable(session, span),
    { kind: 'heading', level: 2, text: '会签' },
    await cosignTable(session, span),
    { kind: 'heading', level: 2, text: '预警与处理' },
    ...(await alertBlocks(session, from)),
    { kind: 'heading', level: 2, text: '限额' },
    limitTable(session),
    { kind: 'heading', level: 2, text: '操作记录的完整性' },
    checkFacts(
      await checkLog(session, {
        signal: work.signal,
        tell: (progress) => work.tell({ phase: 'checking', ...progress }),
      }),
    ),
  ];
  return [{ duty: 'access-oversight', blocks }];
}

type Stretches = readonly Stretch[];

async function countTable({ store }: Session, span: Stretches, work: PackWork): Promise<Block> {
  const sums = new Map<Measure, number>();
  for (const { after, upTo } of inPieces(span, ENTRIES_AT_ONCE)) {
    if (work.signal.aborted) throw new AppError('cancelled');
    for (const { measure, count } of await countPiece(store, after, upTo))
      sums.set(measure, (sums.get(measure) ?? 0) + count);
  }
  return table({
    columns: { 事项: 4, 次数: right(1) },
    rows: MEASURES.map((measure) => [inChinese(MEASURE_WORDS[measure]), String(sums.get(measure) ?? 0)]),
  });
}

interface RevealRow {
  readonly field: string | null;
  readonly reason: string | null;
  readonly count: number;
}

/** Of a reason what stands in the list, never the words after it. */
async function revealTable(session: Session, span: Stretches): Promise<Block> {
  const { text, values } = within(span);
  const rows = await session.store.all<RevealRow>(
    allChains({
      text: `SELECT field, substr(reason, 1, instr(reason || ':', ':') - 1) AS reason, count(*) AS count FROM $log
      WHERE ${text} AND outcome = 'done' AND action IN (${REVEALS.map((one) => `'${one}'`).join(', ')})
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
      values,
    }),
  );
  const own = new Map<string, string>(ownReasonsOf(session).map(({ id, words }) => [id, words.zh]));
  const reasonWords = (reason: string | null): string =>
    (reason === null ? undefined : (own.get(reason) ?? wordIn(REASON_WORDS, reason))) ?? '未列出的原因';
  return tableOr(
    '期间没有查看过明文。',
    { 资料: 2.4, 原因: 2.4, 项数: right(1) },
    rows.map(({ field, reason, count }) => [fieldWords(field), reasonWords(reason), String(count)]),
  );
}

const wordIn = (words: Readonly<Record<string, Wording>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name]?.[0] : undefined;

/** A tampered log may have anything in the place of a field; it is not repeated. */
const fieldWords = (names: string | null): string =>
  (names ?? '')
    .split(',')
    .map((name) => wordIn(FIELD_WORDS, name) ?? '整份档案')
    .join('、');

async function cosignTable(session: Session, span: Stretches): Promise<Block> {
  const { text, values } = within(span);
  const rows = await session.store.all<{ readonly staffId: StaffId; readonly count: number }>(
    allChains({
      text: `SELECT cosigner_id AS staffId, count(*) AS count FROM $log
      WHERE ${text} AND cosigner_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      values,
    }),
  );
  return tableOr(
    '期间没有需要会签的操作。',
    { 会签人: 4, 会签次数: right(1) },
    rows.map(({ staffId, count }) => [nameOfStaff(session, staffId), String(count)]),
  );
}

/** Those of the span by kind, and every one that still waits, however old. */
async function alertBlocks(session: Session, from: number): Promise<readonly Block[]> {
  const all = await readAlerts(session, session.store);
  const recent = all.filter(({ row }) => row.time >= from);
  const waiting = all.filter(({ seen }) => seen === null);
  const [oldest] = waiting;
  const kinds = ALERT_KINDS.filter((kind) => recent.some(({ detail }) => detail.kind === kind));
  return [
    tableOr(
      '期间没有预警。',
      { 预警: 3, 发生: right(1), 已处理: right(1), 未处理: right(1) },
      kinds.map((kind) => {
        const ofKind = recent.filter(({ detail }) => detail.kind === kind);
        const open = ofKind.filter(({ seen }) => seen === null).length;
        return [inChinese(ALERT_WORDS[kind]), ...[ofKind.length, ofKind.length - open, open].map(String)];
      }),
    ),
    paragraph(
      oldest === undefined
        ? '目前没有未处理的预警。'
        : `目前未处理的预警共 ${waiting.length} 条，最早的一条发生于 ${minuteOf(oldest.row.time)}。`,
    ),
  ];
}

const limitTable = ({ limits: { quotas } }: Session): Block =>
  table({
    caption: '超过下列次数，须主管会签才能继续',
    columns: { 角色: 1.5, 事项: 2, 每小时: right(1), 每班: right(1), 每天: right(1) },
    rows: LIMITED_ROLES.flatMap((role) =>
      COUNTED.map((counted) => [
        inChinese(ROLE_WORDS[role]),
        inChinese(COUNTED_WORDS[counted]),
        ...SPANS.map((span) =>
          quotas[role][counted][span] === 0 ? '不限' : String(quotas[role][counted][span]),
        ),
      ]),
    ),
  });

const checkFacts = ({ ok, checked, firstBad, problem, headHash }: LogCheck): Block =>
  factList({
    逐条核对结果:
      ok || problem === null
        ? '全部完整，未被改动'
        : `第 ${firstBad} 条起不完整：${inChinese(LOG_PROBLEM_WORDS[problem])}`,
    核对无误: `${checked} 条`,
    末条校验值: headHash,
    签名: ok ? '凡用过 PIN 的都有本人签名' : null,
  });

/** Who has looked, when, and how much was found; not in what words, which may name somebody. */
export function supervisionParts({ spotCheck, report, problems }: SupervisionView): readonly PackPart[] {
  const factsOf = ({ last, dueOn }: SupervisionView['report']) => ({
    最近一次: last === null ? '没有' : `${minuteOf(last.at)}，${last.by} 签名`,
    下次期限: dueOn ?? '—',
  });
  return [
    {
      duty: 'spot-check',
      blocks: [
        factList({
          ...factsOf(spotCheck),
          最近一次发现异常: spotCheck.last === null ? null : `${problems} 项`,
        }),
      ],
    },
    { duty: 'quarterly-report', blocks: [factList(factsOf(report))] },
  ];
}
