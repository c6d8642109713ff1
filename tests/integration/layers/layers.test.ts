/** The layer check, proved by planting one violation for each rule, and by the sources as they are. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type ImportGraph,
  checkPublished,
  findCircles,
  readImportGraph,
} from '../../../scripts/checks/import-graph.ts';
import { checkFile, findImports, hasSchemas } from '../../../scripts/checks/layer-rules.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';

/** What breaks each rule: a file, and what it says. */
const PLANTED: Readonly<Record<string, readonly (readonly [file: string, source: string])[]>> = {
  'renderer: may not import main': [['renderer/app.tsx', "import { app } from '../main/config.ts';"]],
  'renderer: may not import the package': [
    ['renderer/app.tsx', "import { readFileSync } from 'node:fs';"],
    ['renderer/app.tsx', "import { ipcRenderer } from 'electron';"],
  ],
  'renderer: may not import vault': [
    ['renderer/app.tsx', "import type { Row } from '../main/vault/store/store.ts';"],
  ],
  'renderer: knows schemas by their types alone': [
    ['renderer/app.tsx', "import { slotIdSchema } from '../contract/ids.ts';"],
  ],
  'renderer: imports from the lines below its own alone': [
    ['renderer/log/LogPage.tsx', "import { counterPage } from '../counter/index.ts';"],
    ['renderer/log/LogPage.tsx', "import type { StaffState } from '../staff/staff-store.ts';"],
    ['renderer/ui/Button.tsx', "import { appStore } from '../stores.ts';"],
    // A folder that no line names is a feature.
    ['renderer/parcels/ParcelsPage.tsx', "import { policyStore } from '../policy/stores.ts';"],
    ['renderer/ui/Button.tsx', "import { parcelsStore } from '../parcels/stores.ts';"],
  ],
  'renderer: a file outside the folders has its line in the layer rules': [
    ['renderer/log/LogPage.tsx', "import { x } from '../nowhere.ts';"],
  ],
  'vault: imports from the lines below its own alone': [
    ['main/vault/parcels/index.ts', "import { readPolicy } from '../policy/read-policy.ts';"],
    ['main/vault/session/session.ts', "import { parcelsFeature } from '../parcels/index.ts';"],
    // Of a neighbour what it publishes, and nothing else; of a line above not even that.
    ['main/vault/consent/postings.ts', "import type { Grounds } from '../requests/read-grounds.ts';"],
    ['main/vault/store/store.ts', "import type { Grounds } from '../requests/api.ts';"],
    ['main/vault/consent/postings.ts', "import { x } from '../requests/parts/api.ts';"],
    ['main/vault/search/search.ts', "import { route } from '../router.ts';"],
    ['main/vault/store/store.ts', "import { search } from '../search/search.ts';"],
    ['main/vault/staff/shift.ts', "import { readPolicy } from '../policy/read-policy.ts';"],
    ['main/vault/crypto/aead.ts', "import { seal } from '../keys/seal.ts';"],
  ],
  'api.ts: exports names of its own folder alone': [
    ['main/vault/requests/api.ts', "export { x } from './x.ts'; export const y = 1;"],
    ['main/vault/requests/api.ts', "export { sql } from '../store/sql.ts';"],
    ['main/vault/requests/api.ts', "export * from './read-grounds.ts';"],
  ],
  'preload: may not import renderer': [['preload/bridge.ts', "import { x } from '../renderer/bridge.ts';"]],
  'preload: may not import the package': [['preload/bridge.ts', "import { readFileSync } from 'node:fs';"]],
  'main: may not import vault': [
    ['main/config.ts', "import { openStore } from './vault/store/open-store.ts';"],
    ['main/config.ts', "const store = import('./vault/store/open-store.ts');"],
  ],
  'main: may not import the package': [['main/config.ts', "import { z } from 'better-sqlite3';"]],
  'vault: may not import the package': [
    ['main/vault/search/search.ts', "import { app } from 'electron';"],
    ['main/vault/search/search.ts', "import keytar from 'keytar';"],
    ['main/vault/search/search.ts', "import { connect } from 'node:net';"],
    ['main/vault/search/search.ts', "import { Client } from 'pg';"],
    ['main/vault/search/search.ts', "const { request } = await import('node:https');"],
    ['main/vault/search/search.ts', "import { spawn } from 'node:child_process';"],
  ],
  'vault: may not import main': [
    ['main/vault/search/search.ts', "import { config } from '../../config.ts';"],
  ],
  'vault: a file outside the folders has its line in the layer rules': [
    ['main/vault/staff/shift.ts', "import { x } from '../nowhere.ts';"],
  ],
  'contract: may not import the package': [['contract/ids.ts', "import { readFileSync } from 'node:fs';"]],
  'contract: may not import main': [['contract/ids.ts', "export { x } from '../main/config.ts';"]],
  'contract: imports from nowhere but contract': [
    ['contract/ids.ts', "import { x } from '../scripts/start.ts';"],
  ],
  'entry: nothing imports an entry': [
    ['main/vault/vault.ts', "import { x } from './process.ts';"],
    ['main/config.ts', "import { x } from './main.ts';"],
    ['main/vault/import/read-in-worker.ts', "import './workbook-worker.ts';"],
  ],
  'files: may not import vault': [
    ['main/files/durable-files.ts', "import { AppError } from '../vault/app-error.ts';"],
  ],
  'carrier: may not import vault': [
    ['main/carrier/mailbox-client.ts', "import { seal } from '../vault/keys/seal.ts';"],
  ],
  'carrier: may not import the package': [
    ['main/carrier/mailbox-client.ts', "import { app } from 'electron';"],
    ['main/carrier/mailbox-client.ts', "import { spawn } from 'node:child_process';"],
  ],
  'vault: may not import carrier': [
    ['main/vault/search/search.ts', "import { openMailbox } from '../../carrier/mailbox-client.ts';"],
  ],
  'main: may not import carrier': [
    ['main/application.ts', "import { openMailbox } from './carrier/mailbox-client.ts';"],
  ],
  'one door: pg is for main/carrier/mailbox-client.ts alone': [
    ['main/carrier/spool.ts', "import { Client } from 'pg';"],
  ],
  'files: may not import the package': [['main/files/durable-files.ts', "import { z } from 'node:net';"]],
  'one door: node:fs/promises#rename is for main/files/move-and-remove.ts alone': [
    ['main/vault/keys/header.ts', "import { rename } from 'node:fs/promises';"],
  ],
  'one door: node:fs#openSync is for main/files/plain-file.ts and main/vault/store/engine/pages.ts and main/vault/store/engine/page-search.ts alone':
    [['main/vault/scan/read-xlsx.ts', "import { openSync } from 'node:fs';"]],
  'one door: node:fs/promises#open is for main/files/plain-file.ts and main/files/durable-files.ts and main/vault/backup-files/backup-files.ts alone':
    [['main/vault/import/read-workbook.ts', "import { open as it } from 'node:fs/promises';"]],
  'one door: node:fs#readFileSync is for main/computer-checks/linux.ts and main/sweep-surroundings.ts and main/files/native-modules.ts and main/files/updates/running-program.ts alone':
    [['main/vault/attachments/read-picked.ts', "import { readFileSync } from 'node:fs';"]],
  'one door: node:fs#createReadStream is for nobody alone': [
    ['main/vault/log-export/verify-file.ts', "import { createReadStream } from 'node:fs';"],
  ],
  'one door: node:fs#promises is for nobody alone': [
    ['main/vault/sweep/index.ts', "import { promises } from 'node:fs';"],
  ],
  'one door: node:fs#* is for nobody alone': [
    ['main/vault/sweep/index.ts', "import * as fs from 'node:fs';"],
    ['main/vault/sweep/index.ts', "import fs from 'node:fs';"],
  ],
  'one door: node:fs/promises#* is for nobody alone': [
    ['main/vault/sweep/index.ts', "const all = await import('node:fs/promises');"],
  ],
  'decisions: read by log/decisions.ts alone': [
    [
      'main/vault/limits/change-limits.ts',
      "const last = selectRows(`WHERE action = 'limits' ORDER BY seq DESC LIMIT 1`);",
    ],
    [
      'main/vault/retention/recall.ts',
      "const gone = sql`SELECT max(seq) FROM $log WHERE person_id = ${id} AND action IN ('open', 'recall')`;",
    ],
  ],
  'log: asked for through log/chains.ts alone': [
    ['main/vault/staff/shift.ts', 'const last = sql`SELECT max(seq) FROM log_entry`;'],
    ['main/vault/search/search.ts', "const text = 'SELECT 1 WHERE 5 IN log_segment';"],
  ],
  'one door: main/vault/log/detail.ts#readAnyDetail is for main/vault/log/decisions.ts and main/vault/key-change/slot-change.ts and main/vault/access-monitor/read-acts.ts and main/vault/access-history/scope.ts and main/vault/activity/count-log.ts and main/vault/evidence/list-packs.ts and main/vault/incidents/case-file.ts and main/vault/oversight/log-page.ts and main/vault/staff/shift.ts alone':
    [['main/vault/estate-transfer/order.ts', "import { readAnyDetail } from '../log/detail.ts';"]],
  'one door: keytar is for main/keychain/os-keychain.ts alone': [
    ['main/config.ts', "import keytar from 'keytar';"],
  ],
  'one door: electron#ipcMain is for main/shell/ipc.ts alone': [
    ['main/config.ts', "import { ipcMain } from 'electron';"],
  ],
  'one door: electron is imported by name': [
    ['main/config.ts', "import * as electron from 'electron';"],
    ['main/config.ts', "const electron = require('electron');"],
  ],
  'one door: electron#ipcRenderer is for preload/bridge.ts and preload/paper.ts alone': [
    ['preload/activity.ts', "import { ipcRenderer as raw } from 'electron';"],
  ],
  'one door: better-sqlite3 is for main/vault/store/engine/better-sqlite3.ts alone': [
    ['main/vault/search/search.ts', "import Database from 'better-sqlite3';"],
  ],
  'one door: node:worker_threads is for main/vault/long-work/threads.ts and main/vault/import/workbook-thread.ts and main/vault/import/workbook-worker.ts and main/vault/import/sheet-worker.ts and main/vault/key-management/reseal-worker.ts and main/vault/store/engine/check-worker.ts and main/vault/pdf/pdf-worker.ts and main/vault/sealed-files/seal-worker.ts alone':
    [['main/vault/search/search.ts', "import { Worker } from 'node:worker_threads';"]],
  'one door: @journeyapps/sqlcipher is for main/vault/store/engine/sqlcipher.ts alone': [
    ['main/vault/search/search.ts', "loadNative('@journeyapps/sqlcipher');"],
  ],
};
const CASES = Object.entries(PLANTED).flatMap(([rule, planted]) =>
  planted.map(([file, source]) => [file, source, rule] as const),
);

