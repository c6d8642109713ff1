/** The inventory: what is held of whom, for what and by what right, and who can open it. */
import { ROLES, ROLE_TIERS, type Role, TIERS, type Tier } from '../../../contract/fields.ts';
import { type InventoryItemId, isSealedTier, tierOfItem } from '../../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView, PeopleLimit } from '../../../contract/inventory/routes.ts';
import { type InventoryLaw, inventorySourceOf, readInventoryLaw } from './inventory-law.ts';
import { type Grounds, lacksGrounds, readGrounds } from './read-grounds.ts';
import { untilChanged } from '../session/until-changed.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { type Held, countHeld, countPeople } from './count-held.ts';

/** Counts are kept until a record changes. Errors of both: those of the store and of `readGrounds`. */
export interface Inventory {
  readonly read: (session: Session) => Promise<InventoryView>;
  /** Without counting what is held where no line lacks anything: it is asked for again and again. */
  readonly due: (session: Session) => Promise<InventoryDue>;
}

/** Lines that are findings, and how the number of people stands to each limit. */
export interface InventoryDue {
  readonly findings: readonly InventoryItemId[];
  readonly limits: readonly PeopleLimit[];
}

/** One for a vault process. */
export function createInventory(): Inventory {
  const held = untilChanged(countHeld);
  const people = untilChanged(countPeople);
  const read = async (session: Session): Promise<InventoryView> => {
    const law = readInventoryLaw(session.lawFolder);
    const grounds = await readGrounds(session, session.store, law);
    return inventoryOf(session, law, grounds, await held(session));
  };
  return {
    read,
    due: async (session) => {
      const law = readInventoryLaw(session.lawFolder);
      const grounds = await readGrounds(session, session.store, law);
      const lines = grounds.some(lacksGrounds) ? (await read(session)).lines : [];
      return {
        findings: lines.flatMap(({ item, finding }) => (finding ? [item] : [])),
        limits: limitsOf(law, (await people(session)).people),
      };
    },
  };
}

/** Pure but for the names, which are the roster's. */
function inventoryOf(
  session: Pick<Session, 'roster'>,
  law: InventoryLaw,
  grounds: readonly Grounds[],
  held: Held,
): InventoryView {
  return {
    lines: grounds.map((line) => lineOf(session, line, held.of.get(line.item) ?? 0)),
    access: TIERS.map((tier) => ({ tier, ...accessTo(session, tier) })),
    people: { held: held.people, companies: held.companies },
    limits: limitsOf(law, held.people),
    law: inventorySourceOf(law),
  };
}

const lineOf = (
  session: Pick<Session, 'roster'>,
  { changed, purposes, bases, keptFor: _, ...line }: Grounds,
  count: number,
): InventoryLine => ({
  ...line,
  purposes: [...purposes],
  bases: [...bases],
  tier: tierOfItem(line.item),
  count,
  finding: count > 0 && lacksGrounds({ purposes, bases }),
  changed: changed === null ? null : { at: changed.at, by: nameOfStaff(session as Session, changed.by) },
});

/** Sealed tiers: the roles that hold a grant; others: whoever is signed in. */
function accessTo({ roster }: Pick<Session, 'roster'>, tier: Tier) {
  const roles: Role[] = ROLES.filter((role) => !isSealedTier(tier) || ROLE_TIERS[role].includes(tier));
  const names = [...roster.members.values()]
    .filter(({ role, suspended }) => roles.includes(role) && !suspended)
    .map(({ displayName }) => displayName);
  return { roles, names: [...new Set(names)].slice(0, 200) };
}

/** How a number of people stands to each limit. */
export const limitsOf = ({ limits }: Pick<InventoryLaw, 'limits'>, people: number): PeopleLimit[] =>
  limits.map(({ near, ...limit }) => ({
    ...limit,
    state: people >= limit.people ? 'reached' : people >= limit.people * near ? 'near' : 'below',
  }));
