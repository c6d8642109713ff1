/** The list that a packed program holds its native modules against (`main/files/native-modules.ts`). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIVE_LIST, type NativeList } from '../../main/files/native-modules.ts';
import { sha256Hex } from '../../main/vault/crypto/sha256.ts';
import { argon2File } from '../../main/vault/crypto/hash-raw.ts';
import { cacheDir, projectDir } from '../setup/paths.mjs';

const system = `${process.platform}-${process.arch}`;

/** As electron-builder.yml takes them for this system; one that is not here is not packed. `npm run check-pack` finds any that this leaves out. */
const PATHS = [
  'dist/native/harden-process.node',
  `node_modules/keytar/prebuilds/${system}/keytar.node`,
  `node_modules/better-sqlite3/prebuilds/${system}.node`,
  'node_modules/@journeyapps/sqlcipher/build/Release/node_sqlite3.node',
  `node_modules/${argon2File()}`,
];

/** Writes it, and returns where electron-builder takes it from. */
export function writeNativeList(): { readonly from: string; readonly to: string } {
  const list: NativeList = Object.fromEntries(
    PATHS.filter((path) => existsSync(join(projectDir, path))).map((path) => [
      path,
      sha256Hex(readFileSync(join(projectDir, path))),
    ]),
  );
  const folder = join(cacheDir, 'pack');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, NATIVE_LIST), `${JSON.stringify(list, null, 2)}\n`);
  return { from: folder, to: '.' };
}
