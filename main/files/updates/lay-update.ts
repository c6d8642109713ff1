/**
 * A program that lies in a folder is brought up to date by its starter (`assets/starter.sh`), which has started it: the program lays what was taken beside
 * itself, verified as it is written, and ends; the starter puts it in its place, and the old folder back where the new version does not show itself.
 */
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFile, syncFolder } from '../durable-files.ts';
import { rename, rm } from '../move-and-remove.ts';
import { kindOf, readPlainFile } from '../plain-file.ts';
import { type LastUpdate, keepLastUpdate, parseOutcome } from './last-update.ts';
import { type UpdateFile, storedAs } from './metadata.ts';
import { OUTCOME, READY, type RunningProgram } from './running-program.ts';
import { assertRoom, checkFolder, verifiedPieces } from './take-update.ts';
import { UpdateRefused } from './update-refused.ts';
import { FILES, type VerifiedUpdate } from './verify-update.ts';

const PROGRAM = 'program';
const MAX_OUTCOME_BYTES = 200;

/** `waits`: the program has to end for its starter. `last`: what became of an update since the program ran last. */
export interface AtStart {
  readonly waits: boolean;
  readonly last: LastUpdate | null;
}

/** Called at each start, in a folder with a starter, before anything else is opened. Never rejects: a program that cannot be brought up to date starts as it is. */
export async function updateAtStart(program: RunningProgram, folder: string): Promise<AtStart> {
  const { last } = await toldAtStart(program, folder);
  if (last !== null) return { waits: false, last };
  const ready = join(program.folder, READY);
  if ((await kindOf(ready).catch(() => null)) === null) return { waits: false, last: null };
  let to: string | null = null;
  try {
    const update = await checkFolder(ready, program);
    to = update.version;
    await lay(program, update, folder);
    return { waits: true, last: null };
  } catch (error) {
    const why = whyOf(error);
    const from = program.version;
    // What is not even newer was installed by somebody else meanwhile.
    if (to === null && error instanceof UpdateRefused && error.why === 'not-newer')
      return { waits: false, last: await end(program, folder, null) };
    return {
      waits: false,
      last: await end(program, folder, { from, to: to ?? from, end: why, logged: false }),
    };
  }
}

/** What a starter has said in `folder`, or the installer of Windows in the profile's; said once. Never rejects. */
export async function toldAtStart(program: RunningProgram, folder = program.folder): Promise<AtStart> {
  const last = await readOutcome(folder).catch(() => null);
  return { waits: false, last: last === null ? null : await end(program, folder, last) };
}

const whyOf = (error: unknown): LastUpdate['end'] =>
  error instanceof UpdateRefused
    ? 'refused'
    : (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC'
      ? 'no-room'
      : 'cut-off';

async function readOutcome(folder: string): Promise<LastUpdate | null> {
  const bytes = readPlainFile(join(folder, OUTCOME), MAX_OUTCOME_BYTES);
  return bytes === null ? null : parseOutcome(Buffer.from(bytes).toString('latin1'));
}

/** Kept first: what is cut off here is done again at the next start. */
async function end(
  program: RunningProgram,
  folder: string,
  last: LastUpdate | null,
): Promise<LastUpdate | null> {
  if (last !== null) keepLastUpdate(program, last);
  for (const path of [join(program.folder, READY), join(folder, 'next'), join(folder, 'laid')])
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  await rm(join(folder, OUTCOME), { force: true }).catch(() => undefined);
  return last;
}

async function lay(
  program: RunningProgram,
  { version, files }: VerifiedUpdate,
  folder: string,
): Promise<void> {
  const [laid, next] = [join(folder, 'laid'), join(folder, 'next')];
  for (const path of [laid, next]) await rm(path, { recursive: true, force: true });
  await mkdir(laid);
  await assertRoom(laid, files);
  const folders = new Set([laid, folder]);
  for (const file of files)
    folders.add(await layFile(file, join(program.folder, READY), join(laid, PROGRAM)));
  const sums = files.map(({ path, sha256 }) => `${sha256}  ./${path}\n`).join('');
  await createFile(join(laid, 'sums'), Buffer.from(sums));
  await createFile(join(laid, 'versions'), Buffer.from(`${program.version} ${version}\n`));
  for (const made of folders) await syncFolder(made);
  await rename(laid, next);
  await syncFolder(folder);
}

/** Returns its folder. */
async function layFile(file: UpdateFile, from: string, to: string): Promise<string> {
  const [laid, path] = [join(to, storedAs(file.path)), join(to, file.path)];
  await mkdir(dirname(laid), { recursive: true });
  await createFile(laid, verifiedPieces(from, `${FILES}/${storedAs(file.path)}`, file));
  await chmod(laid, file.program ? 0o755 : 0o644);
  if (laid !== path) await rename(laid, path);
  return dirname(path);
}
