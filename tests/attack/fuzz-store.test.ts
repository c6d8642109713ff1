/**
 * Whoever has the store key writes into the store, anything into any table and into the schema. The application then does an honest day's work in it. It
 * refuses, alarms, or answers as it would have done but for what any session may write; it never does something else, shows more, or loses an entry.
 * FUZZ_SEEDS names seeds (`12` or `1-1000`); the mutation of each failure is printed with it.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { opsSchema } from '../../main/vault/store/schema/ops.ts';
import { copyMutated } from '../support/fuzz-store/apply-mutation.ts';
import { type Opening, openAsAttacker } from '../support/fuzz-store/attacker.ts';
import { buildImage } from '../support/fuzz-store/build-image.ts';
import { type Finding, judge, judgeReplacing } from '../support/fuzz-store/judge.ts';
import { isLeft } from '../support/fuzz-store/left.ts';
import type { Mutation } from '../support/fuzz-store/mutations.ts';
import { isFullRun } from '../support/full-run.ts';
import { startWatchdog } from '../support/fuzz-store/watchdog.ts';
import { REFUSED_HERE, REPLACINGS } from '../support/fuzz-store/walk-replacing.ts';
import {
  type Replaced,
  type Walked,
  readLog,
  routesIn,
  walkReplacing,
  walkStore,
} from '../support/fuzz-store/walk-store.ts';
import {
  DOCUMENTS,
  type LastRole,
  lastRoleOf,
  routesOf,
  visitsOf,
} from '../support/fuzz-store/walk-visits.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const FEW_SEEDS = '1-60';
const ALL_SEEDS = isFullRun ? '1-1000' : FEW_SEEDS;
const SEEDS = readSeeds(process.env['FUZZ_SEEDS'] ?? ALL_SEEDS);
const LAST_ROLES = ['supervisor', 'admin'] as const satisfies readonly LastRole[];
const SECONDS_EACH = 10;
/** Every so many seeds one is walked over by what replaces a vault, too. */
const REPLACED_EVERY = isFullRun ? 1 : 5;
/** Findings of one mutation: the others follow from the same. */
const MAX_TOLD = 5;

describe('a store that somebody with its key has changed', () => {
  const scratch = makeTempDir();
  const folder = join(scratch, 'copy');
  let opening: Opening;
  const bases = new Map<LastRole, Walked>();
  const replaced = new Map<string, Replaced>();
  let asked: ReadonlySet<RouteName>;
  beforeAll(async () => {
    opening = openAsAttacker(await buildImage(folder, join(scratch, 'image')), scratch);
    // What is told in clear of a vault that nobody has changed, no change has to answer for.
    for (const last of LAST_ROLES) {
      copyMutated(opening, null, folder);
      const visits = (day: ReadonlySet<RouteName>) => routesOf(last, day);
      bases.set(last, await walkStore(opening.image, folder, { last, visits, seed: 0 }));
    }
    for (const [name, walk] of Object.entries(REPLACINGS)) {
      copyMutated(opening, null, folder);
      replaced.set(name, await walkReplacing(opening.image, folder, walk));
    }
    asked = routesIn(bases.get('supervisor')!.steps);
  }, 600_000);

  it('has rows in every table before, and the walk through it is answered at every step', () => {
    const empty = opening.tables.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
    // A vault with one desk has nothing to send, nobody to hear from, and nobody to give a key to.
    expect(empty.toSorted()).toEqual(
      [...Object.keys(opsSchema.tables), 'desk_grant', 'slot_copy', 'try_share', 'desk_slip'].toSorted(),
    );
    for (const { steps } of bases.values())
      expect(steps.filter(({ refused, thrown }) => refused !== null || thrown !== null)).toEqual([]);
  });

  it('is asked every route there is, documents in the full run alone', () => {
    const later = LAST_ROLES.flatMap((last) => routesOf(last, asked));
    const apart = new Set([...replaced.values()].flatMap(({ steps }) => [...routesIn(steps)]));
    expect(
      ROUTE_NAMES.filter(
        (route) => !asked.has(route) && !later.includes(route) && !apart.has(route) && !DOCUMENTS.has(route),
      ),
    ).toEqual([]);
    expect(
      later.filter((route) => !LAST_ROLES.some((last) => bases.get(last)!.answered.includes(route))),
    ).toEqual([]);
    const usual = new Set(readSeeds(ALL_SEEDS).flatMap((seed) => visitsOf(seed, null, asked)));
    expect(later.filter((route) => !usual.has(route))).toEqual([]);
  });

  it('is replaced, given new keys and worked on for good by walks of their own, which are answered at every step', () => {
    const wrong = [...replaced].flatMap(([name, { steps }]) =>
      steps
        .filter(({ refused, thrown }) => refused !== null || thrown !== null)
        .filter(({ route }) => !(REFUSED_HERE as ReadonlySet<string>).has(route))
        .map(
          ({ route, refused, thrown, reply }) =>
            `${name}: ${route} ${thrown ?? refused} ${JSON.stringify(reply)}`,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it(
    'ends in a refusal, an alarm or nothing but open fields, whatever was written into it',
    async () => {
      const older = readLog(opening.image, opening.relaxed)!;
      const found: string[] = [];
      const dog = startWatchdog();
      for (const seed of SEEDS) {
        dog.watch(`seed ${seed}`);
        const mutation = copyMutated(opening, seed, folder)!;
        const last = lastRoleOf(seed);
        const table = mutation.kind === 'schema' ? null : mutation.table;
        const visits = (day: ReadonlySet<RouteName>) => visitsOf(seed, table, day);
        const walked = await walkStore(opening.image, folder, { last, visits, seed });
        found.push(...told(seed, mutation, judge(bases.get(last)!, walked, { mutation, folder, older })));
        if (seed % REPLACED_EVERY === 0) {
          const [name, walk] = Object.entries(REPLACINGS)[(seed / REPLACED_EVERY) % replaced.size]!;
          copyMutated(opening, seed, folder);
          const ended = await walkReplacing(opening.image, folder, walk);
          const findings = judgeReplacing(replaced.get(name)!, ended, { mutation, folder, older });
          found.push(...told(seed, mutation, findings, name));
        }
      }
      await dog.stop();
      expect(found).toEqual([]);
    },
    SEEDS.length * SECONDS_EACH * 1_000,
  );
});

const told = (
  seed: number,
  mutation: Mutation,
  findings: readonly Finding[],
  walk = 'a day',
): readonly string[] =>
  findings
    .filter((finding) => !isLeft(mutation, finding))
    .slice(0, MAX_TOLD)
    .map(({ rule, what }) => `seed ${seed} ${JSON.stringify(mutation)}: ${walk}: ${rule}: ${what}`);

/** `7`, `1-100` or `1-5,7`. */
function readSeeds(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [from = 1, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
