/** Works at a vault as a screen does, by its routes alone, so that the practice vault holds nothing that the product could not have written. */
import type { KeychainItems, KeychainReading } from '../../../contract/host.ts';
import type { Role } from '../../../contract/fields.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { PRACTICE_PINS } from '../../../contract/practice/lists.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { Result } from '../../../contract/result.ts';
import { NO_LIMITS } from '../../../contract/limits/lists.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { KeychainWriter } from '../feature.ts';
import { type Vault, type VaultDependencies, startVault } from '../vault.ts';
import type { PastClock } from './past-clock.ts';
import { orNotFound } from '../store/rows.ts';

type Surroundings = Pick<VaultDependencies, 'vaultDir' | 'engine' | 'calibrate'> & {
  readonly clock: PastClock;
};

export interface PracticeDesk {
  readonly clock: PastClock;
  /** The reply; a failure is thrown as it is. */
  call<N extends RouteName>(route: N, request: RouteRequest<N>): Promise<RouteReply<N>>;
  /** Locks, and signs in as the first of that role. */
  signIn(role: Role): Promise<void>;
  proofOf(role: Role): Promise<RouteRequest<'session.unlock'>>;
  /** The one person whom this name finds. */
  find(name: string): Promise<PersonId>;
  open(name: string): Promise<MaskedPerson>;
  offerFile(fileId: FileId, path: string): void;
  close(): Promise<void>;
  /** Items that the keychain has to hold for the vault. */
  keychainItems(): KeychainItems;
}

/** A keychain in memory: the real one gets each item once, when all is done. */
class HeldKeychain implements KeychainWriter {
  readonly #deviceSecrets: Record<string, Uint8Array> = {};
  readonly #anchors: (Uint8Array | undefined)[] = [undefined, undefined];

  items(): KeychainItems {
    return {
      deviceSecrets: { ...this.#deviceSecrets },
      anchors: this.#anchors.filter((copy) => copy !== undefined),
    };
  }

  reading(): KeychainReading {
    const items = this.items();
    return Object.keys(items.deviceSecrets).length === 0
      ? { state: 'item-missing' }
      : { state: 'found', items };
  }

  async writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void> {
    this.#anchors[copy] = bytes.slice();
  }

  async writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void> {
    this.#deviceSecrets[secretId] = bytes.slice();
  }

  /** A practice vault has one desk. */
  async writeMailboxPassword(): Promise<void> {
    return undefined;
  }

  async deleteDeviceSecret(secretId: string): Promise<void> {
    delete this.#deviceSecrets[secretId];
  }
}

/** Errors of every call: AppError, those of its route. */
export async function openPracticeDesk(surroundings: Surroundings): Promise<PracticeDesk> {
  const keychain = new HeldKeychain();
  const start = (lastLock: VaultDependencies['lastLock']): Promise<Vault> =>
    startVault({
      ...surroundings,
      place: 'practice',
      // Weeks at the desk are lived in a minute.
      usualLimits: NO_LIMITS,
      keychain: keychain.reading(),
      keychainWriter: keychain,
      lastLock,
      emit: () => undefined,
      onDeskBoard: () => undefined,
      onSession: () => undefined,
      onLongWork: () => undefined,
      onCopied: () => undefined,
      onShared: () => undefined,
      lockMe: () => undefined,
    });
  let vault = await start(null);
  let signedIn = false;

  async function call<N extends RouteName>(route: N, request: RouteRequest<N>): Promise<RouteReply<N>> {
    const result = (await vault.handle(route, request)) as Result<RouteReply<N>>;
    if (!result.ok) throw new AppError(result.error.code, { ...result.error.details, route });
    return result.value;
  }
  async function proofOf(role: Role): Promise<RouteRequest<'session.unlock'>> {
    const { people } = await call('vault.status', {});
    const person = people.find((one) => one.role === role);
    if (person === undefined) throw new AppError('unknown-slot');
    return { slotId: person.slotId, pin: PRACTICE_PINS[role] };
  }
  async function find(name: string): Promise<PersonId> {
    const { groups } = await call('people.search', { text: name });
    const row = orNotFound(groups.flatMap(({ rows }) => rows)[0]);
    return row.personId;
  }
  return {
    clock: surroundings.clock,
    call,
    proofOf,
    find,
    open: async (name) => call('people.open', { personId: await find(name) }),
    async signIn(role) {
      const at = surroundings.clock.now();
      await vault.close();
      vault = await start(signedIn ? { why: 'key', at } : null);
      await call('session.unlock', await proofOf(role));
      signedIn = true;
    },
    offerFile: (fileId, path) => vault.offerFile(fileId, path),
    close: () => vault.close(),
    keychainItems: () => keychain.items(),
  };
}
