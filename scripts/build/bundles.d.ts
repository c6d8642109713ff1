import type { InlineConfig } from 'vite';
/** Native modules are loaded from node_modules at run time; everything else is bundled, so that what ships is what was read. */
export declare const NATIVE_MODULES: readonly ['keytar', 'better-sqlite3', '@journeyapps/sqlcipher', '@node-rs/argon2'];
export interface BuildFacts {
    /** Electron's major version that this build was made for; an older runtime is not for real data. */
    readonly electronMajor: number;
}
export declare function bundleConfigs(facts: BuildFacts): readonly InlineConfig[];
