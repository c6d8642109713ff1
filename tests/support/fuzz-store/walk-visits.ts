/**
 * What is asked after the day of the walk, some of it for each seed: every route that the day itself does not ask, as the tests that go over every
 * feature ask it, and now and then with something else in the place of an argument before that.
 */
import fc from 'fast-check';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { ROUTE_NAMES, type RouteArea, type RouteName } from '../../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { isFullRun } from '../full-run.ts';
import { mayCall } from '../may-call.ts';
import { VISITS, type Walk } from '../route-walk.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';
import { words } from '../words.ts';

/** Who is signed in last, and asks the rest. */
export type LastRole = Extract<Role, 'supervisor' | 'admin'>;

/** They make a document in a thread, a second of it each: asked by the thousand seeds of the full run. */
export const DOCUMENTS: ReadonlySet<RouteName> = new Set<RouteName>([
  'inventory.give', 'consent.form', 'papers.record', 'print.preview', 'print.order', 'disclosures.ownCopy',
  'disclosures.extract', 'disclosures.roster', 'disclosures.note', 'evidence.makePack', 'procedures.give',
  'requests.letter', 'incidents.giveNotice', 'incidents.file', 'rectification.answer', 'forms.give', 'walks.print',
  'trace.caseFile', 'keys.rotateTierKeys',
]); // prettier-ignore

/** What the walks of `walk-replacing.ts` ask, which cannot be asked in the midst of a day: they end it, or change what it is judged by. */
const OF_THEIR_OWN_WALK: ReadonlySet<RouteName> = new Set<RouteName>([
  'setup.checkPin', 'setup.begin', 'setup.finish', 'setup.cancel', 'recovery.look', 'recovery.checkLine',
  'recovery.begin', 'recovery.checkPin', 'recovery.prepare', 'recovery.finish', 'recovery.cancel',
  'recovery.findBackups', 'recovery.stageBackup', 'recovery.usePreviousHeader', 'repair.find', 'repair.restore',
  'session.acknowledge', 'people.searchNext', 'backup.restore', 'inspection.begin', 'inspection.end', 'inspection.print',
  'papers.stateNone', 'incidents.stateNone', 'requests.erase', 'requests.restrict', 'requests.lift', 'requests.withdrawConsent', 'retention.destroyBackups', 'retention.setRules', 'retention.erase', 'retention.eraseIds', 'idNumbers.decide',
  'retention.eraseRecords', 'retention.check', 'retention.certificate', 'retention.recall', 'retention.endRecall', 'estateTransfer.make', 'estateTransfer.confirm',
  'estateTransfer.erase', 'second.open', 'alerts.explain', 'losses.seen', 'theft.begin', 'theft.shutOut', 'theft.end',
  'policy.change', 'policy.cancel', 'keys.rotateStoreKey', 'keys.drawKeeper', 'keys.beginEstate', 'keys.inviteDesk', 'keys.admitDesk', 'keys.endDesk', 'join.begin', 'join.read', 'join.finish', 'join.cancel', 'scope.open', 'staff.rename', 'staff.link', 'staff.remove',
  'import.open', 'import.sheet', 'import.preview', 'import.apply', 'import.cancel', 'import.forgetLayout',
  'import.saveRejects', 'import.dispose',
]); // prettier-ignore

const isLeftToOthers = (route: RouteName): boolean =>
  OF_THEIR_OWN_WALK.has(route) || (!isFullRun && DOCUMENTS.has(route));

/** What each of the two asks: an admin what a supervisor may not. `asked`: by the day itself. */
export function routesOf(role: LastRole, asked: ReadonlySet<RouteName>): readonly RouteName[] {
  return ROUTE_NAMES.filter(
    (route) =>
      !asked.has(route) &&
      !isLeftToOthers(route) &&
      mayCall(route, role) &&
      (role === 'supervisor' || !mayCall(route, 'supervisor')),
  );
}

/** An admin has fewer. */
export const lastRoleOf = (seed: number): LastRole => (seed % 4 === 0 ? 'admin' : 'supervisor');

const EACH = 5;

