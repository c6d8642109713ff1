/** `npm run dev` on a copy of the sources: what is saved there is seen in the running application, however far behind the page it lies. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPort } from '../../scripts/dev/page-server.ts';
import { removeDevStage } from '../../scripts/dev/stage-dev.ts';
import { type DebugPorts, type RunningDev, startDev } from '../../scripts/dev/start-dev.ts';
import { cacheDir, projectDir } from '../../scripts/setup/paths.mjs';
import { evaluateBehind } from '../support/devtools-page.ts';

const SOURCES = [
  'contract',
  'main',
  'preload',
  'assets',
  'renderer',
  'scripts',
  'tests/recordings',
  'tests/support',
  'tests/tsconfig.json',
  'tsconfig.base.json',
];

let sourceDir: string;
let ports: DebugPorts;
let dev: RunningDev;

beforeAll(async () => {
  mkdirSync(cacheDir, { recursive: true });
  // Within the project, so that libraries are found from there.
  sourceDir = mkdtempSync(join(cacheDir, 'dev-loop-'));
  for (const path of SOURCES) cpSync(join(projectDir, path), join(sourceDir, path), { recursive: true });
  const renderer = await findPort(9322);
  const main = await findPort(renderer + 1);
  ports = { renderer, main, vault: await findPort(main + 1) };
  dev = await startDev({ sourceDir, signedIn: 'supervisor', debug: ports, fresh: true });
});
afterAll(async () => {
  await dev?.stop();
  if (dev !== undefined) removeDevStage(dev.stage);
  rmSync(sourceDir, { recursive: true, force: true });
});

const inPage = (expression: string): Promise<unknown> => evaluateBehind(ports.renderer, expression);
const until = async (what: string, isSo: () => unknown): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (
    !(await Promise.resolve()
      .then(isSo)
      .catch(() => false))
  ) {
    if (Date.now() > deadline) throw new Error(`not within a minute: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const isAtCounter = (): Promise<unknown> =>
  inPage(`document.querySelector('[data-testid=screen-counter]') !== null`);
const save = (path: string, change: (text: string) => string): void => {
  const file = join(sourceDir, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
/** Has a module say, by a file, that it has run since it was changed. */
const leaveMark = (path: string): string => {
  const mark = join(dev.stage.profileDir, `${path.replaceAll('/', '-')}.ran`);
  appendFileSync(
    join(sourceDir, path),
    `\nimport { writeFileSync as leaveMark } from 'node:fs';\nleaveMark(${JSON.stringify(mark)}, '');\n`,
  );
  return mark;
};

it('signs in to a practice vault with residents in it', async () => {
  await until('the counter', isAtCounter);
  const found = (await inPage(
    `residentVault.vault['people.search']({ text: '101' }).then((reply) => JSON.stringify(reply))`,
  )) as string;
  expect(JSON.parse(found)).toMatchObject({ ok: true });
  expect(found).toContain('personId');
});

it('keeps the origin and the policy of the application around pages from the development server', async () => {
  expect(await inPage('location.href')).toBe('app://vault/index.html');
  expect(await inPage(`fetch('${dev.pages.address}/').then(() => 'let through', () => 'refused')`)).toBe(
    'refused',
  );
  expect(await inPage(`fetch('/index.html').then(() => 'let through', () => 'refused')`)).toBe('refused');
});

it('shows a changed component in the page that is there', async () => {
  await inPage('window.wasThereBefore = true');
  save('renderer/desk/Desk.tsx', (text) =>
    text.replace('data-testid="screen-counter"', 'data-testid="screen-counter" data-changed'),
  );
  await until('the change', () => inPage(`document.querySelector('[data-changed]') !== null`));
  expect(await inPage('window.wasThereBefore')).toBe(true);
});

it('runs a changed module of the vault in a fresh process, with a fresh page that is signed in', async () => {
  const mark = leaveMark('main/vault/process.ts');
  await until('the changed vault', () => existsSync(mark));
  await until('the counter', isAtCounter);
  expect(await inPage('typeof window.wasThereBefore')).toBe('undefined');
});

it('starts Electron anew for a changed module of main', async () => {
  const mark = leaveMark('main/run-application.ts');
  await until('the changed main', () => existsSync(mark));
  await until('the counter', isAtCounter);
});

it('serves the screens over recorded answers at an address of their own', async () => {
  const page = await (await fetch(dev.pages.browserAddress)).text();
  const [, script = ''] = /src="(\/@fs[^"]*browser-page\.ts)"/.exec(page) ?? [];
  const module = await fetch(dev.pages.address + script);
  expect(module.status).toBe(200);
  expect(await module.text()).toContain('recorded-bridge.ts');
});
