/** Nothing of `npm run dev` is in what is shipped: the bundles are made as a package gets them and read, every file of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rolldown, build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { listParts } from '../../../scripts/papers/parts.ts';
import { bundleConfigs, NODE_BUNDLES } from '../../../scripts/build/bundles.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { CONTENT_SECURITY_POLICY } from '../../../main/window/app-address.ts';
import { isAllowedRequest } from '../../../main/window/harden-session.ts';
import { DESK_STAFF } from '../../support/desk-driver.ts';
import { PINS } from '../../support/vault-harness.ts';

interface Shipped {
  readonly name: string;
  readonly text: string;
  readonly modules: readonly string[];
}

let shipped: readonly Shipped[];

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const outputs: Shipped[] = [];
  for (const config of bundleConfigs({ electronMajor: 45 })) {
    const modules: string[] = [];
    const made = await build({
      ...config,
      plugins: [
        ...(config.plugins ?? []),
        {
          name: 'list-modules',
          buildEnd() {
            modules.push(...this.getModuleIds());
          },
        },
      ],
      build: { ...config.build, write: false },
    });
    for (const { output } of [made].flat() as readonly Rolldown.RolldownOutput[])
      for (const part of output)
        outputs.push({
          name: part.fileName,
          text: part.type === 'chunk' ? part.code : Buffer.from(part.source).toString('latin1'),
          modules,
        });
  }
  shipped = outputs;
  vi.unstubAllEnvs();
});

const named = (text: string): readonly string[] =>
  shipped.filter((file) => file.text.includes(text)).map(({ name }) => name);

describe('what is shipped', () => {
  it('is all of the bundles, main and page among them', () => {
    expect(shipped.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...NODE_BUNDLES.map(({ file }) => file), 'index.html']),
    );
    expect(named('refused to start with --')).toEqual(['main/main.cjs']);
  });

  it('is made of no module of the workshop or the tests', () => {
    const folders = ['scripts', 'tests'].map(
      (folder) => `${join(projectDir, folder).replaceAll('\\', '/')}/`,
    );
    const found = shipped.flatMap(({ modules }) =>
      modules.filter((id) => folders.some((folder) => id.startsWith(folder))),
    );
    expect(found).toEqual([]);
    expect(shipped.every(({ modules }) => modules.length > 0)).toBe(true);
  });

  it('holds no package that papers of a release do not list', async () => {
    const listed = new Set(
      (await listParts()).components.flatMap(({ properties = [] }) =>
        properties.filter(({ name }) => name === 'cdx:npm:package:path').map(({ value }) => value),
      ),
    );
    const held = new Set(
      shipped.flatMap(({ modules }) =>
        modules.flatMap(
          (id) => /\/((?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+)/.exec(id)?.[1]?.slice(0, -1) ?? [],
        ),
      ),
    );
    expect(held.size).toBeGreaterThan(20);
    expect([...held].filter((path) => !listed.has(path))).toEqual([]);
  });

  it('has no page of a component, neither its module nor its words', () => {
    const pages = shipped.flatMap(({ modules }) => modules.filter((id) => id.includes('/components/pages/')));
    expect(pages).toEqual([]);
    expect(shipped.some(({ modules }) => modules.some((id) => id.endsWith('/renderer/ui/Button.tsx')))).toBe(
      true,
    );
    for (const trace of ['components.html', 'data-address', 'component-pages', '3-2-1201'])
      expect(named(trace), trace).toEqual([]);
  });

  it('names no development server, no debugger, no flag and no variable of the development entry', () => {
    for (const trace of ['127.0.0.1', 'ws://', '@vite/', 'import.meta.hot', 'react-refresh'])
      expect(named(trace), trace).toEqual([]);
    // The client of PostgreSQL would go there if it were given no address; it is given a connection that stands.
    expect(named('localhost').filter((file) => file !== 'carrier/process.cjs')).toEqual([]);
    for (const trace of [
      '--inspect',
      'RESIDENT_VAULT_DEV',
      '--signed-in',
      'resident-vault:',
      'practice-keychain.json',
      'practice-pins.json',
    ])
      expect(named(trace), trace).toEqual([]);
  });

  it('knows no PIN of the practice vault or of the tests', () => {
    const pins = [PINS, DESK_STAFF].flatMap((staff) => Object.values(staff));
    for (const pin of pins.map((one) => (typeof one === 'string' ? one : one.pin)))
      expect(named(pin), pin).toEqual([]);
  });

  it('has no source maps', () => {
    expect(shipped.filter(({ name }) => name.endsWith('.map'))).toEqual([]);
    expect(named('sourceMappingURL=')).toEqual([]);
  });

  it('lets its pages ask for no address of a development server, under a policy without any', () => {
    for (const address of ['http://127.0.0.1:5173/', 'ws://127.0.0.1:5173/', 'ws://localhost:5173/'])
      for (const toolsAllowed of [false, true]) expect(isAllowedRequest(address, toolsAllowed)).toBe(false);
    expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/nonce|unsafe|:\/\//);
  });

  it('is packed from the folder of these bundles alone', () => {
    const rules = readFileSync(join(projectDir, 'electron-builder.yml'), 'utf8');
    const files = /^files:\n((?: .*\n)+)/m.exec(rules)?.[1] ?? '';
    const taken = [...files.matchAll(/^ {2}- '?([^!'\n]+)'?$/gm)].map(([, path]) => path?.split('/')[0]);
    expect(new Set(taken)).toEqual(new Set(['dist', 'package.json', 'assets', 'node_modules']));
  });
});