/** The next of the routes, from where the seed before has ended, and those that read what the table belongs to. */
export function visitsOf(
  seed: number,
  table: string | null,
  asked: ReadonlySet<RouteName>,
): readonly RouteName[] {
  const role = lastRoleOf(seed);
  const routes = routesOf(role, asked);
  const turn = role === 'admin' ? seed / 4 : seed - Math.ceil(seed / 4);
  const next = Array.from({ length: EACH }, (_, at) => routes[(turn * EACH + at) % routes.length]!);
  const areas = AREAS.filter(([begins]) => table?.startsWith(begins) === true).map(([, area]) => area);
  const readers = ROUTE_NAMES.filter(
    (route) =>
      areas.some((area) => route.startsWith(`${area}.`)) &&
      /\.(list|read|due|own|ledger|summary)$/.test(route) &&
      mayCall(route, role) &&
      !asked.has(route),
  );
  return [...new Set([...readers, ...next])];
}

/** Which routes read a table, by how its name begins. */
const AREAS: readonly (readonly [string, RouteArea])[] = [
  ['paper', 'papers'],
  ['attachment', 'papers'],
  ['attachment', 'rectification'],
  ['subject_request', 'requests'],
  ['incident', 'incidents'],
  ['procedure', 'procedures'],
  ['form', 'forms'],
  ['consent', 'consent'],
  ['posting', 'consent'],
  ['disclosure', 'disclosures'],
  ['sweep', 'sweep'],
  ['disposal', 'disposals'],
  ['walk', 'walks'],
  ['rectification', 'rectification'],
  ['police', 'rectification'],
  ['inventory', 'inventory'],
  ['computer', 'computer'],
  ['estate_transfer', 'estateTransfer'],
  ['erasure', 'retention'],
  ['hold', 'retention'],
  ['retention', 'retention'],
];

/** Asks, and keeps what became of it; null where it was refused. `opened`: what it asked to see, with a PIN. */
type KeepAsked = <N extends RouteName>(
  route: N,
  request: RouteRequest<N>,
  opened: boolean,
) => Promise<RouteReply<N> | null>;

interface Visiting {
  readonly desk: VaultHarness;
  readonly role: LastRole;
  readonly personId: PersonId;
  readonly advance: (ms: number) => void;
  /** 0 asks with valid arguments alone. */
  readonly seed: number;
  readonly keep: KeepAsked;
}

/** A visit was refused something, and goes no further. */
class Refused extends Error {}

/** Whether it was answered whatever it asked. */
export async function visit(route: RouteName, visiting: Visiting): Promise<boolean> {
  const { desk, role, personId, advance, seed, keep } = visiting;
  const walk: Walk = {
    desk,
    role,
    pin: PINS[role],
    personId,
    advance,
    async ask(name, request, opened = []) {
      // What another argument changes may stand in the way of the valid one.
      if (seed > 0) {
        const other = spoil(request, seed + name.length);
        if (other !== null) await keep(name, other, opened.length > 0);
      }
      const reply = await keep(name, request, opened.length > 0);
      if (reply === null) throw new Refused();
      return reply;
    },
    elsewhere: () => Promise.reject(new Refused()),
  };
  try {
    await VISITS[route](walk);
    return true;
  } catch {
    // Visits ask the desk itself, too, whose refusals are errors; what is judged is what was kept.
    return false;
  }
}

const HOSTILE: readonly unknown[] = [
  null, '', ' ', '__proto__', '\u202e', 'a\u0000b', '../../loot.json', `'; DROP TABLE log_entry; --`, '9999-12-31', '2026-02-30',
  -1, 0, 0.5, 2 ** 31, 2 ** 53 - 1, 2 ** 53, Number.MAX_VALUE, true, [], [null], {}, { constructor: 1 }, 'x'.repeat(5_000),
]; // prettier-ignore

/** One time in three, the same request with something else in the place of one of its arguments; null else. */
function spoil<N extends RouteName>(request: RouteRequest<N>, seed: number): RouteRequest<N> | null {
  const keys = Object.keys(request);
  const [isSpoilt, key, value] = fc.sample(
    fc.tuple(fc.nat(2), fc.nat(Math.max(0, keys.length - 1)), fc.constantFrom(...HOSTILE)),
    { seed, numRuns: 1 },
  )[0]!;
  // A guess at a PIN is counted, and would shut the door.
  if (isSpoilt > 0 || keys.length === 0 || SECRETS.has(keys[key]!)) return null;
  return { ...request, [keys[key]!]: value };
}
const SECRETS: ReadonlySet<string> = new Set(
  words('pin supervisor other witness cosigner approver second newPin'),
);
