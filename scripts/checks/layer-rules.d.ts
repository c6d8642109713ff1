export interface Violation {
    readonly file: string;
    readonly imports: string;
    readonly rule: string;
}
interface Import {
    readonly source: string;
    readonly names: readonly string[];
    readonly typeOnly: boolean;
}
/** Every way of naming another module: import, export from, import(), import type, require. */
export declare function findImports(path: string, source: string): readonly Import[];
/** Checks one file of the application. `path` is relative to the project, with forward slashes. */
export declare function checkFile(path: string, source: string): readonly Violation[];
export {};
