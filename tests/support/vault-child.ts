/** The vault in a process of its own, as main runs it, with a parent that plays main: for tests that kill it. */
import { flushCompileCache } from 'node:module';
import type { FileUse, KeychainReading } from '../../contract/host.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { systemClock } from '../../main/vault/clock.ts';
import { ARGON2_FLOOR } from '../../main/vault/crypto/kdf.ts';
import { startVault } from '../../main/vault/vault.ts';
import { dumpLiveObjects } from './live-objects.ts';
import { NO_LIMITS } from '../../contract/limits/lists.ts';
import { rememberPins } from './memoised-argon2.ts';
import { scannersHere } from './scanners-here.ts';
import { signFileNames, signStatements, waitForStep } from './vault-signs.ts';

export type ToChild =
  | {
      readonly type: 'start';
      readonly vaultDir: string;
      readonly engine: EngineName;
      readonly reading: KeychainReading;
      /** Each sign waits for a byte on STEP_FD. */
      readonly stepwise: boolean;
    }
  | { readonly type: 'ask'; readonly id: number; readonly route: string; readonly payload: unknown }
  | { readonly type: 'file'; readonly fileId: string; readonly path: string; readonly use: FileUse }
  | { readonly type: 'written'; readonly id: number }
  /** Write all live objects of this process to a file. */
  | { readonly type: 'dump'; readonly path: string };

/** A step of the work that can be seen from outside. Where `done` is false it is about to be made. */
export type VaultSign =
  | { readonly type: 'event'; readonly event: string; readonly payload: unknown }
  /** Of a file or folder made or renamed in the vault's folder, as a path within it. */
  | { readonly type: 'name'; readonly name: string; readonly done: boolean }
  /** `BEGIN IMMEDIATE`, `COMMIT`, or a statement that writes, the first time that it is prepared. */
  | { readonly type: 'sql'; readonly text: string; readonly done: boolean }
  | { readonly type: 'replying' };

export type KeychainWrite =
  | { readonly type: 'write-anchor'; readonly id: number; readonly copy: 0 | 1; readonly bytes: Uint8Array }
  | {
      readonly type: 'write-device-secret';
      readonly id: number;
      readonly secretId: string;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'delete-device-secret'; readonly id: number; readonly secretId: string };

export type FromChild =
  | { readonly type: 'started' }
  | { readonly type: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly type: 'dumped' }
  | VaultSign
  | KeychainWrite;

/** The folder of documents that a sweep looks into; without it there is no scanner. */
const SWEPT = process.env['RV_SWEPT_DOCUMENTS'];
/** The folder of what was computed for PINs before, in this process and in others; without it each costs what it does. */
const KNOWN_PINS = process.env['RV_KNOWN_PINS'];

const tell = (message: FromChild): void => void process.send?.(message);
const writes = new Map<number, () => void>();
let vault: Awaited<ReturnType<typeof startVault>> | undefined;
let lastWrite = 0;

process.on('message', (message: ToChild) => {
  if (message.type === 'start') void start(message);
  else if (message.type === 'ask') void answer(message);
  else if (message.type === 'file') vault?.offerFile(message.fileId, message.path, message.use);
  else if (message.type === 'dump') void dumpLiveObjects(message.path).then(() => tell({ type: 'dumped' }));
  else finishWrite(message.id);
});

// Whoever drives it has ended, and would have killed it.
process.on('disconnect', () => process.exit());

let sign: (sign: VaultSign) => void = tell;

async function answer({ id, route, payload }: Extract<ToChild, { type: 'ask' }>): Promise<void> {
  const result = await vault?.handle(route, payload);
  sign({ type: 'replying' });
  tell({ type: 'reply', id, result });
}

function finishWrite(id: number): void {
  writes.get(id)?.();
  writes.delete(id);
}

/** Asks who drives this process, who answers when it is written. */
function ask(message: (id: number) => KeychainWrite): Promise<void> {
  return new Promise((resolve) => {
    const id = ++lastWrite;
    writes.set(id, resolve);
    tell(message(id));
  });
}

async function start({
  vaultDir,
  engine,
  reading,
  stepwise,
}: Extract<ToChild, { type: 'start' }>): Promise<void> {
  if (KNOWN_PINS !== undefined) rememberPins(KNOWN_PINS);
  if (stepwise) {
    sign = (step) => {
      tell(step);
      waitForStep();
    };
    signFileNames(vaultDir, sign);
    signStatements(engine, sign);
  }
  vault = await startVault({
    vaultDir,
    engine,
    keychain: reading,
    lastLock: null,
    clock: systemClock,
    calibrate: async () => ARGON2_FLOOR,
    usualLimits: NO_LIMITS,
    usualGraceDays: null,
    usualIdNumbers: 'consent',
    keychainWriter: {
      writeAnchor: (copy, bytes) => ask((id) => ({ type: 'write-anchor', id, copy, bytes })),
      writeDeviceSecret: (secretId, bytes) =>
        ask((id) => ({ type: 'write-device-secret', id, secretId, bytes })),
      writeMailboxPassword: () => Promise.resolve(),
      deleteDeviceSecret: (secretId) => ask((id) => ({ type: 'delete-device-secret', id, secretId })),
    },
    ...(SWEPT === undefined ? {} : { scanners: scannersHere({ documents: SWEPT }) }),
    emit: (event, payload) => sign({ type: 'event', event, payload }),
    onDeskBoard: () => undefined,
    onSession: () => undefined,
    onLongWork: () => undefined,
    onCopied: () => undefined,
    onShared: () => undefined,
    lockMe: () => undefined,
  });
  // Killed, it writes no cache at its end.
  flushCompileCache();
  tell({ type: 'started' });
}
