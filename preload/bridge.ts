/** The one object that a page gets: a method for each route, a subscription for each event, and no way to name a channel. */
import { type IpcRendererEvent, contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_KEY, type Bridge, type Unsubscribe } from '../contract/bridge.ts';
import { KNOWN_CHANNEL, PORT_CHANNEL, SHELL_CHANNEL_PREFIX, SHELL_EVENT_PREFIX } from '../contract/port.ts';
import { type Result, fail } from '../contract/result.ts';
import {
  PAGE_SHELL_ROUTE_NAMES,
  ROUTE_NAMES,
  SHELL_EVENT_NAMES,
  type ShellEventName,
  type ShellRouteName,
  VAULT_EVENT_NAMES,
} from '../contract/route-names.ts';
import { watchActivity, watchLockKey } from './activity.ts';
import { type Port, createVaultLine } from './vault-line.ts';

const line = createVaultLine();

/** Main knows this page from here on; nothing else is sent before. */
const known: Promise<unknown> = ipcRenderer.invoke(KNOWN_CHANNEL);

const invoke = (name: ShellRouteName, payload: unknown): Promise<Result<unknown>> =>
  known
    .then(() => ipcRenderer.invoke(SHELL_CHANNEL_PREFIX + name, payload))
    .then(
      (result: Result<unknown>) => result,
      () => fail('internal'),
    );

/** Requests that every page sends first, sent while its scripts are still being read; each answer is given once. */
const ahead = new Map<ShellRouteName, Promise<Result<unknown>>>(
  (['readSettings', 'appInfo'] as const).map((name) => [name, invoke(name, {})]),
);

function askShell(name: ShellRouteName, payload: unknown): Promise<Result<unknown>> {
  const asked = ahead.get(name);
  ahead.delete(name);
  return asked ?? invoke(name, payload);
}

function listenToShell(name: ShellEventName, listener: (payload: unknown) => void): Unsubscribe {
  const hear = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(SHELL_EVENT_PREFIX + name, hear);
  return () => {
    ipcRenderer.removeListener(SHELL_EVENT_PREFIX + name, hear);
  };
}

/** One property a name, fixed here: the page calls what is in the list or nothing. */
function perName<N extends string, M>(names: readonly N[], make: (name: N) => M): Readonly<Record<N, M>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, M>;
}

const bridge = {
  vault: perName(ROUTE_NAMES, (name) => (request: unknown) => line.ask(name, request)),
  shell: perName(PAGE_SHELL_ROUTE_NAMES, (name) => (request: unknown) => askShell(name, request)),
  onVault: perName(
    VAULT_EVENT_NAMES,
    (name) => (listener: (payload: unknown) => void) => line.listen(name, listener),
  ),
  onShell: perName(
    SHELL_EVENT_NAMES,
    (name) => (listener: (payload: unknown) => void) => listenToShell(name, listener),
  ),
};

ipcRenderer.once(PORT_CHANNEL, (event) => {
  const port = event.ports[0];
  if (port !== undefined) line.connect(port as Port);
});
void known.then(() => ipcRenderer.send(PORT_CHANNEL));

watchLockKey(window, () => void askShell('lock', {}));
watchActivity(
  window,
  () => performance.now(),
  () => void askShell('activity', {}),
);

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge as Bridge);
