import type { Runtime } from '../setup/electron-runtime.mjs';
import type { AppUser } from './app-user.ts';
export interface StagedApp {
    /** Starts the application as the right user; arguments and environment are passed on. */
    readonly executable: string;
    readonly runtime: Runtime;
    readonly user: AppUser | null;
}
/** The native modules and what they load at run time, by their folder names in node_modules. */
export declare function nativeClosure(): readonly string[];
/** `buildHash` names the build in dist. Earlier builds are removed; a process that runs from one keeps its open files. */
export declare function stageApp(runtime: Runtime, user: AppUser | null, buildHash: string): StagedApp;
