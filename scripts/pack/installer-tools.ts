/** Tools that electron-builder makes Linux installers with, which it would download: this project's own for the deb and, for what is no release, for the AppImage. */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, projectDir } from '../setup/paths.mjs';
import { ensureInstallerTools } from '../setup/system-packages.mjs';

/** Of a page of the image that follows it. */
const HEAD_BYTES = 4096;

/** What stands before the image of an AppImage: unpacks it into the folder of temporary files, where the real one mounts it. */
const STAND_IN_HEAD = `#!/bin/sh
# NOT FOR REAL DATA: stands in for the runtime of AppImage.
set -e
folder=$(mktemp -d)
unsquashfs -q -n -o ${HEAD_BYTES} -d "$folder/app" "$0" >/dev/null
exec "$folder/app/AppRun" "$@"
`;

function layOutStandIn(): string {
  const folder = join(cacheDir, 'appimage-stand-in');
  rmSync(folder, { recursive: true, force: true });
  const runtime = join(folder, 'runtimes', `runtime-${process.arch}`);
  for (const path of [dirname(runtime), join(folder, 'lib', process.arch)])
    mkdirSync(path, { recursive: true });
  for (const tool of ['mksquashfs', 'desktop-file-validate'])
    symlinkSync(join('/usr/bin', tool), join(folder, tool));
  writeFileSync(runtime, STAND_IN_HEAD.padEnd(HEAD_BYTES, '\n'));
  chmodSync(runtime, 0o755);
  return folder;
}

/** For electron-builder's environment. Throws SetupError where a package is missing and may not be installed. */
export async function installerTools(isRelease: boolean): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {};
  const deb = { CUSTOM_FPM_PATH: join(projectDir, 'scripts', 'pack', 'fpm.mjs') };
  if (isRelease) return deb;
  await ensureInstallerTools();
  return { ...deb, APPIMAGE_TOOLS_PATH: layOutStandIn() };
}
