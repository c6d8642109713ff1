/** One reading of each check on every system, held against the schema by which the vault takes them. */
import { describe, expect, it } from 'vitest';
import { COMPUTER_CHECKS } from '../../../../contract/computer-checks/lists.ts';
import { computerReadingsSchema } from '../../../../contract/computer-checks/routes.ts';
import {
  type Computer,
  checkComputer,
  thisComputer,
} from '../../../../main/computer-checks/check-computer.ts';
import { programSupport } from '../../../../main/computer-checks/judge.ts';
import {
  ELECTRON_ENDS,
  ELECTRON_RELEASES,
  WINDOWS_ENDS,
} from '../../../../main/computer-checks/support-ends.ts';
import { runProgram } from '../../../../main/computer-checks/run-program.ts';

const NOW = Date.UTC(2026, 10, 28, 9);
const SILENT: Computer = {
  platform: 'linux',
  env: {},
  run: async () => null,
  files: { text: () => null, names: () => [], changed: () => null },
  runtime: '45.4.1',
  now: () => NOW,
};

describe('a check of the computer', () => {
  it.each(['win32', 'darwin', 'linux', 'freebsd'] as const)(
    'has one reading of each check on %s where nothing answers',
    async (platform) => {
      const found = await checkComputer({ ...SILENT, platform });
      expect(found.readings.map(({ check }) => check)).toEqual(COMPUTER_CHECKS);
      expect(computerReadingsSchema.parse(found)).toEqual(found);
      expect(found.readings.filter(({ answer }) => answer !== 'unknown').map(({ check }) => check)).toEqual([
        'program-support',
      ]);
    },
  );

  it('tells of this computer what the vault takes', async () => {
    const found = await checkComputer(thisComputer('45.4.1'));
    expect(computerReadingsSchema.safeParse(found).success).toBe(true);
  });

  it('ends where a system throws', async () => {
    const text = () => {
      throw new Error('gone');
    };
    const found = await checkComputer({ ...SILENT, files: { ...SILENT.files, text } });
    expect(found.readings).toHaveLength(COMPUTER_CHECKS.length);
  });

  it.each([
    ['45.4.1', NOW, 'yes', 129],
    ['45.4.1', Date.parse('2027-04-01'), 'yes', 5],
    ['42.0.0', NOW, 'no', -39],
    ['33.2.1', NOW, 'no', null],
    ['99.0.0', NOW, 'unknown', null],
    ['x', NOW, 'unknown', null],
  ])('knows of Electron %s until when it is supported', async (runtime, now, answer, figure) => {
    const { readings } = await checkComputer({ ...SILENT, runtime, now: () => now });
    expect(readings.at(-1)).toMatchObject({ check: 'program-support', answer, figure });
  });

  it('counts no Electron as supported that was released 180 days ago', () => {
    const { ends } = ELECTRON_ENDS.at(-1)!;
    const version = `${ELECTRON_ENDS.at(-1)!.version}.0.0`;
    const released = (daysAgo: number) => ({
      [version]: new Date(Date.parse(ends) - (daysAgo + 100) * 86_400_000).toISOString(),
    });
    const now = Date.parse(ends) - 100 * 86_400_000;
    expect(programSupport(version, now, released(1))).toMatchObject({ answer: 'yes', figure: 100 });
    expect(programSupport(version, now, released(179))).toMatchObject({ answer: 'yes', figure: 1 });
    expect(programSupport(version, now, released(180))).toMatchObject({ answer: 'no', figure: 0 });
  });

  it('knows the end of the Electron that is shipped', async () => {
    const { default: shipped } = await import('electron/package.json', { with: { type: 'json' } });
    const major = Number((shipped as { version: string }).version.split('.')[0]);
    expect(ELECTRON_ENDS.map(({ version }) => version)).toContain(major);
    expect(Object.keys(ELECTRON_RELEASES)).toContain((shipped as { version: string }).version);
  });

  it.each([
    ['Electron', ELECTRON_ENDS],
    ['Windows', WINDOWS_ENDS],
  ])('has days that there are for each version of %s', (_name, ends) => {
    for (const { ends: day } of ends) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    expect(new Set(ends.map(({ version }) => version)).size).toBe(ends.length);
  });
});

describe('a program of the system', () => {
  it('is run with its arguments as they are, and with no other surroundings', async () => {
    const printed = await runProgram(process.execPath, [
      '-e',
      'console.log(process.argv[1], process.env.PATH)',
      '$(id); "x"',
    ]);
    expect(printed).toEqual({ out: '$(id); "x" undefined\n', err: '', code: 0 });
  });

  it('is told with the number that it ended with', async () => {
    expect(await runProgram(process.execPath, ['-e', 'process.exit(3)'])).toMatchObject({ code: 3 });
  });

  it('is told as nothing where there is none, or it prints too much', async () => {
    expect(await runProgram('/no/such/program', [])).toBeNull();
    expect(await runProgram(process.execPath, ['-e', 'process.stdout.write("x".repeat(1e6))'])).toBeNull();
  });
});
