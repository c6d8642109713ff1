/**
 * Entry of the main process for `npm run dev`: the shipped one but for pages from the development server, a file for a keychain and a vault
 * that a debugger may look into. It is bundled by `scripts/dev` alone and lies in no package.
 */
import { app } from 'electron';
import { createOsKeychain, vaultKeyOf } from '../../../main/keychain/os-keychain.ts';
import { runApplication } from '../../../main/run-application.ts';
import { isAllowedRequest } from '../../../main/window/harden-session.ts';
import { openPasswordFile } from './password-file.ts';
import { servePagesFrom } from './serve-pages.ts';

const given = (name: string): string => {
  const value = process.env[`RESIDENT_VAULT_DEV_${name}`];
  if (value === undefined) throw new Error(`start it by npm run dev: ${name} is missing`);
  return value;
};

if (app.isPackaged) throw new Error('a package does not run the development entry');
const server = new URL(given('SERVER'));
const hotReload = `ws://${server.host}/`;
const inspectPort = given('VAULT_INSPECT_PORT');

runApplication({
  servePages: servePagesFrom(server, hotReload, given('NONCE')),
  isAllowedRequest: (address, toolsAllowed) =>
    isAllowedRequest(address, toolsAllowed) || address.startsWith(hotReload),
  openKeychain: (vaultDir) =>
    createOsKeychain(vaultKeyOf(vaultDir), {
      store: openPasswordFile(given('PASSWORDS')),
      hasBus: () => true,
      diagnose: async () => 'open',
    }),
  vaultProcess: {
    execArgv: inspectPort === '' ? [] : [`--inspect=127.0.0.1:${inspectPort}`],
    stdio: 'inherit',
  },
});
