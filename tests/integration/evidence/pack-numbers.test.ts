/**
 * Every number of an inspection pack, chapter by chapter, computed by SQL from the rows of the store and of the log, over a vault that has something of
 * every feature. A number that no line here accounts for fails: whoever puts one into a pack adds its query.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { COMPUTER_CHECKS } from '../../../contract/computer-checks/lists.ts';
import { ACTIONS, LOG_ACTIONS } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { DUTIES, type Duty } from '../../../contract/evidence/lists.ts';
import type { Role } from '../../../contract/fields.ts';
import { TOUR_TASKS } from '../../../contract/practice/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { MIN_PEOPLE, type SweepPlace, type UnreadReason } from '../../../contract/sweep/lists.ts';
import { SWEEP_PLACE_WORDS, UNREAD_WORDS } from '../../../contract/vocabulary/sweep.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { SqlValue } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { FACTS } from '../../support/features/company.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { pickPack } from '../../support/features/evidence.ts';
import { COMPUTER, fillVault } from '../../support/full-vault.ts';
import { PLANTED } from '../../support/planted-people.ts';
import { vaultAtRest, openStoreOf } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { DUTY_WORDS } from '../../../contract/vocabulary/evidence.ts';

const clock = createFakeClock();
let desk: VaultHarness;
let store: Store;
/** Pages as a reader sees them: lines, without the line of the head of a page, its mark, and what is empty. */
let pages: readonly (readonly string[])[];
let whole: string;
/** Pictures of a pack that was made with them, a line each. */
let pictures: readonly string[];
/** Of each duty, as its drawer shows it. */
const histories = new Map<Duty, RouteReply<'evidence.history'>>();

// --- the text

/** Words that have digits and are no numbers of anything. */
const FIXED: readonly RegExp[] = [
  /SQLCipher 4：AES-256-CBC，HMAC-SHA512/,
  /HPKE ?（X25519）与 ?AES-256-GCM/,
  /Argon2id/,
  /SHA-256/,
  /未满14 ?周岁/,
  /(18|25)号令/,
  /附件[12]/,
  /（?cac\.gov\.cn\S*/,
  /GB\/T (45574|35273)-20\d\d/,
  /\b[0-9a-f]{16}…/,
  /\b[0-9a-f]{20,64}\b/,
  /\d{4}-\d\d-\d\d( \d\d:\d\d)?/,
  /^\d\d:\d\d$/,
];
/** Of a data file of the law, beside its grade. */
const VERSION = /版本 \S+，可靠程度/;
const scrub = (line: string): string =>
  [...FIXED, VERSION].reduce((text, words) => text.replaceAll(new RegExp(words, 'g'), '§'), line);

function readPages(path: string): readonly (readonly string[])[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return text
    .split('\f')
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== ''),
    )
    .filter((page) => page.length > 0);
}

const isMark = (line: string): boolean =>
  /^Super One · 第 1 台电脑 · \S+ \S+$/.test(line) || /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(line);

/** A line of the pack: cells between bars, `*` for words without a digit, a space where there may be one. */
function lineOf(row: string): RegExp {
  const cells = row.split('|').map((cell) =>
    cell
      .split('*')
      .map((words) => words.replaceAll(/[$()+.?[\\\]^{}|]/g, '\\$&').replaceAll(' ', ' ?'))
      .join('[^\\d]*'),
  );
  return new RegExp(`^${cells.join(' +')}$`);
}

/** What of these lines has a digit, and is in none of the rows; a row that is not there is an error of its own. */
function compare(lines: readonly string[], rows: readonly string[]): void {
  const left = lines.map(scrub).filter((line) => /\d/.test(line));
  const absent: string[] = [];
  for (const row of rows) {
    const at = left.findIndex((line) => lineOf(row).test(line));
    if (at < 0) absent.push(row);
    else left.splice(at, 1);
  }
  expect({ absent, unaccounted: left }).toEqual({ absent: [], unaccounted: [] });
}

const flat = () => pages.flat();

/** Where a chapter begins: its title stands in the contents before. */
const titleOf = (duty: Duty): string => `${DUTIES.indexOf(duty) + 1}. ${DUTY_WORDS[duty][0]}`;
const OPEN_TITLE = '仍未解决和须说明的事项';
const LAST_TITLE = '以前制作的迎检材料';
const ANNEX_TITLE = '附录：现行制度全文';
function linesOf(duty: Duty): readonly string[] {
  const lines = flat();
  const next = DUTIES[DUTIES.indexOf(duty) + 1];
  return lines.slice(
    lines.lastIndexOf(titleOf(duty)) + 1,
    lines.lastIndexOf(next === undefined ? LAST_TITLE : titleOf(next)),
  );
}

// --- the store

/** The log, with its details as JSON: a mark stands before the text of each. */
const LOG = `(SELECT seq, time, staff_id, cosigner_id, action, person_id, field, reason, outcome, signature, substr(detail, 2) AS detail
  FROM log_entry)`;

const all = <T = Readonly<Record<string, never>>>(text: string, ...values: SqlValue[]): Promise<T[]> =>
  store.all<T>({ text, values });
async function n(text: string, ...values: SqlValue[]): Promise<number> {
  const [row] = await all<Record<string, number | null>>(text, ...values);
  return Object.values(row ?? {})[0] ?? 0;
}
/** The last pack's own entry, and what follows it, came later. */
let upTo: number;
let after: number;
const logged = (where: string): Promise<number> =>
  n(`SELECT count(*) FROM ${LOG} WHERE seq <= ${upTo} AND ${where}`);
/** Within the days that are counted. */
const recent = (where: string): Promise<number> => logged(`time >= ${after} AND ${where}`);
/** Of a moment in milliseconds the day, by the clock on the wall. */
const day = (column: string): string => `date(${column} / 1000, 'unixepoch', 'localtime')`;
const today = (): string => new Date(clock.now()).toISOString().slice(0, 10);
const monthsAgo = (months: number): string => {
  const date = new Date(clock.now());
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()))
    .toISOString()
    .slice(0, 10);
};

const NAMES: Readonly<Record<Role, string>> = { receptionist: '前台', supervisor: '主管', admin: '管理员' };

const publishedOf = (...kinds: readonly string[]): Promise<number> =>
  n(`SELECT count(DISTINCT json_extract(detail, '$.procedure')) FROM ${LOG}
    WHERE action = 'procedure-publish' AND json_extract(detail, '$.kind') IN (${kinds.map((kind) => `'${kind}'`).join()})`);
