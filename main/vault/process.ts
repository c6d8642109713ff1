/** Entry of the vault process: gives the vault its port to the screen and its line to main, and nothing more. */
import { dirname, join } from 'node:path';
import {
  type EventFrame,
  GIVE_PAPER,
  HELLO,
  HELLO_ANSWER,
  type ReplyFrame,
  requestFrameSchema,
} from '../../contract/port.ts';
import type { HostToVault, MakingProgress, VaultToHost } from '../../contract/host.ts';
import type { PaperKind, PaperWithMark } from '../../contract/paper.ts';
import { endAtRejection } from '../files/end-at-rejection.ts';
import { guardNativeModules } from '../files/native-modules.ts';
import { runningProgram } from '../files/updates/running-program.ts';
import { AppError } from './app-error.ts';
import { systemClock } from './clock.ts';
import { createCarrierHost } from './carrier-host.ts';
import { createComputerHost } from './computer-host.ts';
import type { KeychainWriter } from './feature.ts';
import { createScannerHost } from './scanner-host.ts';
import { loadNative } from './load-native.ts';
import { type Vault, startVault } from './vault.ts';

endAtRejection();
const programRoot = join(__dirname, '..', '..');
guardNativeModules(programRoot);

/** The two ends that Electron gives a utility process; described here so that the vault does not import Electron. */
interface MessageEventLike {
  readonly data: unknown;
  readonly ports: readonly PortLike[];
}
interface PortLike {
  on(event: 'message', listener: (event: MessageEventLike) => void): void;
  postMessage(message: unknown): void;
  start?(): void;
  close?(): void;
}

const parentPort = (process as unknown as { readonly parentPort: PortLike }).parentPort;
const tellHost = (message: VaultToHost): void => parentPort.postMessage(message);

/** Starts the vault. Requests that arrive before main has said where it lies wait for this: a keychain may take its time, or ask for its password first. */
let begin: (starting: Promise<Vault>) => void = () => undefined;
const vault = new Promise<Vault>((resolve) => {
  begin = resolve;
});
let screen: PortLike | undefined;
const keychainWrites = new Map<number, (done: boolean) => void>();
let lastWrite = 0;

const keychainWriter: KeychainWriter = {
  writeAnchor: (copy, bytes) => askKeychain((id) => ({ type: 'write-anchor', id, copy, bytes })),
  writeDeviceSecret: (secretId, bytes) =>
    askKeychain((id) => ({ type: 'write-device-secret', id, secretId, bytes })),
  writeMailboxPassword: (password) => askKeychain((id) => ({ type: 'write-mailbox-password', id, password })),
  deleteDeviceSecret: (secretId) => askKeychain((id) => ({ type: 'delete-device-secret', id, secretId })),
};

const scannerHost = createScannerHost(tellHost);
const computerHost = createComputerHost(tellHost);
const carrierHost = createCarrierHost(tellHost);

parentPort.on('message', (event) => {
  const message = event.data as HostToVault;
  if (message.type === 'start') begin(start(message));
  else if (message.type === 'port') serveScreen(event.ports[0]);
  else if (message.type === 'paper') servePaper(event.ports[0], message.paper);
  else if (message.type === 'file')
    void vault.then((open) => open.offerFile(message.fileId, message.path, message.use));
  else if (message.type === 'scanner' || message.type === 'scanner-ended')
    scannerHost.hear(message, event.ports[0]);
  else if (message.type === 'computer-readings') computerHost.hear(message);
  else if (message.type === 'carrier') carrierHost.hear(message.state);
  else if (message.type === 'refused') void vault.then((open) => open.noteRefusal(message.kind));
  else finishKeychainWrite(message.id, message.ok);
});
tellHost({ type: 'ready', hardened: hardenProcess() });

/** Before anything secret is in it. Whether everything was done that the system offers: see `main/native/harden-process.c`. */
function hardenProcess(): boolean {
  try {
    return loadNative(join(__dirname, '..', 'native', 'harden-process.node')) === true;
  } catch {
    return false;
  }
}

