/** The vault in a process of its own, as main runs it, with a parent that plays main: for tests that kill it. */
import type { FileUse, KeychainReading } from '../../contract/host.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { systemClock } from '../../main/vault/clock.ts';
import { startVault } from '../../main/vault/vault.ts';
import { dumpLiveObjects } from './live-objects.ts';

export type ToChild =
  | {
      readonly type: 'start';
      readonly vaultDir: string;
      readonly engine: EngineName;
      readonly reading: KeychainReading;
    }
  | { readonly type: 'ask'; readonly id: number; readonly route: string; readonly payload: unknown }
  | { readonly type: 'file'; readonly fileId: string; readonly path: string; readonly use: FileUse }
  | { readonly type: 'written'; readonly id: number }
  /** Write all live objects of this process to a file. */
  | { readonly type: 'dump'; readonly path: string };

export type FromChild =
  | { readonly type: 'started' }
  | { readonly type: 'reply'; readonly id: number; readonly result: unknown }
  | { readonly type: 'event'; readonly event: string; readonly payload: unknown }
  | { readonly type: 'dumped' }
  | { readonly type: 'write-anchor'; readonly id: number; readonly copy: 0 | 1; readonly bytes: Uint8Array }
  | {
      readonly type: 'write-device-secret';
      readonly id: number;
      readonly secretId: string;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'delete-device-secret'; readonly id: number; readonly secretId: string };

type KeychainWrite = Extract<
  FromChild,
  { readonly id: number; readonly type: `${'write' | 'delete'}-${string}` }
>;

const tell = (message: FromChild): void => void process.send?.(message);
const writes = new Map<number, () => void>();
let vault: Awaited<ReturnType<typeof startVault>> | undefined;
let lastWrite = 0;

process.on('message', (message: ToChild) => {
  if (message.type === 'start') void start(message);
  else if (message.type === 'ask')
    void vault
      ?.handle(message.route, message.payload)
      .then((result) => tell({ type: 'reply', id: message.id, result }));
  else if (message.type === 'file') vault?.offerFile(message.fileId, message.path, message.use);
  else if (message.type === 'dump') void dumpLiveObjects(message.path).then(() => tell({ type: 'dumped' }));
  else finishWrite(message.id);
});

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

async function start(message: Extract<ToChild, { type: 'start' }>): Promise<void> {
  vault = await startVault({
    vaultDir: message.vaultDir,
    engine: message.engine,
    keychain: message.reading,
    lastLock: null,
    clock: systemClock,
    keychainWriter: {
      writeAnchor: (copy, bytes) => ask((id) => ({ type: 'write-anchor', id, copy, bytes })),
      writeDeviceSecret: (secretId, bytes) =>
        ask((id) => ({ type: 'write-device-secret', id, secretId, bytes })),
      deleteDeviceSecret: (secretId) => ask((id) => ({ type: 'delete-device-secret', id, secretId })),
    },
    emit: (event, payload) => tell({ type: 'event', event, payload }),
    onDeskBoard: () => undefined,
    onSession: () => undefined,
    onLongWork: () => undefined,
    lockMe: () => undefined,
  });
  tell({ type: 'started' });
}