/** A row for each document in force, of whatever name. */
async function versionsOf(line: (number: number) => string, ...kinds: readonly string[]): Promise<string[]> {
  const rows = await all<{ number: number }>(`
    SELECT max(json_extract(detail, '$.number')) AS number FROM ${LOG}
    WHERE action = 'procedure-publish' AND json_extract(detail, '$.kind') IN (${kinds.map((kind) => `'${kind}'`).join()})
    GROUP BY json_extract(detail, '$.procedure')`);
  return rows.map(({ number }) => line(number));
}
const documents = (...kinds: readonly string[]): Promise<string[]> =>
  versionsOf((number) => `*|第 ${number} 版*`, ...kinds);
const captions = (...kinds: readonly string[]): Promise<string[]> =>
  versionsOf((number) => `*（第 ${number} 版）`, ...kinds);
const signaturesOf = (where: string): Promise<number> =>
  n(`SELECT count(*) FROM (SELECT DISTINCT staff_id, json_extract(detail, '$.version') FROM ${LOG}
    WHERE action = 'procedure-sign' AND ${where})`);
const SIGNED = ['management-system', 'data-procedures', 'counter-procedures', 'incident-plan'] as const;

/** By the signed roster: whoever was added, and was not taken away. */
const countAccounts = (): Promise<number> =>
  n(`SELECT count(*) FILTER (WHERE kind = 'add') - count(*) FILTER (WHERE kind = 'remove')
    FROM (SELECT json_extract(CAST(body AS TEXT), '$.kind') AS kind FROM roster_entry)`);

const LIVES = (): string =>
  `p.kind = 'person' AND EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id AND (o.until_date IS NULL OR o.until_date > '${today()}'))`;
const living = (where: string): Promise<number> =>
  n(`SELECT count(*) FROM person p WHERE ${LIVES()} AND ${where}`);
const told = (): Promise<number> =>
  living(`EXISTS (SELECT 1 FROM notice t WHERE t.person_id = p.id AND t.given_on IS NOT NULL
    AND t.notice_version = (SELECT version FROM notice_version ORDER BY id DESC LIMIT 1))`);
const answered = (purpose: string): string =>
  `EXISTS (SELECT 1 FROM notice a WHERE a.person_id = p.id AND a.purpose = '${purpose}' AND (a.consented_on IS NOT NULL OR a.withdrawn_on IS NOT NULL))`;
const has = (field: string): string =>
  `EXISTS (SELECT 1 FROM sealed_value v WHERE v.person_id = p.id AND v.field = '${field}' AND v.replaced_at IS NULL)`;

const sealed = (field: string): Promise<number> =>
  n(`SELECT count(*) FROM sealed_value WHERE field = ? AND replaced_at IS NULL`, field);
const rowsOf = (table: string): Promise<number> => n(`SELECT count(*) FROM ${table}`);

/** Every line of the inventory, in the words of the pack, with how many are held. */
const HELD: readonly (readonly [string, () => Promise<number>])[] = [
  ['姓名', () => rowsOf('person')],
  ['性别', () => n(`SELECT count(*) FROM person WHERE kind = 'person' AND sex <> 'unknown'`)],
  ['电话', () => sealed('phone')],
  ['邮箱', () => sealed('email')],
  ['微信', () => sealed('wechat')],
  ['地址', () => sealed('address')],
  ['紧急联系人', () => sealed('emergency')],
  ['备注', () => sealed('remark')],
  ['证件号', () => sealed('idNumber')],
  ['生日', () => sealed('birthday')],
  ['银行卡号', () => sealed('bankCard')],
  ['车牌', () => rowsOf('vehicle')],
  ['办理记录', async () => (await sealed('note')) + (await rowsOf('room_note'))],
  ['监护人', () => sealed('guardian')],
  ['产权证号', () => sealed('certificate')],
  ['装修单位', () => sealed('contractor')],
  ['装修电话', () => sealed('contractorPhone')],
  ['装修负责人', () => sealed('foreman')],
  ['养犬证号', () => sealed('petLicence')],
  ['房屋关系、产', () => rowsOf('occupancy')],
  ['租赁起止日期', () => rowsOf('lease')],
  ['车辆品牌、颜', () => rowsOf('vehicle')],
  ['车位', () => rowsOf('space')],
  ['装修起止日期', () => rowsOf('renovation')],
  ['宠物品种和免', () => rowsOf('pet')],
  ['告知与同意记', () => rowsOf('notice')],
  ['房屋资料', () => rowsOf('room')],
  ['证件种类', () => n('SELECT count(*) FROM person WHERE id_type IS NOT NULL')],
  ['代理人姓名和', () => n('SELECT count(*) FROM subject_request WHERE agent IS NOT NULL')],
  [
    '经办人、负责',
    async () =>
      (await n(`SELECT count(*) FROM disclosure WHERE officer <> ''`)) +
      (await rowsOf('estate_transfer')) +
      (await n(
        `SELECT count(*) FROM company_fact WHERE name IN ('informationOfficer', 'networkOfficer') AND value <> ''`,
      )),
  ],
  ['附件（照片、', () => rowsOf('attachment')],
];

const LAST_HOME = (): string => `SELECT o.person_id, o.relation, o.until_date FROM occupancy o
  WHERE o.until_date = (SELECT max(coalesce(m.until_date, '9999')) FROM occupancy m WHERE m.person_id = o.person_id)
    AND NOT EXISTS (SELECT 1 FROM lease g WHERE g.person_id = o.person_id AND (g.until_date IS NULL OR g.until_date > '${today()}'))
    AND NOT EXISTS (SELECT 1 FROM space g WHERE g.person_id = o.person_id AND (g.until_date IS NULL OR g.until_date > '${today()}'))
    AND NOT EXISTS (SELECT 1 FROM renovation g WHERE g.person_id = o.person_id AND (g.until_date IS NULL OR g.until_date > '${today()}'))`;
/** Whoever was one of these, and whose last home ended by a day. */
const leftBy = (until: string, relations: string): Promise<number> =>
  n(
    `SELECT count(DISTINCT person_id) FROM (${LAST_HOME()}) WHERE until_date <= ? AND relation IN (${relations})`,
    until,
  );
const OWNERS = `'owner', 'co-owner', 'right-of-residence'`;
const HOUSEHOLD = `'family', 'temporary'`;
const EVERYBODY = `${OWNERS}, ${HOUSEHOLD}, 'tenant'`;
const endedRecords = (table: string): Promise<number> =>
  n(
    `SELECT count(*) FROM ${table} r WHERE r.until_date <= ? AND EXISTS (SELECT 1 FROM occupancy o
      WHERE o.person_id = r.person_id AND (o.until_date IS NULL OR o.until_date > ?))`,
    monthsAgo(12),
    today(),
  );
