/** Paths as SQLite takes them. */
import { toNamespacedPath } from 'node:path';

/** Of Windows' older functions, 260 in all, without what SQLite adds to a name: `-journal`, `-wal`, `-shm`. */
const MAX_PLAIN = 240;

/** A path as SQLite opens it. Node lengthens long ones on Windows by itself, SQLite does not; elsewhere a path stays as it is. SQLite takes 1,040 bytes of UTF-8 at most on Windows, and finds no file behind more. */
export const sqlitePath = (path: string): string => (path.length > MAX_PLAIN ? toNamespacedPath(path) : path);
