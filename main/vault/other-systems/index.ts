/** The register of other systems: an admin keeps it, a supervisor reads it, and every change is an entry of the log in the same commit. */
import {
  CLAUSES,
  type OtherSystemKind,
  type PasswordState,
  isHolder,
  statesOf,
} from '../../../contract/other-systems/lists.ts';
import {
  type KeptAgreement,
  MAX_OTHER_SYSTEMS,
  type OtherSystemFacts,
} from '../../../contract/other-systems/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { defineFeature } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { type Register, readRegister, requireSystem } from './register.ts';
import { otherSystemsEvidence } from './evidence.ts';
import { otherSystemsPart } from './pack.ts';
import { countOf } from '../store/rows.ts';
import { commitAndRead } from '../session/commit.ts';
import { withAdmin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';

export const otherSystemsFeature = defineFeature(() => ({
  handlers: {
    'systems.list': (session) => readRegister(session, session.store),
    'systems.add': add,
    'systems.change': change,
    'systems.check': check,
    'systems.agreement': readAgreement,
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
  return commitAndRead(session, readRegister, async (tx) => {
    const there = await countOf(tx, sql`SELECT count(*) AS n FROM other_system`);
    if (there >= MAX_OTHER_SYSTEMS) throw new AppError('bad-request', { where: 'systems' });
    const systemId = await takeId(tx, 'other_system');
    await tx.run(sql`
      INSERT INTO other_system (id, kind, name, vendor, contract, contract_ends, holder, holds, password, checked_on, version)
      VALUES (${systemId}, ${kind}, ${name}, ${vendor}, ${contract}, ${contractEnds}, ${holder}, ${holds}, ${password}, NULL, 1)`);
    return [done('other-system-add', { system: systemId, kind, name, password })];
  });
}

/** Nothing is written where nothing differs. Errors: `invalid-value` as above, those of `requireSystem`. */
async function change(session: Session, request: RouteRequest<'systems.change'>): Promise<Register> {
  const next = checkFacts(request.system);
  const { kind, name, vendor, contract, contractEnds, holder, holds, password } = next;
  return commitAndRead(session, readRegister, async (tx) => {
    const was = await requireSystem(tx, request);
    const changed = (Object.keys(next) as (keyof OtherSystemFacts)[]).filter(
      (fact) => was[fact] !== next[fact],
    );
    if (changed.length === 0) return [];
    await tx.run(sql`
      UPDATE other_system SET kind = ${kind}, name = ${name}, vendor = ${vendor}, contract = ${contract}, contract_ends = ${contractEnds},
        holder = ${holder}, holds = ${holds}, password = ${password}, version = version + 1 WHERE id = ${was.systemId}`);
    return [done('other-system-change', { system: was.systemId, kind, name, changed, password })];
  });
}

/** This year's check, made today. Errors: those of `requireSystem`. */
async function check(session: Session, request: RouteRequest<'systems.check'>): Promise<Register> {
  const { password } = request;
  return commitAndRead(session, readRegister, async (tx) => {
    const { systemId, kind, name } = await requireSystem(tx, request);
    requireState(kind, password);
    await tx.run(sql`
      UPDATE other_system SET checked_on = ${dayOf(session.clock.now())}, password = ${password}, version = version + 1 WHERE id = ${systemId}`);
    return [done('other-system-check', { system: systemId, kind, name, password })];
  });
}

/**
 * What the agreement with the vendor settles, by whoever has read it. Errors: those of `withAdmin` and of `requireSystem`, `bad-request` {where: agreement}
 * for a holder, a processor's without its date, or clauses of who is none; `invalid-value` {field: from}.
 */
async function readAgreement(
  session: Session,
  request: RouteRequest<'systems.agreement'>,
): Promise<Register> {
  const { isProcessor, signedOn, clauses } = request.agreement;
  if (isProcessor ? signedOn === null : signedOn !== null || clauses.length > 0)
    throw new AppError('bad-request', { where: 'agreement' });
  checkDay('from', signedOn);
  return withAdmin(session, request.pin, (present) =>
    commitAndRead(session, readRegister, async (tx) => {
      const { systemId, kind, name, vendor, contract } = await requireSystem(tx, request);
      if (isHolder(kind)) throw new AppError('bad-request', { where: 'agreement' });
      const kept: KeptAgreement = {
        isProcessor,
        signedOn,
        clauses: CLAUSES.filter((one) => clauses.includes(one)),
        readOn: dayOf(session.clock.now()),
        readBy: session.signedIn.displayName,
        vendor,
        contract,
      };
      await tx.run(sql`
        UPDATE other_system SET agreement = ${JSON.stringify(kept)}, version = version + 1 WHERE id = ${systemId}`);
      const detail = { system: systemId, kind, name, isProcessor, clauses: kept.clauses };
      return [done('other-system-agreement', detail, { signedBy: present })];
    }),
  );
}

/** Errors: those of `requireSystem`. */
async function remove(session: Session, request: RouteRequest<'systems.remove'>): Promise<Register> {
  return commitAndRead(session, readRegister, async (tx) => {
    const { systemId, kind, name } = await requireSystem(tx, request);
    await tx.run(sql`DELETE FROM other_system WHERE id = ${systemId}`);
    return [done('other-system-remove', { system: systemId, kind, name })];
  });
}

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
