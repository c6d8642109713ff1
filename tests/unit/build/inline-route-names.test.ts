/** The preload as it is built: every route by its name, and no schema. */
import { type Rolldown, build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { NODE_BUNDLES, nodeConfig } from '../../../scripts/build/bundles.ts';

let code: string;
let parts: readonly string[];

beforeAll(async () => {
  const preload = NODE_BUNDLES.find(({ entry }) => entry === 'preload/bridge.ts')!;
  const config = nodeConfig(preload, { electronMajor: 1 });
  const made = (await build({
    ...config,
    build: { ...config.build, write: false },
  })) as Rolldown.RolldownOutput;
  const [chunk] = made.output;
  ({ code } = chunk);
  parts = chunk.moduleIds.filter((id) => !id.startsWith('\0'));
}, 60_000);

test('the names of the routes are those of the routes', () => {
  expect(ROUTE_NAMES.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

test('the preload names every route', () => {
  expect(ROUTE_NAMES.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});

test('the preload brings no schema and nothing of what makes them', () => {
  expect(
    parts.filter((id) => /zod|contract\/[\w-]+\/(routes|views)\.ts|contract\/routes\.ts$/.test(id)),
  ).toEqual([]);
  expect(code).not.toMatch(/strictObject|safeParse/);
});
