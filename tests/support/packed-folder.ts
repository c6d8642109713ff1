/** The packed application in a folder with its starter, as an older version of itself, and updates of it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LastUpdate, readLastUpdate } from '../../main/files/updates/last-update.ts';
import { stageUpdate } from '../../main/files/updates/take-update.ts';
import { type PlacedApp, runPacked } from '../../scripts/pack/run-packed.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { hashFolder } from './folder-hash.ts';
import { frozenVersions, openFrozen } from './frozen-release.ts';
import { SYSTEM, testProgram, testUpdate } from './update-folder.ts';

const ARCHIVE = 'resources/app.asar';
const VERSION = '0.1.0';
/** Written over the version in the archive: both have as many bytes. */
const BEFORE = '0.0.9';
const LONGEST_MS = 90_000;

/** The root that the packed application has to be packed with, for these updates. */
export const ROOT = testProgram().root!;

/** Replaces words in the archive by as many bytes. Throws where they do not stand there. */
function rewrite(program: string, was: string, becomes: string): void {
  const archive = join(program, ARCHIVE);
  const bytes = readFileSync(archive);
  let at = bytes.indexOf(was);
  if (at === -1 || was.length !== becomes.length) throw new Error(`${was} is not in the archive`);
  for (; at !== -1; at = bytes.indexOf(was, at)) bytes.write(becomes, at);
  writeFileSync(archive, bytes);
}

/** Instead of the program, in a new version. */
const INSTEAD = { exits: 'exit 0', hangs: 'exec sleep 1000' } as const;
/** `shows nothing`: the whole new version, whose lock screen does not come up. */
type NewVersion = 'good' | 'shows nothing' | keyof typeof INSTEAD;

function makeNewVersion(kind: NewVersion, packed: string, folder: string): string {
  const program = join(folder, 'new');
  if (kind === 'good' || kind === 'shows nothing') {
    cpSync(packed, program, { recursive: true });
    if (kind === 'shows nothing')
      rewrite(program, '"data-testid":`screen-lock`', '"data-testid":`screen-none`');
    return program;
  }
  mkdirSync(program);
  copyFileSync(join(packed, 'AppRun'), join(program, 'AppRun'));
  writeFileSync(join(program, 'resident-vault'), `#!/bin/sh\n${INSTEAD[kind]}\n`);
  for (const name of ['AppRun', 'resident-vault']) chmodSync(join(program, name), 0o755);
  return program;
}

export interface Updated {
  readonly last: LastUpdate | null;
  /** Path of the archive of the program that runs in the end. */
  readonly runs: 'old' | 'new' | 'neither';
  readonly vaultIsAsBefore: boolean;
}

/** Takes a new version, starts once, and waits until a program says what became of it and goes on. Throws where none does within 90 s. */
export async function startWithUpdate(placed: PlacedApp, name: string, kind: NewVersion): Promise<Updated> {
  const [folder, packed] = [join(placed.folder, name), join(placed.folder, 'app')];
  const [desk, profile] = [join(folder, 'desk'), join(folder, 'profile')];
  for (const path of [desk, profile]) mkdirSync(path, { recursive: true });
  cpSync(packed, join(desk, 'program'), { recursive: true });
  rewrite(join(desk, 'program'), `"version": "${VERSION}"`, `"version": "${BEFORE}"`);
  const binary = join(desk, 'resident-vault');
  copyFileSync(join(projectDir, 'assets', 'starter.sh'), binary);
  chmodSync(binary, 0o755);
  cpSync(join(openFrozen(frozenVersions()[0]!).folder, 'vault'), join(profile, 'vault'), { recursive: true });
  const program = { version: BEFORE, system: SYSTEM, root: ROOT, folder: join(profile, 'updates') };
  const next = makeNewVersion(kind, packed, folder);
  await (await stageUpdate(testUpdate({ version: VERSION, systems: { [SYSTEM]: next } }), program)).commit();
  if (placed.user !== null) execFileSync('chown', ['-R', `${placed.user.uid}:${placed.user.gid}`, folder]);
  const hashes = { vault: hashFolder(join(profile, 'vault')), old: archiveOf(join(desk, 'program')) };
  let last: LastUpdate | null = null;
  await runPacked(
    { ...placed, binary },
    {
      profile,
      ms: 500,
      beforeTheEnd: async () => {
        const until = performance.now() + LONGEST_MS;
        while ((last = readLastUpdate(program)) === null) {
          if (performance.now() > until) throw new Error(`nothing became of an update that ${kind}`);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      },
    },
  );
  const now = archiveOf(join(desk, 'program'));
  return {
    last,
    runs: now === hashes.old ? 'old' : now === archiveOf(next) ? 'new' : 'neither',
    vaultIsAsBefore: hashFolder(join(profile, 'vault')) === hashes.vault,
  };
}

const archiveOf = (program: string): string => hashFolder(join(program, 'resources'));
