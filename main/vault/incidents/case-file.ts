/** Files of an incident that leave the house: its notices, and the case file with its history and the entries of the log that its scope names. */
import { allChains, readSince, within } from '../log/chains.ts';
import type { SqlValue } from '../store/sql.ts';
import { type GivenDocument, giveDocument } from '../give-document.ts';
import { actWords } from '../pdf/words.ts';
import {
  type Certainty,
  type IncidentKind,
  incidentNumber,
  type IncidentStep,
  MAX_FILE_ENTRIES,
  type NoticeTo,
} from '../../../contract/incidents/lists.ts';
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { dayOf, minuteOf } from '../clock.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { addIncidentStep } from './open-incident.ts';
import { type LogRow, type SessionEntry, selectRows } from '../log/audit-log.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { readIncident } from './book.ts';
import { dayBefore, requireAlert } from './count-people.ts';
import { stampOf, levelSourceBlocks, noticeDocument } from './notices.ts';
import { type IncidentRow, logReference, requireIncident, roomsOf } from './row.ts';
import type { IncidentRules } from './rules.ts';
import { done } from '../log/done.ts';
import { paragraph, right, smallPrint, table } from '../pdf/blocks.ts';
import {
  CERTAINTY_WORDS,
  INCIDENT_KIND_WORDS,
  ORIGIN_WORDS,
  SCOPE_WORDS,
  STEP_WORDS,
} from '../../../contract/vocabulary/incidents.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import {
  companyNameOf,
  documentFacts,
  type DocumentFacts,
  officialDocument,
} from '../company-facts/official-document.ts';

/** As in "personal information …". */
const KIND_WORDS_EN = { leak: 'leaked', tamper: 'altered', loss: 'lost' } satisfies Record<
  IncidentKind,
  string
>;
/** In front of these. */
const CERTAINTY_WORDS_EN = { happened: 'was', possible: 'may have been' } satisfies Record<Certainty, string>;

type Around = Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray };

/** How far back before it was noticed the log is looked through. */
const BEFORE_MS = 30 * 24 * 3_600_000;

/** Errors: `not-found`, those of `giveDocument`. */
export async function giveNotice(
  session: Session,
  { incidentId, to, fileId }: RouteRequest<'incidents.giveNotice'>,
  rules: IncidentRules,
  around: Around,
): Promise<RouteReply<'incidents.giveNotice'>> {
  const row = await requireIncident(session.store, { incidentId });
  const incident = await readIncident(session, session.store, incidentId, rules);
  const document = noticeDocument(row, to, incident, await documentFacts(session, around.place));
  return give(session, rules, around, { row, fileId, document, step: `given-${to}` }, (made) =>
    done('incident-give', { ...logReference(row), notice: to satisfies NoticeTo, ...made }),
  );
}

/** Errors: as `giveNotice`. */
export async function giveCaseFile(
  session: Session,
  { incidentId, fileId }: RouteRequest<'incidents.file'>,
  rules: IncidentRules,
  around: Around,
): Promise<RouteReply<'incidents.file'>> {
  const row = await requireIncident(session.store, { incidentId });
  const incident = await readIncident(session, session.store, incidentId, rules);
  const entries = await readEntries(session, row);
  const document = caseDocument(
    row,
    incident,
    await documentFacts(session, around.place),
    entries.map((entry) => [minuteOf(entry.time), nameOfStaff(session, entry.staffId), ...actWords(entry)]),
  );
  return give(session, rules, around, { row, fileId, document, step: 'case-file' }, (made) =>
    done(
      'incident-file',
      { ...logReference(row), entries: entries.length, ...made },
      { personId: row.personId },
    ),
  );
}

interface Gift {
  readonly row: IncidentRow;
  readonly fileId: FileId | undefined;
  readonly document: PdfDocument;
  readonly step: IncidentStep;
}

async function give(
  session: Session,
  rules: IncidentRules,
  around: Around,
  { row, fileId, document, step }: Gift,
  entryFor: (made: GivenDocument) => SessionEntry,
): Promise<RouteReply<'incidents.file'>> {
  const { sha256 } = await giveDocument(session, { document, fileId, entryOf: entryFor }, around);
  await session.store.transaction((tx) => addIncidentStep(tx, session, row.incidentId, step));
  return { incident: await readIncident(session, session.store, row.incidentId, rules), sha256 };
}