/** Of no room, and long unchanged. */
const contactsDue = (): Promise<number> =>
  n(
    `SELECT count(*) FROM person p WHERE ${day('updated_at')} <= ? AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id)`,
    monthsAgo(12),
  );
const countDue = async (): Promise<number> =>
  (await leftBy(monthsAgo(12), EVERYBODY)) + (await contactsDue());

/** What tells of so many people is a finding; one that is to stay is none until its day. */
const openFiles = (): Promise<number> =>
  n(`SELECT count(*) FROM sweep_file WHERE people >= ${MIN_PEOPLE} AND decision IS NOT 'disposed'
    AND NOT (decision IS 'accepted' AND coalesce(until, '') > '${today()}')`);
/** What was not read to its end, and tells of fewer people. */
const UNREAD = `people < ${MIN_PEOPLE} AND unread IS NOT NULL AND decision IS NOT 'disposed'`;
const openUnread = (): Promise<number> =>
  n(
    `SELECT count(*) FROM sweep_file WHERE ${UNREAD} AND NOT (decision IS 'accepted' AND coalesce(until, '') > '${today()}')`,
  );
const copiesLeft = (): Promise<number> =>
  n(`SELECT count(*) FROM disposal_copy WHERE destroyed_at IS NULL AND kind <> 'listed'`);

const lastReadings = async (): Promise<{ check: string; answer: string; figure: number | null }[]> => {
  const [row] = await all<{ readings: string }>(
    'SELECT readings FROM computer_check ORDER BY id DESC LIMIT 1',
  );
  return (JSON.parse(row!.readings) as { readings: never[] }).readings;
};

async function answersOf(form: string): Promise<string[]> {
  const answers = await n(
    `SELECT count(*) FROM form_answer WHERE fill_id = (SELECT id FROM form_fill WHERE form = ? AND state = 'finished' ORDER BY finished_at DESC LIMIT 1)`,
    form,
  );
  return Array.from({ length: answers }, (_, at) => `${at + 1}|*`);
}

const linesOfIncidents = async (drill: 0 | 1): Promise<string[]> =>
  (
    await all<{ id: number; people: number | null }>(`SELECT id, people FROM incident WHERE drill = ${drill}`)
  ).map(({ id, people }) => `I-${String(id).padStart(4, '0')}|§|*|${people ?? '—'}|*|*`);

// --- what each chapter has

/** How many there are of what a duty asks for; null where that is no number. */
const COUNTS: Readonly<Record<Duty, () => Promise<number | null>>> = {
  'responsible-persons': () => publishedOf('information-officer', 'network-officer'),
  'management-system': () => publishedOf('management-system'),
  'counter-procedures': () => publishedOf('data-procedures', 'counter-procedures'),
  'incident-plan': () => publishedOf('incident-plan'),
  undertakings: () => signaturesOf(`json_extract(detail, '$.kind') = 'undertaking'`),
  'resident-notices': () => publishedOf('resident-notice', 'posted-notice'),
  'sign-offs': () => signaturesOf(`json_extract(detail, '$.kind') <> 'undertaking'`),
  training: () =>
    n(
      `SELECT count(DISTINCT staff_id) FROM ${LOG} WHERE action = 'training' AND json_extract(detail, '$.passed')`,
    ),
  inventory: async () => HELD.length,
  'number-of-people': () => n(`SELECT count(*) FROM person WHERE kind = 'person'`),
  'other-systems': () => rowsOf('other_system'),
  'notice-and-consent': told,
  requests: () => rowsOf('subject_request'),
  retention: countDue,
  'encryption-and-keys': async () => 4,
  'permission-matrix': countAccounts,
  policy: () => logged(`action = 'policy'`),
  'access-oversight': async () => null,
  'spot-check': () => logged(`action = 'spot-check'`),
  'quarterly-report': () => logged(`action = 'quarterly-report'`),
  paper: () => n(`SELECT count(*) FROM paper WHERE state = 'kept'`),
  'walk-round': () => rowsOf('walk_round'),
  disclosures: () => n(`SELECT count(*) FROM disclosure WHERE state <> 'failed'`),
  'leftover-files': async () => (await openFiles()) + (await openUnread()) + (await copiesLeft()),
  backups: () => logged(`action = 'backup' AND outcome = 'done'`),
  incidents: () => n(`SELECT count(*) FROM incident WHERE drill = 0`),
  'incident-drill': () => n(`SELECT count(*) FROM incident WHERE drill = 1 AND state = 'closed'`),
  'impact-assessment': async () => null,
  'self-audit': async () => null,
  'computer-checklist': async () => null,
  'computer-checks': async () => (await lastReadings()).filter(({ answer }) => answer === 'yes').length,
  rectification: () => n(`SELECT count(*) FROM rectification WHERE state = 'open'`),
};

