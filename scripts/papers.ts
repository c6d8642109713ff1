/**
 * `npm run papers [-- DIR]`: the papers of a release in `out/papers`: parts (CycloneDX), notices of others, the commit, and the SHA-256 of each file of
 * DIR, where `npm run pack -- --release --installers` has put the installers. Fails on a licence that is not on the list and on a dead export.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256Hex } from '../main/vault/crypto/sha256.ts';
import { writeNotices } from './papers/notices.ts';
import { listParts } from './papers/parts.ts';
import { ruleFaults } from './papers/rules.ts';
import { projectDir } from './setup/paths.mjs';
import { say } from './setup/say.mjs';

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: projectDir, encoding: 'utf8' }).trim();

/** As `sha256sum --check` reads them. */
const sumsOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
    .map((name) => `${sha256Hex(readFileSync(join(folder, name)))}  ${name}\n`)
    .join('');

const faults = await ruleFaults();
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
const [released] = process.argv.slice(2);
const parts = await listParts();
const papers = {
  'parts.cdx.json': `${JSON.stringify(parts, null, 2)}\n`,
  'THIRD-PARTY-NOTICES.txt': writeNotices(parts.components),
  COMMIT: `${git('rev-parse', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes that were not committed'}\n`,
  ...(released === undefined ? {} : { SHA256SUMS: sumsOf(resolve(released)) }),
};
const folder = join(projectDir, 'out', 'papers');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(papers)) writeFileSync(join(folder, name), text);
say(`${parts.components.length} parts; papers in ${folder}`);
