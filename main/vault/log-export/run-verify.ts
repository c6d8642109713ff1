/** The verifier as a command: `FILE --root FINGERPRINT`. Needs neither a vault nor a keychain. */
import { parseArgs } from 'node:util';
import { NotOursError } from '../../files/plain-file.ts';
import { describeReport } from './describe-report.ts';
import { isFingerprint, normaliseFingerprint } from './verify-export.ts';
import { verifyExportFile } from './verify-file.ts';

/** Result of the command; `code`: 0 for a whole export, 1 for one that is not, 2 where it could not be read. */
export interface Verified {
  readonly code: 0 | 1 | 2;
  readonly out: readonly string[];
  readonly problem: readonly string[];
}

const USAGE = [
  '用法：--verify-log-export 文件 --root 校验码（恢复单上的 32 位）',
  'usage: --verify-log-export FILE --root FINGERPRINT (32 hexadecimal digits, on the recovery sheet)',
];

/** `args`: words of the command line after the program. Never throws for what the file holds. */
export async function runVerify(args: readonly string[]): Promise<Verified> {
  const asked = readArguments(args);
  if (asked === null) return { code: 2, out: [], problem: USAGE };
  try {
    const report = await verifyExportFile(asked.file, asked.root);
    return { code: report.bad === null ? 0 : 1, out: describeReport(report), problem: [] };
  } catch (error) {
    const code =
      error instanceof NotOursError
        ? 'not-a-plain-file'
        : ((error as NodeJS.ErrnoException | null)?.code ?? 'UNKNOWN');
    return { code: 2, out: [], problem: [`读不到文件（${code}）`, `the file could not be read (${code})`] };
  }
}

function readArguments(args: readonly string[]): { readonly file: string; readonly root: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { root: { type: 'string' } },
    });
    const [file] = positionals;
    const root = normaliseFingerprint(values.root ?? '');
    return file !== undefined && positionals.length === 1 && isFingerprint(root) ? { file, root } : null;
  } catch {
    return null;
  }
}