function start(message: Extract<HostToVault, { type: 'start' }>): Promise<Vault> {
  if (message.make) return makeAlone(message);
  return startVault({
    vaultDir: message.vaultDir,
    place: message.place,
    engine: message.engine,
    keychain: message.keychain,
    lastLock: message.lastLock,
    drafts: message.drafts,
    clock: systemClock,
    keychainWriter,
    scanners: scannerHost.scanners,
    computer: computerHost.computer,
    carrier: carrierHost.line,
    program: () => runningProgram(programRoot, dirname(message.vaultDir)),
    onLink: (settings) => carrierHost.use(settings),
    emit: (event, payload) => screen?.postMessage({ event, payload } satisfies EventFrame),
    onDeskBoard: (board) => tellHost({ type: 'desk-board', board }),
    onDrafts: (drafts) => tellHost({ type: 'drafts', drafts }),
    onSession: (unlocked) => tellHost({ type: 'session', unlocked }),
    onLongWork: (running) => tellHost({ type: 'long-work', running }),
    onShared: (shared) => tellHost({ type: 'screen-shared', shared }),
    onCopied: () => tellHost({ type: 'copied' }),
    lockMe: (why) => tellHost({ type: 'lock-me', why }),
  });
}

/** This process has had every key of the vault that it makes, so that it answers nobody: main ends it and starts another. */
async function makeAlone({ vaultDir, engine }: Extract<HostToVault, { type: 'start' }>): Promise<never> {
  const { makePracticeVault } = await import('./practice/make-practice-vault.ts');
  const tell = (progress: MakingProgress): void => tellHost({ type: 'practice-making', progress });
  await makePracticeVault({ vaultDir, engine, clock: systemClock, keychainWriter, tell }).catch(
    (error: unknown) =>
      tell({ done: 0, total: 1, failure: error instanceof AppError ? error.code : 'internal' }),
  );
  return new Promise<never>(() => undefined);
}

/** Main writes to the keychain; the promise settles when it has. */
function askKeychain(message: (id: number) => VaultToHost): Promise<void> {
  const id = ++lastWrite;
  return new Promise((resolve, reject) => {
    keychainWrites.set(id, (done) => (done ? resolve() : reject(new AppError('keychain-write-failed'))));
    tellHost(message(id));
  });
}

function finishKeychainWrite(id: number, done: boolean): void {
  keychainWrites.get(id)?.(done);
  keychainWrites.delete(id);
}

/** One screen at a time; a port that comes later takes the place of the one before. */
function serveScreen(port: PortLike | undefined): void {
  if (port === undefined) return;
  screen?.close?.();
  screen = port;
  port.on('message', (event) => void answerFrame(port, event.data));
  port.start?.();
}

/** The port of a page that is printed has no route behind it. */
function servePaper(port: PortLike | undefined, kind: PaperKind): void {
  if (port === undefined) return;
  port.on('message', ({ data }) => {
    if (data === HELLO) port.postMessage(HELLO_ANSWER);
    else if (data === GIVE_PAPER) void vault.then((open) => giveVia(port, open, kind));
  });
  port.start?.();
}

async function giveVia(port: PortLike, open: Vault, kind: PaperKind): Promise<void> {
  const paper = await open.paper(kind);
  // Without its mark nothing is printed.
  const given: PaperWithMark = await open
    .paperMark()
    .then((mark) => ({ paper, mark }))
    .catch(() => ({ paper: null, mark: null }));
  port.postMessage(given);
}

async function answerFrame(port: PortLike, data: unknown): Promise<void> {
  if (data === HELLO) return port.postMessage(HELLO_ANSWER);
  const frame = requestFrameSchema.safeParse(data);
  const open = await vault;
  if (!frame.success) return void open.noteRefusal('port-frame');
  const result = await open.handle(frame.data.route, frame.data.payload);
  port.postMessage({ id: frame.data.id, result } satisfies ReplyFrame);
}
