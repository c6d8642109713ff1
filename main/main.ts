/** Entry of the main process as it is shipped: pages from the build, the operating system's keychain, a vault that nobody can look into. */
import { openOsKeychain } from './keychain/os-keychain.ts';
import { runApplication } from './run-application.ts';
import { SEALED_VAULT_PROCESS } from './vault-host.ts';
import { serveApp } from './window/app-protocol.ts';
import { isAllowedRequest } from './window/harden-session.ts';

runApplication({
  servePages: serveApp,
  isAllowedRequest,
  openKeychain: openOsKeychain,
  vaultProcess: SEALED_VAULT_PROCESS,
});
