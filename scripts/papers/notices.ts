/** Licences and notices of everything that the program holds, as their authors wrote them: bundles have lost their comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import type { Part } from './parts.ts';

const NOTICE = /^(?:licen[cs]e|copying|notice)/i;
const LINE = `\n${'='.repeat(80)}\n`;

const licenceOf = ({ licenses = [] }: Part): string =>
  licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '').join(', ') ||
  'no licence declared';

function textsOf({ author, properties = [], ...part }: Part): readonly string[] {
  const folder = properties.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? '';
  const files = readdirSync(join(projectDir, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (files.length === 0)
    return [`The package brings no text of its licence (${licenceOf(part)}). By ${author ?? 'its authors'}.`];
  return files.map((name) =>
    readFileSync(join(projectDir, folder, name), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim(),
  );
}

/** One text, in the order of the list. */
export function writeNotices(parts: readonly Part[]): string {
  const sections = parts.map((part) => {
    const name = part.group === undefined ? part.name : `${part.group}/${part.name}`;
    return [`${name} ${part.version} (${licenceOf(part)})`, ...textsOf(part)].join('\n\n');
  });
  const head =
    'Parts of Resident Vault that others have written. Chromium and what comes with it: LICENSES.chromium.html beside the program.';
  return `${[head, ...sections].join(`\n${LINE}`)}\n`;
}
