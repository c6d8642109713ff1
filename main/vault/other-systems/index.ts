/** The register of other systems: an admin keeps it, a supervisor reads it, and every change is an entry of the log in the same commit. */
import type { LogAction, LogDetail } from '../../../contract/log/entries.ts';
import {
  OTHER_SYSTEM_KINDS,
  type OtherSystemKind,
  type PasswordState,
  isHolder,
  isSafe,
  statesOf,
} from '../../../contract/other-systems/lists.ts';
import {
  MAX_OTHER_SYSTEMS,
  type OtherSystem,
  type OtherSystemFacts,
} from '../../../contract/other-systems/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { type Evidence, defineFeature } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import { type Session, entryOf } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { checkDay, daysBetween, yearAfter } from '../values/days.ts';

type Register = RouteReply<'systems.list'>;
type Versioned = Pick<OtherSystem, 'systemId' | 'version'>;
type Row = OtherSystemFacts & Versioned & { readonly checkedOn: string | null };

const SOON_DAYS = 30;

export const otherSystemsFeature = defineFeature(() => ({
  handlers: {
    'systems.list': (session) => readRegister(session, session.store),
    'systems.add': add,
    'systems.change': change,
    'systems.check': check,
    'systems.remove': remove,
  },
  evidence: async (session) => [otherSystemsEvidence(session, await readRegister(session, session.store))],
  packParts: async (session) => [
    { duty: 'other-systems', blocks: otherSystemsPart(await readRegister(session, session.store)) },
  ],
}));

/** Errors: `invalid-value` {field: until} for a day that there is not, `bad-request` {where: systems} where the register is full. */
async function add(session: Session, { system }: RouteRequest<'systems.add'>): Promise<Register> {
  const { kind, name, vendor, contract, contractEnds, holder, holds, password } = checkFacts(system);
  return write(session, async (tx) => {
    const there = await tx.get<{ readonly n: number }>(sql`SELECT count(*) AS n FROM other_system`);
    if ((there?.n ?? 0) >= MAX_OTHER_SYSTEMS) throw new AppError('bad-request', { where: 'systems' });
    const systemId = await takeId(tx, 'other_system');
    await tx.run(sql`
      INSERT INTO other_system (id, kind, name, vendor, contract, contract_ends, holder, holds, password, checked_on, version)
      VALUES (${systemId}, ${kind}, ${name}, ${vendor}, ${contract}, ${contractEnds}, ${holder}, ${holds}, ${password}, NULL, 1)`);
    return told('other-system-add', { system: systemId, kind, name, password });
  });
}

/** Nothing is written where nothing differs. Errors: `invalid-value` as above, those of `requireRow`. */
async function change(session: Session, request: RouteRequest<'systems.change'>): Promise<Register> {
  const next = checkFacts(request.system);
  const { kind, name, vendor, contract, contractEnds, holder, holds, password } = next;
  return write(session, async (tx) => {
    const was = await requireRow(tx, request);
    const changed = (Object.keys(next) as (keyof OtherSystemFacts)[]).filter(
      (fact) => was[fact] !== next[fact],
    );
    if (changed.length === 0) return null;
    await tx.run(sql`
      UPDATE other_system SET kind = ${kind}, name = ${name}, vendor = ${vendor}, contract = ${contract}, contract_ends = ${contractEnds},
        holder = ${holder}, holds = ${holds}, password = ${password}, version = version + 1 WHERE id = ${was.systemId}`);
    return told('other-system-change', { system: was.systemId, kind, name, changed, password });
  });
}

/** This year's check, made today. Errors: those of `requireRow`. */
async function check(session: Session, request: RouteRequest<'systems.check'>): Promise<Register> {
  const { password } = request;
  return write(session, async (tx) => {
    const { systemId, kind, name } = await requireRow(tx, request);
    requireState(kind, password);
    await tx.run(sql`
      UPDATE other_system SET checked_on = ${dayOf(session.clock.now())}, password = ${password}, version = version + 1 WHERE id = ${systemId}`);
    return told('other-system-check', { system: systemId, kind, name, password });
  });
}

/** Errors: those of `requireRow`. */
async function remove(session: Session, request: RouteRequest<'systems.remove'>): Promise<Register> {
  return write(session, async (tx) => {
    const { systemId, kind, name } = await requireRow(tx, request);
    await tx.run(sql`DELETE FROM other_system WHERE id = ${systemId}`);
    return told('other-system-remove', { system: systemId, kind, name });
  });
}

type Told = ReturnType<typeof told>;
const told = <A extends LogAction>(action: A, detail: LogDetail<A>) =>
  ({ action, outcome: 'done', detail }) as Parameters<typeof entryOf>[1];

