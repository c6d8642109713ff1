/** How every fuse of an Electron is set: off, whatever lets somebody else's code or tools into the application. */
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** @type {Readonly<Record<number, boolean>>} */
export const WANTED = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The fuses that a binary has, by number: true for on. @param {string} binary @returns {Promise<ReadonlyMap<number, boolean>>} */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  const entries = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
  return new Map(entries.map(([key, state]) => [Number(key), state === FuseState.ENABLE]));
}

/**
 * Sets each fuse that the binary has, and fails on one that is not in the list above. `drivable` leaves the inspect fuse
 * alone on, for the one build that tests can drive.
 * @param {string} binary
 * @param {{ readonly drivable: boolean }} options
 */
export async function setFuses(binary, { drivable }) {
  const present = [...(await readFuses(binary)).keys()];
  const unknown = present.filter((fuse) => !(fuse in WANTED));
  if (unknown.length > 0)
    throw new Error(`this Electron has fuses that nobody has decided on: ${unknown.join(', ')}`);
  // The type asks for every fuse that the library knows; the wire of an older Electron is shorter, and has to be met exactly.
  const settings = /** @type {Record<FuseV1Options, boolean>} */ (
    Object.fromEntries(
      present.map((fuse) => [
        fuse,
        fuse === FuseV1Options.EnableNodeCliInspectArguments ? drivable : WANTED[fuse],
      ]),
    )
  );
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // A changed byte breaks the signature without which macOS starts nothing on its own processors.
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...settings,
  });
}
