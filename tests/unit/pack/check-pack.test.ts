/** A small pack with real modules, and each thing that may be wrong with one planted in it. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { expect, it } from 'vitest';
import { faultsOf } from '../../../scripts/pack/check-pack.ts';
import { setFuses } from '../../../scripts/pack/fuses.mjs';
import { readImports } from '../../../scripts/pack/read-imports.ts';
import { isOfTheSystem } from '../../../scripts/pack/system-libraries.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { NATIVE_LIST } from '../../../main/files/native-modules.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const ARGON2 = 'node_modules/argon2/prebuilds/linux-x64/argon2.glibc.node';
const ENGINE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const KEYCHAIN = 'node_modules/keytar/prebuilds/linux-x64/keytar.node';
const HARDENING = 'dist/native/harden-process.node';
const MODULES = [HARDENING, ARGON2, ENGINE, KEYCHAIN];

/** What marks the fuses in a binary, its version, their number, and all of them off. */
const FUSES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${'0'.repeat(8)}`;

interface Planted {
  /** Before the archive is made. */
  readonly inside?: (root: string) => void;
  /** Of the folder, afterwards. */
  readonly beside?: (folder: string) => void;
}

const write = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o644 });
};

async function makePack({ inside, beside }: Planted): Promise<string> {
  const [root, folder] = [makeTempDir(), makeTempDir()];
  for (const path of MODULES) {
    // Ours is compiled where it is packed: any module stands for it here.
    const source = path === HARDENING ? KEYCHAIN : path;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(projectDir, source), join(root, path));
  }
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex');
  write(
    join(root, NATIVE_LIST),
    JSON.stringify(Object.fromEntries(MODULES.map((path) => [path, hash(path)]))),
  );
  write(join(root, 'dist/main/main.cjs'), '"use strict";');
  inside?.(root);
  const program = join(folder, 'resident-vault');
  write(program, FUSES);
  chmodSync(program, 0o755);
  await setFuses(program, { drivable: false });
  mkdirSync(join(folder, 'resources'));
  await createPackageWithOptions(root, join(folder, 'resources/app.asar'), { unpack: '*.node' });
  beside?.(folder);
  return folder;
}

/** A module that needs another library of a name as long. */
const needing = (path: string, from: string, to: string): void => {
  const bytes = readFileSync(path);
  bytes.write(to, bytes.indexOf(from), 'latin1');
  writeFileSync(path, bytes);
};
const unpacked = (folder: string, path: string): string => join(folder, 'resources/app.asar.unpacked', path);
const changeByte = (file: string): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(file, bytes);
};

it.skipIf(process.platform === 'win32')('a pack passes as it was made', async () => {
  expect(await faultsOf(await makePack({}))).toEqual([]);
});

const FAULTS: Readonly<Record<string, Planted & { readonly said: string }>> = {
  'a source map': {
    inside: (root) => write(join(root, 'dist/main/main.cjs.map'), '{}'),
    said: 'app.asar/dist/main/main.cjs.map is a source map',
  },
  'the name of a source map': {
    inside: (root) => appendFileSync(join(root, 'dist/main/main.cjs'), '\n//# sourceMappingURL=data:'),
    said: 'app.asar/dist/main/main.cjs names a source map',
  },
  'the folder that it was built in': {
    beside: (folder) => write(join(folder, 'resources.pak'), `\0${projectDir}/main\0`),
    said: 'resources.pak names the folder that it was built in',
  },
  'a folder of somebody': {
    inside: (root) => appendFileSync(join(root, 'dist/main/main.cjs'), '"/home/builder/vault"'),
    said: 'app.asar/dist/main/main.cjs names a folder of somebody (/home/builder/)',
  },
  'a test': {
    inside: (root) => write(join(root, 'dist/main/main.test.cjs'), ''),
    said: 'app.asar/dist/main/main.test.cjs is of the tests',
  },
  'a package of development': {
    inside: (root) => write(join(root, 'node_modules/vitest/index.js'), ''),
    said: 'node_modules/vitest is no package that the program runs with',
  },
  'a library that a computer may lack': {
    beside: (folder) => {
      cpSync(join(projectDir, KEYCHAIN), join(folder, 'libextra.so'));
      needing(join(folder, 'libextra.so'), 'libsecret-1.so.0', 'libforeign.so.10');
      chmodSync(join(folder, 'libextra.so'), 0o644);
    },
    said: 'libextra.so needs libforeign.so.10, which a computer may lack',
  },
  'a wrong fuse': {
    beside: (folder) => {
      const program = join(folder, 'resident-vault');
      const bytes = readFileSync(program);
      bytes[bytes.indexOf(FUSES.slice(0, 32)) + 34] = '1'.charCodeAt(0);
      writeFileSync(program, bytes);
    },
    said: 'fuse 0 is on',
  },
  ...Object.fromEntries(
    MODULES.map((path) => [
      `one changed byte in ${path}`,
      {
        beside: (folder: string) => changeByte(unpacked(folder, path)),
        said: `${path} is not the module that was packed`,
      },
    ]),
  ),
  'a module that no list names': {
    beside: (folder) => cpSync(unpacked(folder, ENGINE), unpacked(folder, 'node_modules/argon2/other.node')),
    said: 'node_modules/argon2/other.node is not on the list',
  },
  'no list': {
    inside: (root) => rmSync(join(root, NATIVE_LIST)),
    said: `${NATIVE_LIST} is missing`,
  },
  'no module of ours': {
    beside: (folder) => rmSync(unpacked(folder, HARDENING)),
    said: `${HARDENING} is missing`,
  },
  'a mode that keeps others out': {
    beside: (folder) => chmodSync(join(folder, 'resident-vault'), 0o700),
    said: 'resident-vault has the mode 700',
  },
};

it.skipIf(process.platform === 'win32').each(Object.entries(FAULTS))(
  'a pack with %s is refused, and says so',
  async (_what, { said, ...planted }) => {
    expect(await faultsOf(await makePack(planted))).toContain(said);
  },
);

it('a folder without a program is no pack', async () => {
  await expect(faultsOf(makeTempDir())).rejects.toThrow('holds no packed program');
});

/** Of each system that packages are made for, whichever this is. */
const OF_SYSTEMS = ['win32-x64', 'darwin-arm64', 'darwin-x64', 'linux-x64'].flatMap((system) => [
  `keytar/prebuilds/${system}/keytar.node`,
  `better-sqlite3/prebuilds/${system}.node`,
  `argon2/prebuilds/${system}/argon2${system.endsWith('arm64') ? '.armv8' : ''}.glibc.node`,
]);

it.each(OF_SYSTEMS)('%s needs nothing that a new computer lacks', (path) => {
  const file = join(projectDir, 'node_modules', path);
  expect(existsSync(file)).toBe(true);
  const needed = readImports(readFileSync(file)) ?? [];
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.filter((name) => !isOfTheSystem(name))).toEqual([]);
});

it.each(['VCRUNTIME140.dll', 'VCRUNTIME140_1.dll', 'MSVCP140.dll', 'api-ms-win-crt-runtime-l1-1-0.dll'])(
  'the system brings no %s of itself',
  (name) => expect(isOfTheSystem(name)).toBe(false),
);
