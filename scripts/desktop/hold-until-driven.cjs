/**
 * Entry of the application as it is laid out to be driven, in front of its own: what main does when Electron is ready waits until Playwright has got hold
 * of the process. A page that changes its process just while Playwright attaches to it leaves Playwright waiting for ever, and with no page
 * there is none to miss. No pack that is shipped holds this file.
 *
 * A test of what a computer that is in order leads to says so in `RESIDENT_VAULT_STATED_COMPUTER`: what main reads of the system is then that.
 */
'use strict';

if (process.env.RESIDENT_VAULT_DRIVEN === '1') hold(require('electron').app);
if (process.env.RESIDENT_VAULT_STATED_COMPUTER !== undefined)
  state(JSON.parse(process.env.RESIDENT_VAULT_STATED_COMPUTER));
require('./dist/main/main.cjs');

/** Playwright calls `__playwright_run` in main once it is attached; where nothing calls it, no window is ever shown. */
function hold(app) {
  const ready = app.whenReady();
  const driven = new Promise((resolve) => {
    globalThis.__playwright_run = resolve;
  });
  app.whenReady = () => driven.then(() => ready);
}

/** `runtime`: version of Electron. `files`: text of files of the system, by path. */
function state({ runtime, files }) {
  const fs = require('node:fs');
  const { readFileSync } = fs;
  fs.readFileSync = (path, ...rest) => files[path] ?? readFileSync(path, ...rest);
  Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: runtime } });
}
