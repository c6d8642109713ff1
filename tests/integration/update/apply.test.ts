/** An update that was taken, at the next start of a program in a folder: by the starter that ships, around a program that is a few lines. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { updateAtStart } from '../../../main/files/updates/lay-update.ts';
import { killTree } from '../../../scripts/desktop/process-tree.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { type FolderProgram, type Trial, makeFolderProgram } from '../../support/folder-program.ts';
import { frozenVersions, openFrozen } from '../../support/frozen-release.ts';
import { isFullRun } from '../../support/full-run.ts';

const STEP = { from: '1.0.0', to: '1.1.0', logged: false };
const KILLS = isFullRun ? 200 : 10;
const TOGETHER = isFullRun ? 60 : 2;

/** What a program in a folder is, and nothing beside it. */
const atRest = ({ folder }: FolderProgram): void =>
  expect(readdirSync(folder).sort()).toEqual(['lock', 'program', 'resident-vault']);

describe.runIf(process.platform === 'linux')('an update that was taken', () => {
  it('is applied at the next start once it has shown itself, and that is said once', async () => {
    const desk = makeFolderProgram();
    expect(await desk.run()).toBe(0);
    await desk.take('shown');
    expect(await desk.run()).toBe(0);
    expect(await desk.run()).toBe(0);
    expect(desk.starts()).toEqual([
      { version: '1.0.0', last: null },
      { version: '1.1.0', last: { ...STEP, end: 'applied' } },
      { version: '1.1.0', last: null },
    ]);
    atRest(desk);
    expect(readdirSync(desk.program.folder).sort()).toEqual(['last.json', 'metadata']);
  });

  it.each(['exits', 'hangs', 'says another version'] as const satisfies readonly Trial[])(
    'is taken back where the new version %s on trial, and the one before starts and says so',
    async (trial) => {
      const desk = makeFolderProgram(trial === 'hangs' ? 2 : 60);
      const before = hashFolder(join(desk.folder, 'program'));
      await desk.take(trial);
      expect(await desk.run()).toBe(0);
      expect(desk.starts()).toEqual([{ version: '1.0.0', last: { ...STEP, end: 'not-started' } }]);
      expect(hashFolder(join(desk.folder, 'program'))).toBe(before);
      atRest(desk);
    },
  );

  it('that was taken back is not tried again, and the next one is applied', async () => {
    const desk = makeFolderProgram();
    await desk.take('fails');
    for (const last of [{ ...STEP, end: 'not-started' }, null]) {
      expect(await desk.run()).toBe(0);
      expect(desk.starts().at(-1)).toEqual({ version: '1.0.0', last });
    }
    await desk.take('shown', 2);
    expect(await desk.run()).toBe(0);
    expect(desk.starts().at(-1)).toEqual({ version: '1.1.0', last: { ...STEP, end: 'applied' } });
  });

  it('is refused where a byte of it was changed in the profile', async () => {
    const desk = makeFolderProgram();
    await desk.take('shown');
    appendFileSync(join(desk.program.folder, 'ready', 'files', 'resources', 'app.asar_'), '.');
    expect(await desk.run()).toBe(0);
    expect(desk.starts()).toEqual([{ version: '1.0.0', last: { ...STEP, end: 'refused' } }]);
    atRest(desk);
  });

  it.each([
    ['a file was changed', (next: string) => appendFileSync(join(next, 'resources', 'app.asar'), '.')],
    ['a file was added', (next: string) => writeFileSync(join(next, 'more'), '')],
    ['a file is missing', (next: string) => rmSync(join(next, 'resources', 'app.asar'))],
    ['a link was added', (next: string) => symlinkSync('/etc', join(next, 'etc'))],
  ])('is refused where %s after it was laid beside the program', async (_, change) => {
    const desk = makeFolderProgram();
    await desk.take('shown');
    expect(await updateAtStart(desk.program, desk.folder)).toEqual({ waits: true, last: null });
    change(join(desk.folder, 'next', 'program'));
    // A program that lays nothing anew.
    const old = join(desk.folder, 'program', 'AppRun');
    writeFileSync(old, '#!/bin/sh\nexit 87\n');
    expect(await desk.run()).toBe(87);
    expect(readFileSync(join(desk.folder, 'outcome'), 'utf8')).toBe('1.0.0 1.1.0 refused\n');
    expect(readFileSync(old, 'utf8')).toContain('exit 87');
  });

  it('is taken back where the computer went off while it was on trial, or between two renames', async () => {
    const desk = makeFolderProgram();
    const taken = { version: '1.0.0', last: { ...STEP, end: 'cut-off' } };
    await desk.take('hangs');
    const killed = desk.start();
    await expect
      .poll(
        () => existsSync(join(desk.folder, 'before', 'AppRun')) && existsSync(join(desk.folder, 'program')),
      )
      .toBe(true);
    kill(killed, desk);
    expect(await desk.run()).toBe(0);
    await desk.take('shown', 2);
    expect(await updateAtStart(desk.program, desk.folder)).toEqual({ waits: true, last: null });
    renameSync(join(desk.folder, 'program'), join(desk.folder, 'before'));
    expect(await desk.run()).toBe(0);
    expect(desk.starts()).toEqual([taken, taken]);
    atRest(desk);
  });

  it('is left alone by whoever starts it again while it is on trial, who waits and gets the new one', async () => {
    const desk = makeFolderProgram();
    await desk.take('takes its time');
    const first = desk.run();
    await expect.poll(() => existsSync(join(desk.folder, 'trial'))).toBe(true);
    expect(await Promise.all([first, desk.run()])).toEqual([0, 0]);
    const versions = desk.starts().map(({ version, last }) => [version, last?.end]);
    expect(versions).toContainEqual(['1.1.0', 'applied']);
    expect(versions.map(([version]) => version)).not.toContain('1.0.0');
    atRest(desk);
  });

  it(
    `is applied once however two starts of it fall together, at ${TOGETHER} distances`,
    { timeout: 60_000 + TOGETHER * 10_000 },
    async () => {
      const took = await timeOf(await deskWithUpdate(null));
      for (let n = 0; n < TOGETHER; n++) {
        const desk = await deskWithUpdate(null);
        const next = hashFolder(join(desk.program.folder, 'ready', 'files')).replace('.asar_', '.asar');
        const first = desk.run();
        await setTimeout((took * n) / TOGETHER);
        expect(await Promise.all([first, desk.run()])).toEqual([0, 0]);
        expect(await desk.run()).toBe(0);
        expect(desk.starts().filter(({ last }) => last?.end === 'applied')).toHaveLength(1);
        expect(desk.starts().at(-1)!.version).toBe('1.1.0');
        expect(hashFolder(join(desk.folder, 'program'))).toBe(next);
        atRest(desk);
      }
    },
  );

  it(
    `leaves one version that starts, whole, and each file of the vault as it was, over ${KILLS} kills`,
    { timeout: 60_000 + KILLS * 10_000 },
    async () => {
      const vault = openFrozen(frozenVersions()[0]!).folder;
      const took = await timeOf(await deskWithUpdate(vault));
      const ends = new Set<string>();
      for (let n = 0; n < KILLS; n++) {
        const desk = await deskWithUpdate(vault);
        const old = hashFolder(join(desk.folder, 'program'));
        const next = hashFolder(join(desk.program.folder, 'ready', 'files')).replace('.asar_', '.asar');
        const before = hashFolder(join(desk.profile, 'vault'));
        const killed = desk.start();
        await setTimeout((took * (n + 0.5)) / KILLS);
        kill(killed, desk);
        expect(await desk.run()).toBe(0);
        const { version } = desk.starts().at(-1)!;
        ends.add(version);
        expect(hashFolder(join(desk.folder, 'program'))).toBe(version === '1.0.0' ? old : next);
        expect(hashFolder(join(desk.profile, 'vault'))).toBe(before);
        atRest(desk);
      }
      // So many that some have come before the switch and some after it.
      if (isFullRun) expect([...ends].sort()).toEqual(['1.0.0', '1.1.0']);
    },
  );
});

/** All that it has started, which has no time to start more; a program that is still going would keep the next one from its profile. */
function kill({ pid, exitCode }: ChildProcess, { profile }: FolderProgram): void {
  if (exitCode !== null) return;
  process.kill(-pid!, 'SIGSTOP');
  killTree(pid!);
  execFileSync('flock', [join(profile, 'instance'), 'true']);
}

async function deskWithUpdate(vault: string | null): Promise<FolderProgram> {
  const desk = makeFolderProgram();
  if (vault !== null) cpSync(join(vault, 'vault'), join(desk.profile, 'vault'), { recursive: true });
  await desk.take('shown');
  return desk;
}

/** In milliseconds. */
async function timeOf(desk: FolderProgram): Promise<number> {
  const began = performance.now();
  await desk.run();
  return performance.now() - began;
}
