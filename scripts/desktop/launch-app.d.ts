import type { ElectronApplication, Page } from 'playwright-core';
import type { Language } from '../../contract/routes.ts';
import type { Display } from './display.ts';
import type { Keyring, KeyringState } from './keyring.ts';
import type { StagedApp } from './stage.ts';
export interface LaunchOptions {
    readonly language?: Language;
    readonly engine?: 'auto' | 'better-sqlite3' | 'sqlcipher';
    readonly idleSeconds?: number;
    /** `unlocked` unless said. */
    readonly keyring?: KeyringState;
    /** Size of the screen, as Xvfb takes it. */
    readonly screen?: string;
    /** More of the environment, such as a stand-in's address. */
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
}
export interface ProcessIds {
    readonly main: number;
    readonly vault: number;
    readonly renderer: number;
}
export interface RunningApp {
    readonly electron: ElectronApplication;
    readonly staged: StagedApp;
    readonly userDataDir: string;
    readonly display: Display;
    readonly keyring: Keyring;
    /** Environment of the application: what xdotool, gdbus or a command line need to meet it. */
    readonly env: Readonly<Record<string, string>>;
    /** The page now in the window. */
    page(): Page;
    /** Does something that locks and returns the fresh page that comes up; the one before is dead. */
    lockedBy(action: () => Promise<unknown> | void): Promise<Page>;
    processIds(): Promise<ProcessIds>;
    /** What the application has written to standard error so far. */
    log(): string;
    /** SIGKILL to the main process, as a power cut would; the profile and keyring stay. */
    kill(): Promise<void>;
    /** Quits as a user does. */
    quit(): Promise<void>;
    /** Starts anew on the same profile and keyring, after kill or quit. */
    restart(): Promise<void>;
    /** Ends everything and removes the profile. */
    dispose(): Promise<void>;
}
export declare function launchApp(options?: LaunchOptions): Promise<RunningApp>;
/** One line of /proc/PID/status, or null once the process is gone. A process that is dead but not yet buried counts as gone. */
export declare function readProcessStatus(pid: number, field: string): string | null;
export declare const isAlive: (pid: number) => boolean;