/** Lines with a number that a chapter has beside its count. */
const CHAPTERS: Readonly<Record<Duty, () => Promise<readonly string[]>>> = {
  'responsible-persons': () => documents('information-officer', 'network-officer'),
  'management-system': () => documents('management-system'),
  'counter-procedures': () => documents('data-procedures', 'counter-procedures'),
  'incident-plan': () => documents('incident-plan'),
  undertakings: () => captions('undertaking'),
  'resident-notices': () => documents('resident-notice', 'posted-notice'),
  'sign-offs': () => captions(...SIGNED),
  training: async () => {
    const [rule] = await all<{ pass: number; months: number }>(`
      SELECT json_extract(detail, '$.pass') AS pass, json_extract(detail, '$.months') AS months FROM ${LOG}
      WHERE action = 'training-rule' ORDER BY seq DESC LIMIT 1`);
    const results = await all<{ staff: string; right: number; total: number }>(`
      SELECT staff_id AS staff, json_extract(detail, '$.right') AS right, json_extract(detail, '$.total') AS total
      FROM ${LOG} WHERE action = 'training' ORDER BY seq DESC`);
    const practised = await n(
      `SELECT max(json_array_length(detail, '$.tasks')) FROM ${LOG} WHERE action = 'training-practice'`,
    );
    const learners = [...new Set(results.map(({ staff }) => staff))];
    const lastOf = learners.map((staff) => results.find((one) => one.staff === staff)!);
    expect(learners).toHaveLength(2);
    return [
      `*答对 ${rule!.pass}% *每 ${rule!.months} 个月*`,
      `Desk One|前台|*|${lastOf[0]!.right}/${lastOf[0]!.total}，通过|0/${TOUR_TASKS.length}`,
      `Desk Two|前台|未通过|0/${TOUR_TASKS.length}`,
      `Super One|主管|未通过|${lastOf[1]!.right}/${lastOf[1]!.total}，未通过|${practised}/${TOUR_TASKS.length}`,
      ...results.map(({ right, total }) => `§|*|${right}/${total}，*`),
    ];
  },
  inventory: async () => {
    const lines: string[] = [];
    for (const [words, count] of HELD) lines.push(`${words}${words.length < 6 ? '|' : ''}*|${await count()}`);
    return lines;
  },
  'number-of-people': async () => {
    const { limits } = JSON.parse(readFileSync('assets/law/inventory.json', 'utf8')) as {
      limits: { people: number }[];
    };
    return [
      `处理个人信息的人数|${await n(`SELECT count(*) FROM person WHERE kind = 'person'`)} 人`,
      `另有单位|${await n(`SELECT count(*) FROM person WHERE kind = 'company'`)} 个`,
      ...limits.map(({ people }) => `*|${people / 10_000} 万|*`),
    ];
  },
  'other-systems': async () =>
    (await all<{ contract: string }>(`SELECT contract FROM other_system`)).map(
      ({ contract }) => `*${contract}*`,
    ),
  'notice-and-consent': async () => {
    const people = await living('1');
    const withoutConsent = await living(`NOT ${answered('service')} AND NOT EXISTS (
      SELECT 1 FROM occupancy c WHERE c.person_id = p.id AND c.relation IN ('owner', 'co-owner') AND (c.until_date IS NULL OR c.until_date > '${today()}'))`);
    const withoutSpecial = await living(
      `(${has('idNumber')} AND NOT ${answered('identity')} OR ${has('bankCard')} AND NOT ${answered('bank')})`,
    );
    const withoutGuardian =
      await living(`${has('guardian')} AND NOT EXISTS (SELECT 1 FROM notice g WHERE g.person_id = p.id
      AND g.purpose = 'minors' AND (g.withdrawn_on IS NOT NULL OR g.consented_on IS NOT NULL AND g.consenter = 'guardian'))`);
    const [version] = await all<{ version: string }>(
      `SELECT version FROM notice_version ORDER BY id DESC LIMIT 1`,
    );
    const postings = await all<{ version: string; people: number }>(
      `SELECT notice_version AS version, (SELECT count(*) FROM notice WHERE posting_id = s.id) AS people FROM notice_posting s`,
    );
    return [
      `现行告知书|${version!.version}，§ 起，*`,
      `在住人数|${people} 人`,
      `已按现行版本告知|${await told()} 人，未告知 ${people - (await told())} 人`,
      `尚未取得同意|${withoutConsent} 人`,
      `尚未单独同意|${withoutSpecial} 人`,
      `已登记监护人、监护人尚|${withoutGuardian} 人`,
      `§且未登记监护|${await n('SELECT found FROM guardian_look')} 人 （§ 查找）`,
      ...postings.map((one) => `§|全部|${one.version}|${one.people}|*`),
    ];
  },
  requests: async () => {
    const days = await all<{ days: number }>(
      `SELECT julianday(${day('ended_at')}) - julianday(${day('taken_at')}) AS days FROM subject_request WHERE ended_at IS NOT NULL`,
    );
    const spent = days.map((row) => row.days);
    const rows = await all<{ id: number; what: string }>('SELECT id, what FROM subject_request');
    const lines = [
      `登记的请求|${await rowsOf('subject_request')} 件`,
      `超过期限未办|${await n(`SELECT count(*) FROM subject_request WHERE state = 'open' AND due_on < '${today()}'`)} 件`,
      `超过期限才办结|${await n(`SELECT count(*) FROM subject_request WHERE ${day('ended_at')} > due_on`)} 件`,
      `平均办结天数|${(spent.reduce((sum, one) => sum + one, 0) / spent.length).toFixed(1)}`,
      `最长办结天数|${Math.max(...spent)}`,
    ];
    for (const [what, words] of [
      ['access', '查阅个人信息'],
      ['copy', '复制个人信息'],
      ['transfer', '转移个人信息'],
      ['correct', '更正、补充个人信息'],
      ['delete', '删除个人信息'],
      ['restrict', '限制处理个人信息'],
      ['withdraw-consent', '撤回同意'],
      ['explain', '解释说明处理规则'],
      ['access-history', '查询个人信息被谁查看'],
    ] as const) {
      const counts: number[] = [];
      for (const state of ['done', 'refused', 'withdrawn', 'open'])
        counts.push(
          await n('SELECT count(*) FROM subject_request WHERE what = ? AND state = ?', what, state),
        );
      lines.push([words, ...counts].join('|'));
      for (const { id } of rows.filter((row) => row.what === what))
        lines.push(`R-${String(id).padStart(4, '0')}|${words}|§|§|*`);
    }
    return lines;
  },
  retention: async () => {
    const [rules] = await all<{ days: number; months: number }>(`
      SELECT json_extract(detail, '$.restrictDays') AS days, json_extract(detail, '$.months.tenant') AS months
      FROM ${LOG} WHERE action = 'retention-rules' ORDER BY seq DESC LIMIT 1`);
    const { days, months } = rules!;
    const restrictedFrom = new Date(clock.now() - days * DAY_MS).toISOString().slice(0, 10);
    const of = async (words: string, count: number | Promise<number>): Promise<string> =>
      `${words}|${months}|${await count}|*`;
    const erasures = await all<{ id: number; people: number; at: number }>(
      'SELECT id, people, done_at AS at FROM erasure ORDER BY id DESC',
    );
    const lines: string[] = [];
    for (const { id, people, at } of erasures)
      lines.push(
        `X-${String(id).padStart(4, '0')}|§|${people}|未发现残留|${await logged(`action = 'backup' AND outcome = 'done' AND time <= ${at}`)}`,
      );
    return [
      `限制处理|目的结束 ${days} 天后，*`,
      `已限制|${await leftBy(restrictedFrom, EVERYBODY)} 人`,
      `到期待删除|${await countDue()} 人`,
      `暂缓删除|${await n(`SELECT count(*) FROM hold WHERE ended_at IS NULL AND (until_date IS NULL OR until_date >= '${today()}')`)} 件`,
      await of('业主（过户后）', leftBy(monthsAgo(months), OWNERS)),
      await of('租客（搬离后）', leftBy(monthsAgo(months), `'tenant'`)),
      await of('家属、临时人员（搬离后）', leftBy(monthsAgo(months), HOUSEHOLD)),
      await of('无入住关系的联系人', contactsDue()),
      await of('以往的入住记录', endedRecords('occupancy')),
      await of('结束的租约', endedRecords('lease')),
      await of('结束的车位租用', endedRecords('space')),
      await of('结束的装修', endedRecords('renovation')),
      await of('前台便签', n(`SELECT count(*) FROM counter_note WHERE ${day('at')} <= ?`, monthsAgo(months))),
      ...lines,
    ];
  },
  'encryption-and-keys': async () => {
    const used = Math.floor((clock.now() - (await n(`SELECT time FROM ${LOG} WHERE seq = 1`))) / DAY_MS);
    return ['档案库密钥', '资料密钥', '本机密钥', '恢复单'].map((name) => `${name}|§|§|${used}`);
  },
  'permission-matrix': async () => {
    const [scope] = await all<{ areas: string }>(`
      SELECT (SELECT group_concat(json_extract(value, '$.building') || '栋', '、') FROM json_each(detail, '$.becomes')) AS areas FROM ${LOG}
      WHERE action = 'staff-scope' AND json_extract(detail, '$.name') = 'Desk Two' ORDER BY seq DESC LIMIT 1`);
    const [limits] = await all<{ quotas: string }>(
      `SELECT json_extract(detail, '$.limits.quotas') AS quotas FROM ${LOG} WHERE action = 'limits' ORDER BY seq DESC LIMIT 1`,
    );
    const quotas = JSON.parse(limits!.quotas) as Record<Role, { reveal: Record<string, number> }>;
    return [
      `可登录账号|${await countAccounts()} 个`,
      `停用账号|${await n(`SELECT count(*) FROM roster_entry WHERE json_extract(CAST(body AS TEXT), '$.kind') = 'suspend'`)} 个`,
      `Desk Two|前台|§|未登录过|90 天未登录；只限${scope!.areas}`,
      ...(['receptionist', 'supervisor'] as const).map((role) => {
        const { hour, shift } = quotas[role].reveal;
        return `· ${NAMES[role]}看明文每小时不超过 ${hour} 项、每班不超过 ${shift} 项，超过须主管会签。`;
      }),
    ];
  },
  policy: async () => [],
  'access-oversight': async () => {
    const REVEALED = `('reveal', 'open-full', 'extract', 'print-clear', 'disclose', 'emergency-access')`;
    const FIELDS: Readonly<Record<string, string>> = {
      name: '姓名',
      phone: '电话',
      emergency: '紧急联系人',
      idNumber: '证件号',
    };
    const REASONS: Readonly<Record<string, string>> = {
      repair: '报修投诉',
      fees: '收费',
      authority: '公安街道',
      emergency: '紧急',
    };
    const reveals = await all<{ field: string; reason: string; n: number }>(`
      SELECT field, reason, count(*) AS n FROM ${LOG} WHERE seq <= ${upTo} AND time >= ${after} AND outcome = 'done' AND action IN ${REVEALED}
      GROUP BY field, CASE WHEN instr(reason, ':') THEN substr(reason, 1, instr(reason, ':') - 1) ELSE reason END`);
    const cosigned = await all<{ n: number }>(
      `SELECT count(*) AS n FROM ${LOG} WHERE seq <= ${upTo} AND time >= ${after} AND cosigner_id IS NOT NULL GROUP BY cosigner_id`,
    );
    const alerts = await n(`SELECT count(*) FROM ${LOG} WHERE action = 'alert' AND time >= ${after}`);
    const seen = await logged(`action = 'alert-seen'`);
    const [limits] = await all<{ quotas: string }>(
      `SELECT json_extract(detail, '$.limits.quotas') AS quotas FROM ${LOG} WHERE action = 'limits' ORDER BY seq DESC LIMIT 1`,
    );
    const quotas = JSON.parse(limits!.quotas) as Record<Role, Record<string, Record<string, number>>>;
    return [
      '统计期间：§ 至 §，共 90 天。*',
      `登录|${await recent(`action = 'sign-in'`)}`,
      `查找|${await recent(`action IN ('search', 'search-id')`)}`,
      `打开档案、房屋|${await recent(`action IN ('open', 'open-room')`)}`,
      `核实身份|${await recent(`action = 'verify'`)}`,
      `显示资料|${
        (await recent(`action = 'reveal'`)) +
        // Values that are opened at once have an entry each, one behind the other, and are one act.
        (await n(`SELECT count(*) FROM (SELECT action, time,
            lag(action || time || staff_id || coalesce(person_id, 0)) OVER (ORDER BY seq) AS before,
            action || time || staff_id || coalesce(person_id, 0) AS this
          FROM ${LOG} WHERE seq <= ${upTo}) WHERE time >= ${after} AND action IN ${REVEALED} AND action <> 'reveal' AND this IS NOT before`))
      }`,
      `被拒绝、失败的尝试|${await recent(`action IN ('pin-failed', 'refused', 'sign-in-failed')`)}`,
      `已达查看上限|${await recent(`action = 'alert' AND json_extract(detail, '$.kind') = 'quota'`)}`,
      ...reveals.map(
        ({ field, reason, n: count }) => `${FIELDS[field]}|${REASONS[reason.split(':')[0]!]}|${count}`,
      ),
      ...cosigned.map(({ n: count }) => `*|${count}`),
      `纸质资料遗失|${alerts}|${seen}|${alerts - seen}`,
      `目前未处理的预警共 ${alerts - seen} 条，*`,
      ...(['receptionist', 'supervisor'] as const).flatMap((role) =>
        (['search', 'open', 'verify', 'reveal'] as const).map(
          (what) => `${NAMES[role]}|*|${quotas[role][what]!['hour']}|${quotas[role][what]!['shift']}|不限`,
        ),
      ),
      `核对无误|${upTo} 条`,
    ];
  },
  'spot-check': async () => [
    `最近一次发现异常|${await n(
      `SELECT json_extract(detail, '$.problems') FROM ${LOG} WHERE action = 'spot-check' ORDER BY seq DESC`,
    )} 项`,
  ],
  'quarterly-report': async () => [],
  paper: async () => {
    const kept = (where: string): Promise<number> =>
      n(`SELECT count(*) FROM paper WHERE state = 'kept' AND ${where}`);
    return [
      `在册|${await kept('1')} 份`,
      `逾期未还|${await kept(`due_on < '${today()}'`)} 份`,
      `遗失|${await n(`SELECT count(*) FROM paper WHERE state = 'lost'`)} 份`,
      `已销毁|${await n(`SELECT count(*) FROM paper WHERE state = 'destroyed'`)} 份`,
      `清点时不在|${await kept('counted_there = 0')} 份`,
      `登记册|${await kept(`sort = 'booklet'`)}`,
      `本系统打印件|${await kept(`sort = 'print'`)}`,
      ...(
        await all<{ id: number; title: string; due: string | null }>(
          `SELECT id, title, due_on AS due FROM paper WHERE state <> 'destroyed'`,
        )
      ).map(
        ({ id, title, due }) => `P-${String(id).padStart(4, '0')}|${title}|*|§|${due === null ? '' : '§|'}*`,
      ),
    ];
  },
  'walk-round': async () => [
    `巡查周期|每 ${await n('SELECT every_months FROM walk_setting')} 个月`,
    ...(
      await all<{ seen: number; wrong: number }>(`
        SELECT count(*) FILTER (WHERE outcome <> 'absent') AS seen, count(*) FILTER (WHERE outcome = 'finding') AS wrong
        FROM walk_result GROUP BY walk_id`)
    ).map(({ seen, wrong }) => `§|Super One|${seen}|${wrong}`),
    ...(
      await all<{ title: string; id: number }>(
        `SELECT title, rectification_id AS id FROM walk_result WHERE rectification_id IS NOT NULL`,
      )
    ).map(({ title, id }) => `${title}|有问题|${id}`),
  ],
  disclosures: async () => {
    const lines: string[] = [];
    for (const [kind, words] of [
      ['own-copy', '个人信息副本'],
      ['extract', '调取单'],
      ['roster', '名册'],
      ['estate-transfer', '项目移交'],
    ] as const)
      lines.push(
        `${words}|${await n(`SELECT count(*) FROM disclosure WHERE state <> 'failed' AND kind = ?`, kind)}|${await n(`SELECT sum(people) FROM disclosure WHERE state <> 'failed' AND kind = ?`, kind)}`,
      );
    const overdue = await n(
      `SELECT count(*) FROM disclosure WHERE state IN ('writing', 'given', 'recalled') AND due_on < '${today()}'`,
    );
    const given = await all<{ people: number; document: string }>(
      `SELECT people, document FROM disclosure WHERE state <> 'failed' ORDER BY made_at DESC`,
    );
    return [
      ...lines,
      ...given.map(({ people, document }) => `§|*|${document}|${people}`),
      `到期未确认删除|${overdue} 份`,
    ];
  },
  'leftover-files': async () => [
    `待处理的文件|${await openFiles()} 个`,
    `没有读完的文件和文件夹|${await n(`SELECT count(*) FROM sweep_file WHERE ${UNREAD}`)} 个，其中 ${await openUnread()} 个还没有处理`,
    `已销毁的文件|${await n(`SELECT count(*) FROM disposal WHERE state IN ('waiting', 'checked')`)} 个`,
    `未清除的副本|${await copiesLeft()} 个`,
    ...(
      await all<{ place: SweepPlace; unread: UnreadReason; files: number }>(
        `SELECT place, unread, count(*) AS files FROM sweep_file WHERE ${UNREAD} GROUP BY place, unread ORDER BY unread, min(id)`,
      )
    ).map(
      ({ place, unread, files }) =>
        `${inChinese(SWEEP_PLACE_WORDS[place])}|${inChinese(UNREAD_WORDS[unread])}|${files}`,
    ),
    ...(
      await all<Record<'files' | 'found' | 'people' | 'unread', number>>(
        `SELECT files, found, people, unread FROM sweep_run WHERE state = 'done' ORDER BY id DESC LIMIT 8`,
      )
    ).map(({ files, found, people, unread }) => `§|${files}|${found}|${people}|${unread}`),
  ],
  backups: async () => [
    `已做备份|${await logged(`action = 'backup' AND outcome = 'done'`)} 次`,
    ...(
      await all<{ name: string; rows: number }>(`
        SELECT json_extract(detail, '$.name') AS name, json_extract(detail, '$.rows') AS rows FROM ${LOG} WHERE action = 'backup-test'`)
    ).map(({ name, rows }) => `§|${name}|Admin One|完好|${rows}`),
  ],
  incidents: async () => [
    `已登记|${await n('SELECT count(*) FROM incident WHERE drill = 0')}`,
    `尚未结案|${await n(`SELECT count(*) FROM incident WHERE drill = 0 AND state = 'open'`)}`,
    ...(await linesOfIncidents(0)),
  ],
  'incident-drill': async () => [
    `演练次数|${await n(`SELECT count(*) FROM incident WHERE drill = 1 AND state = 'closed'`)}`,
    ...(await linesOfIncidents(1)),
  ],
  'impact-assessment': () => answersOf('impact-assessment'),
  'self-audit': () => answersOf('self-audit'),
  'computer-checklist': async () => [
    ...(
      await all<{ subject: string }>(`SELECT subject FROM form_fill WHERE form = 'computer-checklist'`)
    ).map(({ subject }) => `*|${subject}`),
    ...(await answersOf('computer-checklist')),
  ],
  'computer-checks': async () => {
    const readings = await lastReadings();
    const figureOf = (check: string): number | null => readings.find((one) => one.check === check)!.figure;
    const count = (answer: string): number => readings.filter((one) => one.answer === answer).length;
    expect(readings).toHaveLength(COMPUTER_CHECKS.length);
    return [
      '下次检查|§（每 30 天）',
      `*|${figureOf('screen-lock')} 分钟后锁屏`,
      `*|${figureOf('updates')} 天前更新`,
      `§|Super One|${count('yes')}|${count('no')}|${count('unknown')}`,
    ];
  },
  rectification: async () =>
    (await all<{ title: string }>(`SELECT title FROM rectification WHERE title GLOB '*[0-9]*'`)).map(
      ({ title }) => `${title}|*`,
    ),
};

