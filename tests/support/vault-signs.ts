/**
 * Says, in a process that runs a vault, which names change in its folder and which statements write, and holds the vault back at each until whoever
 * drives it says that it may go on. Node's own functions and the engine's are wrapped for that, in this process alone: the vault knows nothing of it.
 */
import { createRequire } from 'node:module';
import { readSync } from 'node:fs';
import fs from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { EngineName } from '../../main/vault/store/store.ts';
import type { VaultSign } from './vault-child.ts';

/** The file descriptor on which a byte comes for each sign. */
export const STEP_FD = 4;

type Say = (sign: VaultSign) => void;

/** Stops this thread, and with it all that the vault does in JavaScript, until a byte comes. */
export function waitForStep(): void {
  readSync(STEP_FD, Buffer.alloc(1), 0, 1, null);
}

/** Says before and after each call what is made or renamed below `folder`. Reading is not said. */
export function signFileNames(folder: string, say: Say): void {
  const wrapped = <A extends readonly unknown[], R>(
    call: (...args: A) => Promise<R>,
    nameOf: (...args: A) => unknown,
  ): ((...args: A) => Promise<R>) => {
    return async (...args) => {
      const path = nameOf(...args);
      const name = typeof path === 'string' ? relative(folder, path).replaceAll(sep, '/') : '';
      if (name === '' || name.startsWith('..')) return call(...args);
      say({ type: 'name', name, done: false });
      const result = await call(...args);
      say({ type: 'name', name, done: true });
      return result;
    };
  };
  const makes = (flags: unknown): boolean => typeof flags === 'string' && /^[wa]/.test(flags);
  Object.assign(fs, {
    open: wrapped(fs.open, (path, flags) => (makes(flags) ? path : null)),
    mkdir: wrapped(
      fs.mkdir as (path: string, options?: object) => Promise<string | undefined>,
      (path) => path,
    ),
    rename: wrapped(fs.rename, (_from, to) => to),
    link: wrapped(fs.link, (_from, to) => to),
    copyFile: wrapped(fs.copyFile, (_from, to) => to),
  });
}

const SWITCHES = /^\s*(?:BEGIN|COMMIT)\b/;
const WRITES = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/;

type Call = (this: unknown, text: string, ...rest: readonly unknown[]) => unknown;
type Methods = Record<'exec' | 'prepare', Call>;

/** Says before and after each BEGIN and COMMIT, and the first time that a writing statement is prepared. */
export function signStatements(engine: EngineName, say: Say): void {
  const load = createRequire(import.meta.url);
  if (engine === 'better-sqlite3') {
    const { prototype } = load('better-sqlite3') as { readonly prototype: Methods };
    Object.assign(prototype, signedMethods(prototype, say));
    return;
  }
  // Its own methods cannot be replaced.
  const native = load('@journeyapps/sqlcipher') as { Database: new (...args: never[]) => Methods };
  class SignedDatabase extends native.Database {}
  Object.defineProperties(
    SignedDatabase.prototype,
    Object.getOwnPropertyDescriptors(signedMethods(native.Database.prototype as Methods, say)),
  );
  native.Database = SignedDatabase;
}

function signedMethods({ exec, prepare }: Methods, say: Say): Methods {
  const prepared = new Set<string>();
  return {
    prepare(text, ...rest) {
      if (!WRITES.test(text) || prepared.has(text)) return prepare.call(this, text, ...rest);
      prepared.add(text);
      say({ type: 'sql', text, done: false });
      const statement = prepare.call(this, text, ...rest);
      say({ type: 'sql', text, done: true });
      return statement;
    },
    exec(text, ...rest) {
      if (!SWITCHES.test(text)) return exec.call(this, text, ...rest);
      say({ type: 'sql', text, done: false });
      const [done] = rest;
      if (typeof done === 'function')
        return exec.call(this, text, (...answer: readonly unknown[]) => {
          say({ type: 'sql', text, done: true });
          done(...answer);
        });
      const result = exec.call(this, text);
      say({ type: 'sql', text, done: true });
      return result;
    },
  };
}
