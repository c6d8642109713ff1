/**
 * A whole day at the desk, a crash in it, and then every file that the application has written is searched for what was imported, typed
 * and shown: profile, vault with its WAL, caches, temporary files, shared memory. The workbook itself is not the application's.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { filesBelow, searchFiles } from '../support/file-search.ts';
import { writeSheets } from '../support/fixture-workbooks.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const IMPORTED = { name: '欧阳慧敏', phone: phoneOf(2718), id: idNumberOf(271) };
const ADDED = { name: '张明亮', phone: phoneOf(3141), id: idNumberOf(314), plate: '桂M12345' };
const PLANTED = [
  ...Object.values(IMPORTED),
  ...Object.values(ADDED),
  ...Object.values(DESK_STAFF).map((staff) => staff.pin),
];

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = makeTempDir();
  chmodSync(folder, 0o755);
  app = await launchApp();
});
afterAll(() => app?.dispose());

it('leaves nothing readable in any file after a day, a crash, and a quit', async () => {
  const workbook = join(folder, 'owners.xlsx');
  writeSheets(
    workbook,
    [
      {
        name: '业主',
        rows: [
          ['楼号', '单元', '房间', '业主名称', '手机号', '身份证号'],
          ['3', '2', '1801', IMPORTED.name, IMPORTED.phone, IMPORTED.id],
        ],
      },
    ],
    'xlsx',
  );
  chmodSync(workbook, 0o644);
  const desk = new DeskDriver(app);
  const sheet = (await desk.setUp('文件花园')).map((line) => line.join(''));
  await desk.keepIdNumbers();
  await desk.enter('supervisor');
  expect(await desk.importWorkbook(workbook)).toEqual({ created: 1, rejected: 0 });
  await desk.request('people.add', {
    person: draftOf(0, {
      sealed: [
        { field: 'phone', value: ADDED.phone },
        { field: 'idNumber', value: ADDED.id },
      ],
    }),
    pin: DESK_STAFF.supervisor.pin,
  });
  await desk.search(ADDED.phone);
  await desk.openFirst();
  expect(await desk.reveal('phone', 'supervisor')).toBe(ADDED.phone);
  expect(search(sheet)).toEqual([]);
  await desk.switchTo('supervisor');
  await desk.search(IMPORTED.phone);
  await desk.openFirst();
  expect(await desk.reveal('idNumber', 'supervisor')).toBe(IMPORTED.id);
  await app.kill();
  expect(search(sheet)).toEqual([]);
  await app.restart();
  await desk.enter('supervisor');
  await app.quit();
  expect(filesBelow(join(app.userDataDir, 'vault')).length).toBeGreaterThanOrEqual(2);
  expect(search(sheet)).toEqual([]);
});

it('is searched by something that finds a planted file', () => {
  writeFileSync(join(app.userDataDir, 'leak.bin'), Buffer.from(`…${ADDED.phone}…`, 'utf16le'));
  expect(search([])).toEqual([{ file: join(app.userDataDir, 'leak.bin'), value: ADDED.phone }]);
  rmSync(join(app.userDataDir, 'leak.bin'));
});

/** What `npm run dev` leaves for its next start, PINs of invented staff among it: not the application's. */
const DEVELOPMENT_STAGE = /\/resident-vault-[0-9a-f]+-dev-[0-9a-f]+\//;

/** All that the application can have written: its profile, and whatever its user owns in the shared places. */
function search(more: readonly string[]): readonly object[] {
  const values = [...PLANTED, ...more];
  const { user } = app.staged;
  const shared = searchFiles(['/tmp', '/var/tmp', '/dev/shm'], values, {
    ownedBy: user?.uid ?? process.getuid?.() ?? -1,
    except: (file) =>
      file.startsWith(folder) || file.startsWith(app.userDataDir) || DEVELOPMENT_STAGE.test(file),
  });
  return [...searchFiles([app.userDataDir], values), ...(user === null ? [] : shared)];
}
