/** The vault's folder on Windows, which only the person who made it may look into; elsewhere the vault gives it that mode itself. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { promisify } from 'node:util';
import { createFile } from './files/durable-files.ts';
import { rm } from './files/move-and-remove.ts';

/** Runs a program of Windows by its name, and resolves to what it printed. Rejects where it cannot be run or fails. */
export type RunSystemProgram = (name: string, args: readonly string[]) => Promise<string>;

/** The account of Windows itself, under which backups and scanners run (Microsoft, "Well-known SIDs"). */
const SYSTEM = '*S-1-5-18';
/** Full control, for what is made in the folder later as well. */
const FULL = '(OI)(CI)F';
const SID = /\bS-1-[\d-]+/;
const MAX_MS = 10_000;

/** On Windows, where the folder is not there yet; the vault process may run no program. What goes wrong here goes wrong again, and is told, where the vault is made. */
export async function makeOwnerOnlyFolder(path: string): Promise<void> {
  if (process.platform !== 'win32' || existsSync(path)) return;
  await mkdir(path, { recursive: true }).catch(() => undefined);
  await restrictToOwner(path, runSystemProgram);
}

/**
 * Windows knows no modes: `icacls` grants the folder to the account of this process and to the system, and to nobody whom the folder around it lets
 * in. An account is named by its SID, as a local and a domain account may share a name. Where that cannot be done, or has shut us out, the folder is as
 * the one around it, which in a user's profile lets in that user, the system and administrators.
 */
export async function restrictToOwner(path: string, run: RunSystemProgram): Promise<void> {
  try {
    const sid = SID.exec(await run('whoami.exe', ['/user', '/fo', 'csv', '/nh']))?.[0];
    if (sid === undefined) return;
    await run('icacls.exe', [path, '/inheritance:r', '/grant:r', `*${sid}:${FULL}`, `${SYSTEM}:${FULL}`]);
  } catch {
    return;
  }
  if (!(await canWriteIn(path))) await run('icacls.exe', [path, '/reset']).catch(() => undefined);
}

async function canWriteIn(folder: string): Promise<boolean> {
  const probe = join(folder, 'access-probe');
  try {
    await rm(probe, { force: true });
    await createFile(probe, new Uint8Array());
    await rm(probe);
    return true;
  } catch {
    return false;
  }
}

const runSystemProgram: RunSystemProgram = async (name, args) => {
  const program = win32.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', name);
  const { stdout } = await promisify(execFile)(program, [...args], { timeout: MAX_MS, windowsHide: true });
  return stdout;
};