/** Files by their paths, and what each holds. */
const graphOf = (sources: Readonly<Record<string, string>>): ImportGraph =>
  readImportGraph(
    new Map(Object.entries(sources).map(([path, source]) => [path, findImports(path, source)])),
  );

describe('the layer check', () => {
  it.each(CASES)('refuses in %s: %s', (file, source, rule) => {
    expect(checkFile(file, source)).toEqual([expect.objectContaining({ file, rule })]);
  });

  it('lets through what the rules allow', () => {
    expect(
      checkFile(
        'main/shell/ipc.ts',
        "import { ipcMain } from 'electron'; import { ok } from '../../contract/result.ts'; import { join } from 'node:path';",
      ),
    ).toEqual([]);
    expect(
      checkFile(
        'main/vault/router.ts',
        "import { search } from './search/search.ts'; import { AppError } from './app-error.ts';",
      ),
    ).toEqual([]);
    expect(checkFile('main/config.ts', "import type { ipcMain } from 'electron';")).toEqual([]);
    expect(
      checkFile('main/vault/consent/postings.ts', "import { readGrounds } from '../requests/api.ts';"),
    ).toEqual([]);
    expect(
      checkFile(
        'main/vault/requests/api.ts',
        "export { type Grounds, readGrounds } from './read-grounds.ts';",
      ),
    ).toEqual([]);
    expect(
      checkFile(
        'renderer/parcels/ParcelsPage.tsx',
        "import { Button } from '../ui/Button.tsx'; import { deskStore } from '../pages/stores.ts';",
      ),
    ).toEqual([]);
    expect(
      checkFile(
        'renderer/app.tsx',
        "import type { SlotId } from '../contract/ids.ts'; import { ROLES } from '../contract/fields.ts';",
      ),
    ).toEqual([]);
  });

  it('refuses that what a folder publishes stands on a neighbour, directly or through a file of its own', () => {
    const found = checkPublished(
      graphOf({
        'main/vault/requests/api.ts': "export { x } from './count.ts';",
        'main/vault/requests/count.ts': "import { y } from './rules.ts';",
        'main/vault/requests/rules.ts': "import type { z } from '../consent/api.ts';",
        // Not published by anything.
        'main/vault/requests/index.ts': "import type { z } from '../consent/api.ts';",
        'main/vault/consent/api.ts': "export type { z } from './z.ts';",
        'main/vault/consent/z.ts': "import { sql } from '../store/sql.ts';",
        'main/vault/store/sql.ts': '',
      }),
    );
    expect(found).toEqual([
      {
        file: 'main/vault/requests/rules.ts',
        imports: 'main/vault/consent/api.ts',
        rule: 'main/vault/requests/api.ts stands on it: imports from the lines below its own alone',
      },
    ]);
  });

  it('finds circles of imports, those of types and of one file alone included', () => {
    const circles = findCircles(
      graphOf({
        'contract/a.ts': "import { b } from './b.ts'; import { d } from './d.ts';",
        'contract/b.ts': "import type { c } from './c.ts';",
        'contract/c.ts': "export type { A } from './a.ts';",
        'contract/d.ts': "import { e } from './e.ts'; import { z } from 'zod';",
        'contract/e.ts': "const here = import('./e.ts');",
        'contract/f.ts': "import { a } from './a.ts'; import { d } from './d.ts';",
      }),
    );
    expect(circles).toEqual([['contract/e.ts'], ['contract/a.ts', 'contract/b.ts', 'contract/c.ts']]);
  });

  it('tells the files of the contract that have schemas by their names', () => {
    const files = readdirSync(join(projectDir, 'contract'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `contract/${name.replaceAll('\\', '/')}`);
    const takesZod = (file: string): boolean =>
      readFileSync(join(projectDir, file), 'utf8').includes("from 'zod'");
    expect(files.filter(hasSchemas)).toEqual(files.filter(takesZod));
  });

  it('finds none in the sources as they are', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/check-layers.ts'],
      { cwd: projectDir, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status, stdout).toBe(0);
  });
});