// --- the sixteen items of an inspection

/** What an inspector asks for, the duties that answer it, and what is then in the pack: words, names and days, not counts alone. */
const ITEMS: Readonly<Record<string, readonly [duties: readonly Duty[], shown: readonly string[]]>> = {
  加密和密钥: [['encryption-and-keys'], ['整库加密', '档案库密钥 § §', '更换记录']],
  脱敏规则和更改: [['policy'], ['电话 通常 相同', '车牌 通常 全部隐藏 Admin One']],
  制度签收和培训: [
    ['undertakings', 'sign-offs', 'training'],
    ['Desk One § 有效', 'Desk Two 未签', 'Desk One 前台 有效 §'],
  ],
  查看统计和记录完整: [['access-oversight'], ['电话 报修投诉 2', '逐条核对结果 全部完整，未被改动']],
  残留文件扫描: [['leftover-files'], ['待处理的文件', '最近的扫描']],
  备份和演练: [['backups'], ['最近一次备份 §', '恢复演练记录', 'Admin One 完好']],
  电脑自动检查: [
    ['computer-checks'],
    ['系统更新 不符合 符合', '检查表与自动检查不一致，以查实为准：系统更新。'],
  ],
  '网络日志、等保、路由器和无线网': [
    ['computer-checklist'],
    [
      '网络日志留存不少于六个月',
      '网络安全等级保护定级、备案情况有记录',
      '路由器默认密码已改',
      '办公无线网加密',
    ],
  ],
  责任人和任命: [
    ['responsible-persons'],
    [`个人信息保护负责人 ${FACTS.informationOfficer}`, `网络安全负责人 ${FACTS.networkOfficer}`],
  ],
  制度和操作规程: [
    ['management-system', 'counter-procedures', 'incident-plan'],
    ['个人信息保护内部管理制度', '资料处理操作规程', '个人信息安全事件应急预案'],
  ],
  个人信息清单和依据: [['inventory'], ['证件号 按敏感', '业主、共有人：履行合', '谁能查看']],
  权限: [
    ['permission-matrix'],
    [
      '前台（Desk One、Desk Two）：可查找住户，屏幕上一律是掩码；输入本人',
      '没有资料密钥，任何人的资料都只能看到掩码',
    ],
  ],
  副本登记册: [
    ['paper'],
    ['P-0001 前台旧业主登记册 登记册 Super One 岗亭 §', '前台旧业主登记册 § 碎纸机粉碎'],
  ],
  影响评估和合规自查: [
    ['impact-assessment', 'self-audit'],
    ['1 处理目的、处理方式等是否合法、正当、', '合法性基础'],
  ],
  '告知、同意和个人请求': [
    ['resident-notices', 'notice-and-consent', 'requests'],
    ['个人信息处理告知书', '已按现行版本告知 4 人', '解释说明处理规则 1'],
  ],
  对外提供: [['disclosures'], ['§ 调取单 城东派出所', '〔2026〕58 号']],
  整改: [
    ['rectification'],
    ['电脑检查不符合：系统更新 电脑自动检查 主管乙 §', '已设开机密码', '整改前：整改后.png（反映 § 的情况）'],
  ],
};

