/** Looks at the computer: what its operating system tells of how it is kept. Nothing of anybody is read, and nothing is changed. */
import {
  COMPUTER_CHECKS,
  type CheckReading,
  type CheckedSystem,
  type ComputerReadings,
  unknownReading,
} from '../../contract/computer-checks/lists.ts';
import { programSupport } from './judge.ts';
import { type SystemFiles, checkLinux, systemFiles } from './linux.ts';
import { checkMacos } from './macos.ts';
import { type RunProgram, runProgram } from './run-program.ts';
import { checkWindows } from './windows.ts';

/** The computer that is checked: its system, programs, files and clock. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly run: RunProgram;
  readonly files: SystemFiles;
  /** Of Electron. */
  readonly runtime: string;
  readonly now: () => number;
}

/** This one. */
export const thisComputer = (runtime: string): Computer => ({
  platform: process.platform,
  env: process.env,
  run: runProgram,
  files: systemFiles,
  runtime,
  now: () => Date.now(),
});

/** One reading of each check; what a system does not answer is told as unknown. Never rejects. */
export async function checkComputer(computer: Computer): Promise<ComputerReadings> {
  const now = computer.now();
  const found = await readSystem(computer, now).catch(() => []);
  const readings = [...found, programSupport(computer.runtime, now)];
  return {
    system: systemOf(computer.platform),
    readings: COMPUTER_CHECKS.map(
      (check) => readings.find((one) => one.check === check) ?? unknownReading(check, 'not-offered'),
    ),
  };
}

async function readSystem(computer: Computer, now: number): Promise<readonly CheckReading[]> {
  const { platform, run, env, files } = computer;
  if (platform === 'win32') return checkWindows(run, env, now);
  if (platform === 'darwin') return checkMacos(run, env, now);
  return platform === 'linux' ? checkLinux(run, env, files, now) : [];
}

const SYSTEMS: Partial<Record<NodeJS.Platform, CheckedSystem>> = {
  win32: 'windows',
  darwin: 'macos',
  linux: 'linux',
};
const systemOf = (platform: NodeJS.Platform): CheckedSystem => SYSTEMS[platform] ?? 'other';
