/** From the lock screen to a session: the routes that the first screen needs, loaded before anything else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../../contract/fields.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { RecordPlace, Unentered } from '../backup/update-record.ts';
import type { HandlersOf, VaultContext } from '../feature.ts';
import { type Header, UPDATE_RECORD_FILE, dropPreviousHeader } from '../keys/header.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import { AppError } from '../app-error.ts';
import { createTurns } from '../long-work/turns.ts';
import { createAuditLog } from '../log/audit-log.ts';
import { isRotating } from '../session/refusals.ts';
import { createSearchLog } from '../session/search-log.ts';
import { type Session, logAlone } from '../session/session.ts';
import { describeStatus, provedVault } from '../session/vault-state.ts';
import { slotOf } from '../session/with-slots.ts';
import type { DeskLink } from '../link/desk-link.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { acknowledge } from './acknowledge.ts';
import { unlock } from './unlock.ts';

/** Until what could not be entered is tried again, in milliseconds. */
const RETRY_MS = 1000;

/** Whose session it is, kept by the vault. */
interface SessionHolder {
  current(): Session | null;
  /** From now on requests are made in it. */
  begin(session: Session, link: DeskLink | null): void;
  readonly lock: Session['effects']['lock'];
}

const SIGN_IN_ROUTES = ['vault.status', 'session.unlock', 'session.alarms', 'session.acknowledge'] as const;
export type SignInRoute = (typeof SIGN_IN_ROUTES)[number];
export const isSignInRoute = (name: RouteName): name is SignInRoute =>
  SIGN_IN_ROUTES.some((route) => route === name);

export const createSignInHandlers = (
  context: VaultContext,
  sessions: SessionHolder,
): HandlersOf<SignInRoute> => {
  const turns = createTurns();
  const before: DoneBefore = { unentered: null };
  return {
    'vault.status': async () => describeStatus(context.state.current(), sessions.current()),
    'session.unlock': (request) => turns.take(() => signIn(context, sessions, before, request)),
    'session.alarms': async ({ alarms }) => ({ alarms: [...alarms] }),
    'session.acknowledge': (session, request) =>
      acknowledge(session, context.lastLock, before.unentered, request),
  };
};

/** What of the store was done before anybody was signed in to it; with an alarm it is entered with the acknowledgment. */
interface DoneBefore {
  unentered: Unentered | null;
}

/** One at a time: two sessions would write two logs on one anchor. Errors: `no-vault`, `not-allowed` (somebody came in meanwhile); those of `unlock`. */
async function signIn(
  context: VaultContext,
  sessions: SessionHolder,
  before: DoneBefore,
  request: RouteRequest<'session.unlock'>,
): Promise<RouteReply<'session.unlock'>> {
  const { vaultDir, state, clock, lastLock, drafts, usualLimits, usualIdNumbers, lawFolder } = context;
  if (sessions.current() !== null) throw new AppError('not-allowed');
  const { header, deviceSecret, anchor, limiter } = provedVault(state);
  // Not within what lives as long as the session, which would keep the request and its PIN.
  const { role } = slotOf(header, request);
  let link: DeskLink | null = null;
  const { session, wrongTries } = await unlock(
    {
      header,
      deviceSecret,
      anchor,
      limiter,
      clock,
      lastLock,
      drafts,
      ...(usualLimits === undefined ? {} : { usualLimits }),
      ...(usualIdNumbers === undefined ? {} : { usualIdNumbers }),
      ...(lawFolder === undefined ? {} : { lawFolder }),
      searchLog: createSearchLog((entry) => enterSettledSearch(sessions, entry)),
      log: createAuditLog({ anchor, clock }),
      effects: {
        vaultDir,
        headerChanged: (changed) => state.replace({ ...provedVault(state), header: changed }),
        followKeys,
        followRoster,
        lock: sessions.lock,
      },
      openStore: async (key, roots) => {
        const inForce = (): Uint8Array => sessions.current()?.deviceSecret ?? deviceSecret;
        const opened = await openLinked(context, { header, deviceSecret: inForce, roots, role, before }, key);
        link = opened.link;
        return opened.store;
      },
      unentered: () => before.unentered,
    },
    request,
  );
  sessions.begin(session, link);
  // Nobody waits for it: one that stays is dropped by the next sign-in.
  if (!session.readOnly) void dropPreviousHeader(vaultDir).catch(() => undefined);
  return { signedIn: session.signedIn, wrongTries, alarms: [...session.alarms] };
}

/** Where there are several desks alone is anything of theirs loaded. */
const followKeys: Session['effects']['followKeys'] = async (place, by) =>
  place.header.link === undefined
    ? place.header
    : (await import('../link/follow-slots.ts')).followSlots(place, by);

const followRoster: Session['effects']['followRoster'] = async (session) =>
  (await import('../key-change/follow-roster.ts')).followRoster(session);

/** The store, and where there are several desks its link: what they have done meanwhile is there before anybody is. */
async function openLinked(
  { vaultDir, engine, clock, carrier, emit }: VaultContext,
  {
    header,
    deviceSecret,
    roots,
    role,
    before,
  }: {
    readonly header: Header;
    /** The one in force, which a rotation in the session changes. */
    readonly deviceSecret: () => Uint8Array;
    readonly roots: Roots;
    readonly role: Role;
    readonly before: DoneBefore;
  },
  key: Uint8Array,
): Promise<{ readonly store: Store; readonly link: DeskLink | null }> {
  const path = join(vaultDir, header.storeFile);
  const store = await openStore({
    path,
    key,
    create: false,
    engine: engine(),
    // Loaded where a newer version opens the store for the first time alone.
    beforeMigrating: async (older) => {
      const { keepBeforeUpdate } = await import('../backup/before-update.ts');
      await keepBeforeUpdate(
        { vaultDir, header, roots, deviceSecret: deviceSecret(), clock, store: older, storeKey: key },
        engine(),
        (progress) => emit('backup.progress', progress),
      );
    },
  });
  before.unentered = await findUnentered({ vaultDir, header, storeKey: key });
  if (header.link === undefined) return { store, link: null };
  try {
    const [{ openLink }, { requireContact }] = await Promise.all([
      import('../link/desk-link.ts'),
      import('../link/long-away.ts'),
    ]);
    const link = await openLink({ vaultDir, header, roots, deviceSecret, store, clock, carrier });
    await link.takeIn();
    await requireContact(store, { desk: header.desk, role }, { carrier, clock });
    return { store: link.store, link };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Loaded where there is anything to find, which is after an update alone. */
const findUnentered = async (place: RecordPlace): Promise<Unentered | null> =>
  existsSync(join(place.vaultDir, UPDATE_RECORD_FILE))
    ? (await import('../backup/update-record.ts')).unenteredOf(place)
    : null;

async function enterSettledSearch(
  sessions: SessionHolder,
  entry: Parameters<typeof logAlone>[1],
): Promise<void> {
  if (sessions.current()?.readOnly === false) await enterSearch(sessions, entry);
}

/** Enters a search that was made while a key is rotated, as soon as the store takes entries again. */
async function enterSearch(sessions: SessionHolder, entry: Parameters<typeof logAlone>[1]): Promise<void> {
  const session = sessions.current();
  if (session === null) return;
  await logAlone(session, entry).catch((error: unknown) => {
    if (isRotating(error)) setTimeout(() => void enterSearch(sessions, entry), RETRY_MS).unref();
    else sessions.lock('log-unavailable');
  });
}