// --- the pack

afterAll(() => store?.close());

/** Newest version of each document, as it was published. */
async function inForce(): Promise<readonly PublishedText[]> {
  const rows = await all<{ number: number; text: string }>(`
    SELECT max(json_extract(detail, '$.number')) AS number, (SELECT text FROM procedure_version WHERE id = json_extract(detail, '$.version')) AS text
    FROM ${LOG} WHERE action = 'procedure-publish' GROUP BY json_extract(detail, '$.procedure')`);
  return rows.map(({ number, text }) => ({ number, ...(JSON.parse(text) as Omit<PublishedText, 'number'>) }));
}
type Runs = readonly { readonly text?: string }[];
interface PublishedText {
  readonly number: number;
  readonly title: string;
  readonly blocks: readonly { readonly runs?: Runs; readonly items?: readonly Runs[] }[];
}
const titleOfText = ({ title, number }: PublishedText): string => `${title}（第 ${number} 版）`;

/** How long a field is kept stands in a narrow column, by the rules that were chosen last, which are all the same here; its words are broken anywhere. */
async function withoutKeptTimes(lines: readonly string[]): Promise<readonly string[]> {
  const kept = await all<{ months: number }>(`
    SELECT DISTINCT value AS months
    FROM json_each((SELECT json_extract(detail, '$.months') FROM ${LOG} WHERE action = 'retention-rules' ORDER BY seq DESC LIMIT 1))`);
  expect(kept).toHaveLength(1);
  const { months } = kept[0]!;
  const times = new RegExp(`(?<=^|[\\u4e00-\\u9fff）])${months}(?= |$)`, 'g');
  expect(lines.filter((line) => line.match(times) !== null).length).toBeGreaterThan(HELD.length);
  return lines.map((line) => line.replaceAll(times, '§'));
}

