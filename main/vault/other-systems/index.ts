/** The register of other systems: an admin keeps it, a supervisor reads it, and every change is an entry of the log in the same commit. */
import type { LogAction, LogDetail } from '../../../contract/log/entries.ts';
import {
  type OtherSystemKind,
  type PasswordState,
  isHolder,
  statesOf,
} from '../../../contract/other-systems/lists.ts';
import { MAX_OTHER_SYSTEMS, type OtherSystemFacts } from '../../../contract/other-systems/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { defineFeature } from '../feature.ts';
import { type Session, entryOf } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { type Register, readRegister, requireRow } from './register.ts';
import { otherSystemsEvidence } from './evidence.ts';
import { otherSystemsPart } from './pack.ts';

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
