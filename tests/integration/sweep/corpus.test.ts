/** A small invented computer, in every format and with hostile files, read as a sweep reads it; the whole corpus is in the bench. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MIN_PEOPLE } from '../../../contract/sweep/lists.ts';
import { isCut, listFiles } from '../../../main/vault/scan/list-files.ts';
import { type Scanned, scanFile } from '../../../main/vault/scan/scan-file.ts';
import { sweepRoots } from '../../../main/vault/file-disposal/folders.ts';
import { scannersHere, NO_FOLDERS } from '../../support/scanners-here.ts';
import { type CorpusFile, makeCorpus } from '../../support/sweep-corpus/make-corpus.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { createHarness } from '../../support/vault-harness.ts';

const home = makeTempDir();
const around = {
  ...NO_FOLDERS,
  home,
  documents: join(home, 'Documents'),
  desktop: join(home, 'Desktop'),
  downloads: join(home, 'Downloads'),
};
let corpus: readonly CorpusFile[];
let listed: readonly string[];
const scanned = new Map<string, Scanned>();

beforeAll(async () => {
  corpus = await makeCorpus(home, { files: 400, seed: 11 });
  const found = [...listFiles({ roots: sweepRoots(around, { picked: [], drives: false }), leftOut: [] })];
  expect(found.filter(isCut)).toEqual([]);
  listed = found.map(({ path }) => path);
  for (const path of listed)
    scanned.set(path, await scanFile(path, { key: new Uint8Array(32), today: Date.now() }));
}, 120_000);

/** Which of the planted numbers stand somewhere in the texts, also within longer ones. */
function plantedIn(planted: readonly string[], texts: readonly string[]): readonly string[] {
  const wanted = new Set(planted.map((value) => value.slice(0, 11)));
  return texts.flatMap((text) =>
    [...text.matchAll(/\d{11,}/g)].flatMap(([run]) =>
      Array.from({ length: run.length - 10 }, (_, at) => run.slice(at, at + 11)).filter((part) =>
        wanted.has(part),
      ),
    ),
  );
}

const of = (expected: CorpusFile['expected']) => corpus.filter((file) => file.expected === expected);
const isFound = ({ path }: CorpusFile): boolean => (scanned.get(path)?.people ?? 0) >= MIN_PEOPLE;

describe('of an invented computer', () => {
  it('a sweep finds at least 98 in 100 files with three people or more, in each format', () => {
    const people = of('people');
    expect(people.length).toBeGreaterThan(150);
    expect(people.filter(isFound).length / people.length).toBeGreaterThanOrEqual(0.98);
    expect(new Set(people.map(({ format }) => format)).size).toBeGreaterThan(10);
  });

  it('it takes at most 2 in 100 of the others for such', () => {
    const nobody = of('nobody');
    expect(nobody.length).toBeGreaterThan(150);
    expect(nobody.filter(isFound).length / nobody.length).toBeLessThanOrEqual(0.02);
  });

  it('it names what has a password, and what it could not read to the end', () => {
    for (const { path } of of('locked')) expect([path, scanned.get(path)?.unread]).toEqual([path, 'locked']);
    for (const { path } of of('unread')) expect([path, scanned.get(path)?.unread]).not.toEqual([path, null]);
  });

  it.skipIf(process.platform === 'win32')('it lists no link and no pipe', () => {
    expect(readdirSync(join(home, 'Documents', 'WPSDrive')).some((name) => /link|fifo/.test(name))).toBe(
      true,
    );
    expect(listed.filter((path) => /link|fifo/.test(path))).toEqual([]);
  });
});

it('a whole sweep leaves no number of a file in any file of the vault, in clear or as it is logged', async () => {
  const scanners = scannersHere(around);
  const desk = await createHarness({ scanners });
  await desk.setUpAs('supervisor');
  await desk.call('sweep.begin', { drives: false });
  await expect
    .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt, { timeout: 60_000 })
    .not.toBeNull();
  const view = await desk.call('sweep.read', {});
  expect(view.findings.length).toBeGreaterThan(100);
  const log = await desk.call('log.list', { before: null, limit: 200 });
  const told = JSON.stringify([view, log, scanners.said, desk.events]);
  const written = readdirSync(desk.vaultDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(desk.vaultDir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
  const planted = corpus.flatMap((file) => file.planted);
  expect(planted.length).toBeGreaterThan(2_000);
  expect(plantedIn(planted, [`${planted[0]} ${planted[1]}`])).not.toEqual([]);
  expect(plantedIn(planted, [told, ...written])).toEqual([]);
}, 120_000);
