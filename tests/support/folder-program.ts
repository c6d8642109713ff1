/** A program that lies in a folder with its starter, and is a few lines of Node (`program-child.ts`): what it does when it is started is the test's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LastUpdate } from '../../main/files/updates/last-update.ts';
import type { RunningProgram } from '../../main/files/updates/running-program.ts';
import { stageUpdate } from '../../main/files/updates/take-update.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { makeTempDir } from './temp-dir.ts';
import { SYSTEM, testProgram, testUpdate } from './update-folder.ts';

const STARTER = join(projectDir, 'assets', 'starter.sh');
/** What a new version does on trial, in the folder TRIAL. */
const TRIALS = {
  shown: 'printf "shown 1.1.0\\n" >"$TRIAL/proof"; exit 0',
  exits: 'exit 0',
  fails: 'exit 1',
  'takes its time': 'sleep 1; printf "shown 1.1.0\\n" >"$TRIAL/proof"; exit 0',
  hangs: 'exec sleep 1000',
  'says another version': 'printf "shown 1.0.0\\n" >"$TRIAL/proof"; exit 0',
} as const;
export type Trial = keyof typeof TRIALS;

export interface ProgramStart {
  readonly version: string;
  readonly last: LastUpdate | null;
}

export interface FolderProgram {
  /** With the starter. */
  readonly folder: string;
  readonly profile: string;
  readonly program: RunningProgram;
  /** Takes 1.1.0 from an update folder. */
  take(trial: Trial, number?: number): Promise<void>;
  start(): ChildProcess;
  /** Resolves with the code of one that was started, or is now. */
  run(started?: ChildProcess): Promise<number | null>;
  /** Every start of a program that went on to its work, the first one first. */
  starts(): readonly ProgramStart[];
}

/** As Electron's lock of a profile: whoever comes second ends in peace. */
const ALONE = (profile: string): string => `exec 8>'${profile}/instance'; flock --nonblock 8 || exit 0`;

function writeProgram(
  folder: string,
  { version, profile, trial }: { readonly version: string; readonly profile: string; readonly trial: Trial },
): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const child = join(import.meta.dirname, 'program-child.ts');
  const script = `#!/bin/sh
for arg do case "$arg" in --prove-start=*) TRIAL=\${arg#*=}; ${TRIALS[trial]};; esac; done
${ALONE(profile)}
exec '${process.execPath}' --disable-warning=ExperimentalWarning '${child}' "$(dirname "$0")" ${version} "$@"
`;
  writeFileSync(join(folder, 'AppRun'), script);
  chmodSync(join(folder, 'AppRun'), 0o755);
  writeFileSync(join(folder, 'resources', 'app.asar'), version.repeat(10_000));
}

/** Version 1.0.0. `seconds`: how long the starter waits for a proof. */
export function makeFolderProgram(seconds = 60): FolderProgram {
  const folder = join(makeTempDir(), 'desk');
  const profile = join(folder, '..', 'profile');
  for (const path of [folder, profile]) mkdirSync(path);
  const program = testProgram({ folder: join(profile, 'updates') });
  writeProgram(join(folder, 'program'), { version: program.version, profile, trial: 'shown' });
  const starter = readFileSync(STARTER, 'utf8');
  const waits = 'timeout --kill-after=5 60 ';
  if (!starter.includes(waits)) throw new Error('the starter waits for something else');
  writeFileSync(join(folder, 'resident-vault'), starter.replace(waits, waits.replace('60', String(seconds))));
  chmodSync(join(folder, 'resident-vault'), 0o755);
  writeFileSync(join(profile, 'root.json'), program.root!);
  const start = (): ChildProcess =>
    spawn(join(folder, 'resident-vault'), [`--user-data-dir=${profile}`], {
      stdio: 'inherit',
      detached: true,
    });
  const started = join(profile, 'started');
  return {
    folder,
    profile,
    program,
    async take(trial, number = 1) {
      const next = makeTempDir();
      writeProgram(next, { version: '1.1.0', profile, trial });
      await (await stageUpdate(testUpdate({ number, systems: { [SYSTEM]: next } }), program)).commit();
    },
    start,
    run: (child = start()) => new Promise((resolve) => child.once('exit', resolve)),
    starts: () =>
      existsSync(started)
        ? readFileSync(started, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as ProgramStart)
        : [],
  };
}
