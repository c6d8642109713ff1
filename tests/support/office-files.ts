/** Files as offices have them, made by other programs than this one (tests/office-files/make_office_files.py), read as a sweep reads them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIN_PEOPLE } from '../../contract/sweep/lists.ts';
import { type Scanned, scanFile } from '../../main/vault/scan/scan-file.ts';

/** A file and what a sweep makes of it. */
export interface OfficeFile {
  readonly name: string;
  /** `people`: three or more. `unread`: it is to be named, since no program reads who is in it. */
  readonly expected: 'people' | 'nobody' | 'unread';
  readonly tool: string;
  readonly habit: string;
  readonly scanned: Scanned;
}

const MAKER = join(import.meta.dirname, '..', 'office-files', 'make_office_files.py');
/** The files that are kept. */
export const OFFICE_FILES = join(import.meta.dirname, '..', 'office-files', 'files');
/** Debian's, for whose packages the script is written. */
const PYTHON = '/usr/bin/python3';

export async function readOfficeFiles(folder: string): Promise<readonly OfficeFile[]> {
  const listed = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as readonly Omit<
    OfficeFile,
    'scanned'
  >[];
  const files: OfficeFile[] = [];
  for (const file of listed) {
    const scanned = await scanFile(join(folder, file.name), {
      key: new Uint8Array(32),
      today: Date.UTC(2026, 5, 1),
    });
    files.push({ ...file, scanned });
  }
  return files;
}

/** Other people in the same kinds of files. Undefined where the programs are not there. */
export function makeOfficeFiles(folder: string, seed: number): string | undefined {
  try {
    execFileSync(PYTHON, ['-c', 'import openpyxl, xlwt, docx, pandas, reportlab, xlsxwriter'], {
      stdio: 'ignore',
    });
    for (const program of ['soffice', 'javac']) execFileSync('which', [program], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  execFileSync(PYTHON, [MAKER, folder, String(seed)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

const isFound = ({ scanned }: OfficeFile): boolean => scanned.people >= MIN_PEOPLE;
export const missedOf = (files: readonly OfficeFile[]): readonly OfficeFile[] =>
  files.filter((file) => file.expected === 'people' && !isFound(file));
export const falseAlarmsOf = (files: readonly OfficeFile[]): readonly OfficeFile[] =>
  files.filter((file) => file.expected === 'nobody' && isFound(file));

/** A table by the programs that made the files, and a line for each that was taken for what it is not. */
export function describeOfficeFiles(files: readonly OfficeFile[]): string {
  const tools = [...new Set(files.map(({ tool }) => tool))].toSorted();
  const rows = [
    ...tools.map((tool) => [tool, files.filter((file) => file.tool === tool)] as const),
    ['all', files] as const,
  ];
  const table = rows.map(([tool, some]) =>
    [
      tool.padEnd(18),
      `${some.filter(({ expected }) => expected === 'people').length} with people`,
      `${missedOf(some).length} missed`,
      `${some.filter(({ expected }) => expected === 'nobody').length} without`,
      `${falseAlarmsOf(some).length} false alarms`,
    ].join('  '),
  );
  const wrong = [...missedOf(files), ...falseAlarmsOf(files)].map(
    ({ name, habit, scanned }) =>
      `${name}: ${scanned.people} people, unread ${scanned.unread ?? 'nothing'} (${habit})`,
  );
  return [...table, ...wrong].join('\n');
}