/** Entries about whom or what the incident is about, the newest, in the order of time. */
async function readEntries(session: Session, row: IncidentRow): Promise<readonly LogRow[]> {
  const { store } = session;
  const since = within(await readSince(store, row.noticedAt - BEFORE_MS));
  const newest = (where: string, ...values: readonly SqlValue[]) =>
    store.all<LogRow>(
      selectRows(
        allChains,
        `WHERE ${since.text} AND ${where} ORDER BY seq DESC LIMIT ?`,
        ...since.values,
        ...values.map((value) => value ?? ''),
        MAX_FILE_ENTRIES,
      ),
    );
  const about = (people: readonly number[]) =>
    newest('person_id IN (SELECT value FROM json_each(?))', JSON.stringify(people));
  const found = async (): Promise<readonly LogRow[]> => {
    switch (row.scope) {
      case 'person':
        return row.personId === null ? [] : about([row.personId, await followMerges(store, row.personId)]);
      case 'rooms': {
        const people = await store.all<{ readonly id: number }>({
          text: 'SELECT DISTINCT person_id AS id FROM occupancy WHERE room_id IN (SELECT value FROM json_each(?))',
          values: [JSON.stringify(roomsOf(row))],
        });
        return about(people.map(({ id }) => id));
      }
      case 'paper':
        return newest(`action LIKE 'paper-%' AND detail LIKE ?`, `%"paper":${row.scopeId},%`);
      case 'file':
        return newest(`action LIKE 'disclosure%' AND detail LIKE ?`, `%"disclosure":${row.scopeId},%`);
      case 'alert': {
        if (row.scopeId === null) return [];
        const alert = await requireAlert(session, row.scopeId);
        const day = within(await dayBefore(store, alert));
        return newest(
          `${day.text} AND (? = '' OR staff_id = ?) AND person_id IS NOT NULL`,
          ...day.values,
          alert.staff,
          alert.staff,
        );
      }
      case 'everybody':
        return newest(
          `action IN ('disclosure', 'log-export', 'backup', 'import', 'print', 'alert', 'alarm')`,
        );
      case 'unknown':
        return [];
    }
  };
  return (await found()).toReversed();
}

/** The case file. A function of what it is given alone. */
function caseDocument(
  row: IncidentRow,
  incident: IncidentView,
  facts: DocumentFacts,
  rows: readonly (readonly string[])[],
): PdfDocument {
  const title = '个人信息安全事件案卷';
  return officialDocument(
    facts,
    title,
    [
      { kind: 'heading', level: 1, text: incident.drill ? `【演练】${title}` : title },
      { kind: 'facts', rows: mainFacts(incident) },
      ...summary(incident, facts, rows.length),
      { kind: 'heading', level: 2, text: '一、情况' },
      { kind: 'facts', rows: storyFacts(incident) },
      { kind: 'heading', level: 2, text: '二、报告与告知' },
      { kind: 'facts', rows: toldFacts(incident) },
      { kind: 'heading', level: 2, text: '三、处置经过' },
      table({
        columns: { 时间: 3, 经办人: 2, 事项: 3, 人数: right(1) },
        rows: incident.history.map(({ at, by, what, count }) => [
          minuteOf(at),
          by,
          inChinese(STEP_WORDS[what]),
          count === null ? '' : String(count),
        ]),
      }),
      { kind: 'heading', level: 2, text: '四、有关操作记录' },
      ...entryBlocks(rows),
      { kind: 'heading', level: 2, text: '五、报告文本' },
      ...linesOf(incident.notices.authority),
      { kind: 'heading', level: 2, text: '六、告知书文本' },
      ...linesOf(incident.notices.people),
      ...levelSourceBlocks(incident),
    ],
    stampOf(row),
  );
}

