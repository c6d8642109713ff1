/** Where the vault stands, who is signed in, and how the screen is set. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../contract/bridge.ts';
import type { Failure } from '../contract/result.ts';
import type { Settings, ShellReply, ShellRequest } from '../contract/shell/routes.ts';
import type { Alarm } from '../contract/sign-in/alarms.ts';
import { USUAL_SETTINGS } from '../contract/shell/settings.ts';
import type { VaultStatus } from '../contract/sign-in/views.ts';

export interface AppState {
  readonly status: VaultStatus | null;
  /** When `status` was heard, by the monotonic clock in milliseconds: its waits count from then. */
  readonly heardAt: number;
  /** The vault could not even be asked. */
  readonly unreachable: Failure | null;
  readonly settings: Settings;
  readonly info: ShellReply<'appInfo'> | null;
  /** Wrong tries before this sign-in, until they have been read. */
  readonly wrongTries: number;
  readonly alarms: readonly Alarm[];
  /** The recovery sheet is being used, from the lock screen or where nobody can sign in. */
  readonly recovering: boolean;
  /** The screen is blanked: this renderer is about to be killed. */
  readonly leaving: boolean;
  readonly refresh: () => Promise<void>;
  readonly readSettings: () => Promise<void>;
  readonly changeSettings: (changes: Partial<Settings>) => Promise<Failure | null>;
  readonly takeStatus: (status: VaultStatus) => void;
  readonly signedIn: (wrongTries: number, alarms: readonly Alarm[]) => Promise<void>;
  readonly acknowledged: () => void;
  readonly readWrongTries: () => void;
  readonly startRecovery: () => void;
  readonly stopRecovery: () => void;
  /** With what the lock screen begins with, where it is not the choice of a name. */
  readonly lock: (first?: ShellRequest<'lock'>) => Promise<void>;
  readonly restart: () => Promise<void>;
}

const heard = (status: VaultStatus): Pick<AppState, 'status' | 'heardAt'> => ({
  status,
  heardAt: performance.now(),
});

export const createAppStore = (bridge: Bridge) =>
  createStore<AppState>()((set, get) => ({
    status: null,
    heardAt: 0,
    unreachable: null,
    settings: USUAL_SETTINGS,
    info: null,
    wrongTries: 0,
    alarms: [],
    recovering: false,
    leaving: false,

    refresh: async () => {
      const reply = await bridge.vault['vault.status']({});
      if (!reply.ok) return set({ unreachable: reply.error });
      // A renderer that was reloaded while unlocked has to hear of alarms again before anything else is shown.
      const alarms = reply.value.state === 'unlocked' ? await bridge.vault['session.alarms']({}) : null;
      set({
        ...heard(reply.value),
        unreachable: null,
        alarms: alarms?.ok === true ? alarms.value.alarms : [],
        leaving: false,
      });
    },

    readSettings: async () => {
      const [settings, info] = await Promise.all([bridge.shell.readSettings({}), bridge.shell.appInfo({})]);
      if (settings.ok) set({ settings: settings.value });
      if (info.ok) set({ info: info.value });
      // The lock screen of a moment ago, until the fresh vault process has been heard.
      const desk = info.ok ? info.value.desk : null;
      if (desk !== null && get().status === null)
        set(heard({ state: 'locked', problem: null, signedIn: null, readOnly: false, ...desk }));
    },

    changeSettings: async (changes) => {
      const reply = await bridge.shell.writeSettings(changes);
      if (!reply.ok) return reply.error;
      set({ settings: reply.value });
      return null;
    },

    takeStatus: (status) => set({ ...heard(status), unreachable: null }),

    signedIn: async (wrongTries, alarms) => {
      const reply = await bridge.vault['vault.status']({});
      if (!reply.ok) return set({ unreachable: reply.error });
      set({ ...heard(reply.value), wrongTries, alarms, unreachable: null });
    },

    acknowledged: () => set({ alarms: [] }),
    readWrongTries: () => set({ wrongTries: 0 }),

    startRecovery: () => set({ recovering: true }),
    stopRecovery: () => set({ recovering: false }),

    lock: async (first = {}) => {
      set({ leaving: true });
      await bridge.shell.lock(first);
      await get().refresh();
    },

    restart: async () => {
      await bridge.shell.restartVault({});
      await get().refresh();
    },
  }));