/** One transaction for a change, its entry and the register as it is afterwards. `work`: null where it has changed nothing. */
const write = (session: Session, work: (tx: WritableStore) => Promise<Told | null>): Promise<Register> =>
  session.log.record(session.store, async (tx) => {
    const entry = await work(tx);
    return {
      value: await readRegister(session, tx),
      entries: entry === null ? [] : [entryOf(session, entry)],
    };
  });

/** Errors: `invalid-value` {field: until}, `bad-request` {where: password} for a state that none of the kind has. */
function checkFacts(facts: OtherSystemFacts): OtherSystemFacts {
  requireState(facts.kind, facts.password);
  return isHolder(facts.kind)
    ? { ...facts, vendor: '', contract: '', contractEnds: null }
    : { ...facts, contractEnds: checkDay('until', facts.contractEnds) };
}

function requireState(kind: OtherSystemKind, password: PasswordState): void {
  if (!statesOf(kind).includes(password)) throw new AppError('bad-request', { where: 'password' });
}

const ROWS = sql`
  SELECT id AS systemId, kind, name, vendor, contract, contract_ends AS contractEnds, holder, holds, password, checked_on AS checkedOn, version
  FROM other_system ORDER BY checked_on IS NOT NULL, checked_on, id`;

/** Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
async function requireRow(store: ReadableStore, { systemId, version }: Versioned): Promise<Row> {
  const row = (await store.all<Row>(ROWS)).find((one) => one.systemId === systemId);
  if (row === undefined) throw new AppError('not-found');
  if (row.version !== version) throw new AppError('changed-meanwhile');
  return row;
}

/** Those that were never checked first, then those whose check is the longest ago. */
async function readRegister(session: Session, store: ReadableStore): Promise<Register> {
  const today = dayOf(session.clock.now());
  const rows = await store.all<Row>(ROWS);
  return {
    systems: rows.map(({ checkedOn, ...facts }) => ({
      ...facts,
      contractEnded: facts.contractEnds !== null && facts.contractEnds <= today,
      check: checkOf(checkedOn, today),
    })),
  };
}

function checkOf(last: string | null, today: string): OtherSystem['check'] {
  if (last === null) return { last, next: null, daysLeft: null, state: 'never' };
  const next = yearAfter(last);
  const daysLeft = daysBetween(today, next);
  return { last, next, daysLeft, state: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'fine' };
}

/** Missing while nothing is registered; stale while one was never checked, is overdue, or has a contract that has ended. */
function otherSystemsEvidence(session: Session, { systems }: Register): Evidence {
  const checks = systems.flatMap(({ check: { last } }) => (last === null ? [] : [last])).toSorted();
  const next = systems.flatMap(({ check: { next: day } }) => (day === null ? [] : [day])).toSorted();
  const isStale = systems.some(
    ({ check: { state }, contractEnded, password }) =>
      state === 'never' || state === 'overdue' || contractEnded || !isSafe(password),
  );
  const last = checks.at(-1);
  return {
    duty: 'other-systems',
    state: systems.length === 0 ? 'missing' : isStale ? 'stale' : 'there',
    at: last === undefined ? null : Math.min(startOfDay(last), session.clock.now()),
    dueOn: next[0] ?? null,
    count: systems.length,
  };
}

/** In the words of the pack, which is Chinese. */
const KINDS: Readonly<Record<OtherSystemKind, string>> = {
  parking: '停车系统',
  door: '门禁系统',
  payment: '缴费系统',
  video: '监控系统',
  'property-software': '物业软件',
  other: '其他系统',
  'guard-post': '门岗',
  phone: '工作手机',
  chat: '工作群',
  'visitor-book': '访客登记本',
};
const STATES: Readonly<Record<PasswordState, string>> = {
  changed: '密码已改，专人保管',
  default: '仍是出厂密码',
  shared: '密码几个人共用',
  locked: '专人保管，已上锁或加锁屏',
  open: '别人拿得到',
  unknown: '不清楚',
};

function otherSystemsPart({ systems }: Register): readonly Block[] {
  if (systems.length === 0) return [{ kind: 'paragraph', text: '尚未登记。' }];
  const kinds = OTHER_SYSTEM_KINDS.filter((kind) => systems.some((one) => one.kind === kind));
  return [
    {
      kind: 'table',
      caption: '其他系统和其他存放处',
      columns: ['类别', '名称', '有哪些资料', '厂家和合同', '谁管', '密码或保管', '上次检查'].map(
        (title, at) => ({ title, share: [2, 3, 3, 3, 2, 3, 2.6][at] ?? 1 }),
      ),
      rows: kinds.flatMap((kind) =>
        systems
          .filter((one) => one.kind === kind)
          .map((one) => [
            KINDS[kind],
            one.name,
            one.holds,
            [one.vendor, one.contract, one.contractEnds === null ? '' : `至 ${one.contractEnds}`]
              .filter((part) => part !== '')
              .join(' · '),
            one.holder,
            STATES[one.password],
            one.check.last ?? '未检查',
          ]),
      ),
    },
  ];
}
