import type { ChildProcess } from 'node:child_process';
export interface HelperOptions {
    readonly env: Readonly<Record<string, string>>;
    /** Written to the helper's standard input, which is then closed. */
    readonly input?: string;
    /** How many pipes after standard error; the first one is number 3. */
    readonly extraPipe?: boolean;
}
export declare function startHelper(command: readonly string[], options: HelperOptions): ChildProcess;
/** First line that a stream gives. Rejects when the helper ends or `timeoutMs` pass before there is one. */
export declare function firstLine(child: ChildProcess, stream: NodeJS.ReadableStream, what: string, timeoutMs?: number): Promise<string>;
/** Ends a helper, gently and then not; resolves when it is gone. */
export declare function stopHelper(child: ChildProcess): Promise<void>;