describe('the numbers of an inspection pack', () => {
  // A test, since the folders that the vault is filled from live as long as one does.
  it('is made of a vault that has something of every feature', async () => {
    desk = await createHarness({ clock, computer: COMPUTER });
    await desk.setUp();
    await fillVault(desk, clock);
    // The second lists the first, which has pictures.
    const first = pickPack(desk);
    await desk.call('evidence.makePack', { fileId: first.fileId, pictures: true, pin: PINS.supervisor });
    pictures = execFileSync('pdfimages', ['-list', first.path], { encoding: 'utf8' }).split('\n').slice(2);
    const { fileId, path } = pickPack(desk);
    await desk.call('evidence.makePack', { fileId, pin: PINS.supervisor });
    pages = readPages(path);
    for (const duty of DUTIES) histories.set(duty, await desk.call('evidence.history', { duty }));
    await desk.lock();
    store = await openStoreOf(vaultAtRest(desk), chooseEngine('auto'), PINS.admin);
    upTo = (await n(`SELECT max(seq) FROM ${LOG} WHERE action = 'inspection-pack'`)) - 1;
    after = Date.parse(today()) - 89 * DAY_MS;
    // Of every page its head and its mark are looked at here, and left out from here on.
    pages = pages.map((page, at) => {
      expect(page[0]).toBe(`${FACTS.company} · 迎检材料 第 ${at + 1} 页，共 ${pages.length} 页`);
      return page.slice(1).filter((line) => !isMark(line));
    });
    whole = flat().join('\n');
  });

  it.each(DUTIES)('has a history behind %s, the newest first', (duty) => {
    const { entries } = histories.get(duty)!;
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ seq }) => seq)).toEqual(
      entries.map(({ seq }) => seq).toSorted((one, other) => other - one),
    );
  });

  it('has no entry of one document, form or incident in the history of another duty', async () => {
    const seen = new Map<number, Duty>();
    const told = LOG_ACTIONS.map((action): ActionFacts => ACTIONS[action]).flatMap(({ duties, dutiesOf }) =>
      dutiesOf === undefined || duties === undefined ? [] : duties,
    );
    for (const duty of new Set(told))
      for (const { seq } of histories.get(duty)!.entries) {
        expect(seen.get(seq), `${seq} of ${duty}`).toBeUndefined();
        seen.set(seq, duty);
      }
    const real = await all<{ seq: number }>(
      `SELECT seq FROM ${LOG} WHERE action = 'incident-open' AND json_extract(detail, '$.drill') = 0`,
    );
    expect(real.length).toBeGreaterThan(0);
    for (const { seq } of real) expect(seen.get(seq)).toBe('incidents');
  });

  it.each(DUTIES)('of %s are those of the store', async (duty) => {
    const count = await COUNTS[duty]();
    const lines = duty === 'inventory' ? await withoutKeptTimes(linesOf(duty)) : linesOf(duty);
    compare(lines, [...(count === null ? [] : [`数量|${count}`]), ...(await CHAPTERS[duty]())]);
  });

  it.each(Object.entries(ITEMS))('stand beside what shows %s', (_, [duties, shown]) => {
    const lines = duties.flatMap(linesOf).map(scrub).join('\n');
    for (const words of shown) expect(lines).toContain(words);
  });

  it('name whoever answers for each open item, and stand beside its pictures', () => {
    const open = linesOf('rectification').map(scrub);
    const head = '事项 来源 责任人 限期';
    const rows = open.slice(open.indexOf(head), open.indexOf('已整改')).filter((line) => line !== head);
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row).toMatch(/主管乙|前台主管/);
    expect(pictures.filter((line) => line.includes(' image '))).toHaveLength(1);
  });

  it('stand beside what is still to be explained, whatever has a tick', () => {
    const lines = flat();
    const from = lines.indexOf(OPEN_TITLE);
    const said = scrub(
      lines.slice(from, lines.indexOf('Summary in English', from)).join('').replaceAll(' ', ''),
    );
    for (const words of [
      '开机须输入密码（符合）；杀毒软件（符合）',
      '须取得的同意已取得（未解决）',
      '操作记录自§开始。',
      '操作记录开始以前谁看过、传给谁，没有记录可查',
      '以公司全称为处理者',
      '系统看不到个人手机和聊天工具',
      '全员已签署（未解决）',
    ])
      expect(said).toContain(words);
  });

  it('stand on its cover and in its summary as in its chapters', async () => {
    const [cover, ...others] = pages;
    const stateOf = (duty: Duty): string =>
      linesOf(duty)
        .find((line) => line.startsWith('情况'))!
        .slice(3);
    const states = ['有', '说明', '需更新', '缺'].map(
      (state) => DUTIES.filter((duty) => stateOf(duty) === state).length,
    );
    const groups = /^恢复单上的校验码 ([0-9a-f ]+)$/m.exec(cover!.join('\n'))![1]!;
    const contentsAt = flat().indexOf('目录');
    const summary = flat().slice(cover!.length, contentsAt);
    const englishAt = summary.indexOf('Summary in English');
    const holds = `p.kind = 'person' AND EXISTS (SELECT 1 FROM sealed_value v WHERE v.person_id = p.id AND v.field = 'idNumber')`;
    const holders = await n(`SELECT count(*) FROM person p WHERE ${holds}`);
    const without =
      await n(`SELECT count(*) FROM person p WHERE ${holds} AND NOT EXISTS (SELECT 1 FROM notice t
      WHERE t.person_id = p.id AND t.purpose = 'identity' AND t.consented_on IS NOT NULL AND t.withdrawn_on IS NULL)`);
    compare(summary.slice(0, englishAt), [
      ...DUTIES.map((duty, at) => `${at + 1}|${DUTY_WORDS[duty][0]}|*`),
      `证件号码*持有 ${holders} 人*`,
      `*存 ${without} 人；*`,
    ]);
    const totalsAt = summary.findIndex((line) => line.includes('In place:'));
    const words = summary.slice(englishAt, totalsAt).join(' ').replace(groups, '§');
    expect(others.length).toBeGreaterThan(5);
    compare(
      cover!.filter((line) => !line.endsWith(groups)),
      [
        `统一社会信用代码|${FACTS.creditCode}`,
        `注册地址|${FACTS.address}`,
        `个人信息保护负责人|${FACTS.informationOfficer}，${FACTS.informationPhone}`,
        `联系方式|${FACTS.complaintPhone}，${FACTS.complaintMail}`,
        `操作记录末条|第 ${upTo} 条`,
        `应备材料|${DUTIES.length} 项：有 ${states[0]} 项，说明 ${states[1]} 项，需更新 ${states[2]} 项，缺 ${states[3]} 项`,
        `是否齐备|尚未齐备，${states[2]! + states[3]!} 项未解决*`,
      ],
    );
    const rows: string[] = [];
    for (const [at, duty] of DUTIES.entries()) {
      const count = await COUNTS[duty]();
      rows.push(`${at + 1}|${DUTY_WORDS[duty][1]}|*${count === null ? '' : `|${count}`}`);
    }
    compare(
      [words, ...summary.slice(totalsAt)],
      [
        `*ended at entry ${upTo}. *`,
        `Not complete · In place: ${states[0]} · Statement: ${states[1]} · Needs renewal: ${states[2]} · Missing: ${states[3]}`,
        ...rows,
      ],
    );
  });

  it('lead from its contents to its pages', async () => {
    const texts = await inForce();
    const lines = flat();
    const end = lines.lastIndexOf(titleOf(DUTIES[0]));
    const titles = [
      '迎检材料',
      '摘要',
      OPEN_TITLE,
      'Summary in English',
      ...DUTIES.map(titleOf),
      LAST_TITLE,
      ANNEX_TITLE,
      ...texts.map(titleOfText),
      '附件',
      '资料来源',
    ];
    compare(
      lines.slice(lines.indexOf('目录'), end),
      titles.map((title) => `${title}|${pages.findLastIndex((page) => page.includes(title)) + 1}`),
    );
  });

  it('stand alone: no value of a resident is among them', () => {
    const bare = whole.replaceAll(/[ \n]/g, '');
    for (const { name, plates, sealed: values } of PLANTED)
      for (const { value } of [name, ...plates, ...Object.values(values).flat()])
        expect(bare).not.toContain(value.replaceAll(' ', ''));
  });

  it('are followed by the whole text of each document in force', async () => {
    const bare = (words: string): string => words.replaceAll(/\s/g, '');
    const annex = bare(whole.slice(whole.lastIndexOf(ANNEX_TITLE)));
    const texts = await inForce();
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts) {
      expect(annex).toContain(bare(titleOfText(text)));
      for (const { runs, items } of text.blocks)
        for (const line of items ?? [runs ?? []])
          expect(annex).toContain(bare(line.map((run) => run.text ?? '').join('')));
    }
  });

  it('of the packs before are those of their entries', async () => {
    const packs = await all<{ pages: number; states: string }>(`
      SELECT json_extract(detail, '$.pages') AS pages, json_extract(detail, '$.states') AS states FROM ${LOG}
      WHERE action = 'inspection-pack' AND seq <= ${upTo}`);
    expect(packs).toHaveLength(1);
    compare(
      whole.slice(whole.lastIndexOf(LAST_TITLE), whole.lastIndexOf(ANNEX_TITLE)).split('\n'),
      packs.map(({ pages: count, states }) => {
        const { there, explained, stale, missing } = JSON.parse(states) as Record<string, number>;
        return `§|Super One|${count}|${there}／${explained}／${stale}／${missing}|*`;
      }),
    );
  });
});