/** In English, whole on its own. */
function summary(
  incident: IncidentView,
  { company, madeAt }: DocumentFacts,
  entries: number,
): readonly Block[] {
  const { certainty, kind, people, authorityAt, tellPeople, told, unreached, closedAt } = incident;
  const sentences = [
    `${incident.drill ? 'Drill: this' : 'This'} is the case file of incident ${incidentNumber(incident.incidentId)} of ${companyNameOf(company)}.`,
    `Personal information ${CERTAINTY_WORDS_EN[certainty]} ${KIND_WORDS_EN[kind]}; this was noticed at ${minuteOf(incident.noticedAt)}.`,
    people === null
      ? 'How many people it concerns is not known yet.'
      : `Number of people it concerns: ${people}.`,
    authorityAt === null
      ? 'The authority has not been told yet.'
      : `The authority was told at ${minuteOf(authorityAt)}.`,
    tellPeople === null
      ? 'The people have not been told yet.'
      : tellPeople
        ? `Told: ${told} people; not reached: ${unreached}.`
        : 'The people are not told; the reason is below.',
    closedAt === null ? 'The incident is open.' : `The incident was closed on ${dayOf(closedAt)}.`,
    `Entries of the log in this file: ${entries}. Names and numbers of residents are masked. Made ${minuteOf(madeAt)}.`,
  ];
  return [
    { kind: 'heading', level: 2, text: 'Summary', language: 'en' },
    { kind: 'paragraph', language: 'en', text: sentences.join(' ') },
  ];
}

const linesOf = (text: string): readonly Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));

const entryBlocks = (rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.length === 0
    ? [paragraph('没有与该范围有关的操作记录。')]
    : [
        smallPrint(`发现前三十日至今，最近 ${rows.length} 条，括号内为操作记录的原始代码。`),
        table({ columns: { 时间: 3, 人员: 2, 操作: 3, 结果: 2 }, rows }),
      ];

const mainFacts = (incident: IncidentView) => [
  { name: '事件编号', value: incidentNumber(incident.incidentId) },
  {
    name: '性质',
    value: `${inChinese(CERTAINTY_WORDS[incident.certainty])}${inChinese(INCIDENT_KIND_WORDS[incident.kind])}`,
  },
  { name: '来源', value: inChinese(ORIGIN_WORDS[incident.origin]) },
  { name: '发现时间', value: minuteOf(incident.noticedAt) },
  { name: '立案', value: `${minuteOf(incident.opened.at)} ${incident.opened.by}` },
  { name: '涉及范围', value: [inChinese(SCOPE_WORDS[incident.scope]), ...incident.about].join('：') },
  { name: '涉及人数', value: incident.people === null ? '尚不清楚' : `${incident.people} 人` },
  ...(incident.clock === null
    ? []
    : [
        {
          name: '等级和报告时限',
          value: `${incident.clock.zh}，${minuteOf(incident.clock.by)} 前报${incident.clock.to}`,
        },
      ]),
];

const orNone = (text: string): string => (text === '' ? '—' : text);

const storyFacts = (incident: IncidentView) => [
  {
    name: '信息种类',
    value: orNone(incident.fields.map((field) => inChinese(FIELD_WORDS[field])).join('、')),
  },
  { name: '原因', value: orNone(incident.causes) },
  { name: '可能的危害', value: orNone(incident.harm) },
  { name: '补救措施', value: orNone(incident.measures) },
  { name: '个人可采取的措施', value: orNone(incident.advice) },
  { name: '联系方式', value: orNone(incident.contact) },
];

const toldFacts = (incident: IncidentView) => [
  {
    name: '主管部门',
    value:
      incident.authorityAt === null
        ? '尚未报告'
        : `${minuteOf(incident.authorityAt)} 已报告：${incident.authorityHow}`,
  },
  {
    name: '个人',
    value:
      incident.tellPeople === null
        ? '尚未告知'
        : incident.tellPeople
          ? `已告知 ${incident.told} 人，联系不上 ${incident.unreached} 人：${incident.peopleHow}`
          : `不告知，理由：${incident.whyNot}`,
  },
  {
    name: '结案',
    value: incident.closedAt === null ? '尚未结案' : `${dayOf(incident.closedAt)} ${incident.closedWords}`,
  },
];
