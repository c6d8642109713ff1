/** Takes from a page everything that our pages do not use: permissions, network, navigation, windows, guests, downloads, tools. */
import type { App, Session, WebContents } from 'electron';
import { APP_SCHEME } from '../config.ts';
import { reportRefusal } from '../shell/refusals.ts';

/** Developer tools load their own pages over these; only an application that is not packaged has them. */
const TOOL_SCHEMES: ReadonlySet<string> = new Set(['devtools:', 'chrome-extension:']);

export function isAllowedRequest(address: string, toolsAllowed: boolean): boolean {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase() ?? '';
  return scheme === `${APP_SCHEME}:` || (toolsAllowed && TOOL_SCHEMES.has(scheme));
}

/** `isAllowed` says of each address whether a page of this session may ask for it. */
export function hardenSession(session: Session, isAllowed: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    reportRefusal('permission', permission);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.setCertificateVerifyProc((_request, answer) => {
    reportRefusal('certificate', 'any');
    answer(-2);
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    reportRefusal('download', 'any');
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowed(details.url);
    if (!allowed) reportRefusal('request', details.resourceType);
    answer({ cancel: !allowed });
  });
}

function hardenContents(contents: WebContents, toolsAllowed: boolean): void {
  // Also to the start page: a page that loaded itself anew would have no port; main alone brings up a page.
  const stay = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    reportRefusal('navigation', 'main-frame');
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    event.preventDefault();
    reportRefusal('navigation', 'frame');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    reportRefusal('webview', 'any');
  });
  contents.setWindowOpenHandler(() => {
    reportRefusal('new-window', 'any');
    return { action: 'deny' };
  });
  if (!toolsAllowed) contents.on('devtools-opened', () => contents.closeDevTools());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Covers every page that will ever be made, whoever makes it. */
export function hardenEveryPage(app: App, toolsAllowed: boolean): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, toolsAllowed));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('login', (event) => event.preventDefault());
}
