import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import type { Route } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';

it('names each route that answers while somebody inspects, and no other', () => {
  const page = readFileSync('docs/inspection.md', 'utf8');
  const [, table = ''] = /\n## What can be read\n([^]*?)\n## /.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-zA-Z]+\.[a-zA-Z]+)`/g)].map(([, name]) => name));
  const readable = ROUTE_NAMES.filter((name) => {
    const { access, facts }: Route = ROUTES[name];
    return access === 'any' || facts.maskedReadOnly === true || facts.inInspection === true;
  });
  expect(named.toSorted()).toEqual(readable.toSorted());
});
