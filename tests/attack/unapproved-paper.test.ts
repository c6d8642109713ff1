/**
 * Nothing in clear is printed or leaves in a file without approval: each route that prints or exports is asked by each role, as its feature's visit asks
 * it, with wrong PINs of everybody who would have to agree. What a route gives out without anybody's PIN holds masks alone.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../contract/fields.ts';
import type { PersonId } from '../../contract/ids.ts';
import { PAPER_KINDS } from '../../contract/paper.ts';
import type { PrintLayout } from '../../contract/print/lists.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { BLANK_ORDER } from '../support/features/print.ts';
import { draftOfPlanted, PLANTED } from '../support/planted-people.ts';
import { VISITS } from '../support/route-walk.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { words } from '../support/words.ts';

/** Entries of what goes to paper or into a file. */
const GIVES_OUT = /print|record|^disclosure|case-file|log-export|import-rejects|attachment-save|sheet/;
/** Those that take a file to be read, or make no copy of a resident's value. */
const TAKES_A_FILE: ReadonlySet<RouteName> = new Set<RouteName>(
  words('import.open import.sheet import.preview import.dispose sweep.addFolder papers.attach'),
);

const takesFile = (route: RouteName): boolean => {
  const { request } = ROUTES[route] as unknown as { readonly request: { readonly shape?: object } };
  return 'fileId' in (request.shape ?? {});
};
/** A PIN, or slot and PIN, anywhere in the request. */
const takesProof = (route: RouteName): boolean =>
  JSON.stringify(
    z.toJSONSchema(ROUTES[route].request as z.ZodType, { unrepresentable: 'any', io: 'input' }),
  ).includes('"pin"');
const entersPaper = (route: RouteName): boolean => {
  const { enters } = ROUTES[route].facts;
  return typeof enters !== 'string' && enters.some((action) => GIVES_OUT.test(action));
};
/** Every route that prints or exports, by what it takes and by what it enters. */
const GIVING = ROUTE_NAMES.filter(
  (route) =>
    Array.isArray(ROUTES[route].access) &&
    !TAKES_A_FILE.has(route) &&
    (takesFile(route) || entersPaper(route)),
);

/** Documents of the company: no resident is on them, or by masks alone, which the walk below holds them to. A route that is new is decided about here. */
const WITHOUT_PROOF: readonly RouteName[] = words(
  'accessHistory.print consent.form disclosures.note forms.attach forms.give',
  'import.forgetLayout import.keepAnswers incidents.file incidents.giveNotice inventory.give papers.record',
  'procedures.give rectification.attach requests.letter retention.certificate walks.print',
);

const WRONG = 'tabby-37-kit3';
/** Whole values: pieces of them turn up in signatures by chance. */
const VALUES = [
  PLANTED[0].name.value,
  ...PLANTED[0].plates.map(({ value }) => value),
  ...Object.values(PLANTED[0].sealed).flatMap((ones) => ones.map(({ value }) => value)),
];
const clearIn = (texts: readonly string[]): readonly string[] =>
  VALUES.filter((value) =>
    texts.some((text) => text.includes(value) || text.replaceAll(' ', '').includes(value)),
  );
/** An order of each layout that there is; one that is missing does not compile. */
const EVERY_LAYOUT = (personId: PersonId): readonly object[] =>
  Object.entries({
    record: { personId, clear: [{ field: 'phone', ordinal: 0 }] },
    roster: { roomId: 1, scope: 'unit' },
    arrears: {
      rows: [{ room: '3-2-1801', from: '2026-01', until: '2026-02', amount: 1 }],
      payBy: '2199-12-31',
      words: '',
    },
    'shift-sheet': {},
    'count-sheet': {},
    receipt: {},
    renovation: {},
    'goods-pass': {},
    'loan-slip': {},
  } satisfies Readonly<Record<PrintLayout, object>>).map(([layout, rest]) => ({ layout, ...rest }));
const files = makeTempDir();
const usualTemp = process.env['TMPDIR'];

beforeAll(() => {
  process.env['TMPDIR'] = files;
});
afterAll(() => {
  if (usualTemp === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualTemp;
});

/** What lies on paper or in a file that can be read as it is, but in the vault's own folders. */
async function givenOut(desk: VaultHarness): Promise<readonly string[]> {
  const papers = await Promise.all(PAPER_KINDS.map((kind) => desk.vault.paper(kind)));
  const texts = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('resident-vault-v'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return [JSON.stringify(papers), ...texts];
}

/** A harness whose proofs are of the right people, with a PIN that is nobody's. */
const withWrongProofs = (desk: VaultHarness): VaultHarness =>
  new Proxy(desk, {
    get: (target, name) => {
      if (name === 'proofOf') return async (role: Role) => ({ ...(await target.proofOf(role)), pin: WRONG });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

describe('every route that prints or exports', () => {
  it('is known to this test', () => {
    expect(GIVING).toEqual(
      expect.arrayContaining(
        words(
          'print.order disclosures.ownCopy disclosures.extract disclosures.roster import.saveRejects',
          'papers.record walks.print accessHistory.print inspection.print trace.caseFile exports.write',
        ),
      ),
    );
  });

  it('takes a PIN of whoever agrees, but for those that give masks or papers of the company alone', () => {
    expect(GIVING.filter((route) => !takesProof(route)).toSorted()).toEqual(WITHOUT_PROOF);
  });

  it.each(ROLES)(
    'gives a %s nothing in clear without who has to agree',
    { timeout: 240_000 },
    async (role) => {
      mkdirSync(files, { recursive: true });
      const desk = await createHarness();
      const personId: PersonId = await desk.setUpWith(draftOfPlanted(PLANTED[0]), role);
      let asked = 0;
      for (const route of GIVING.filter((one) => (ROUTES[one].access as readonly Role[]).includes(role))) {
        let isReached = false;
        const ask = async (name: RouteName, request: unknown): Promise<unknown> => {
          isReached ||= name === route;
          const result = await desk.ask(name, request);
          if (!result.ok) throw new Error(result.error.code);
          return result.value;
        };
        const walk = {
          desk: withWrongProofs(desk),
          role,
          pin: WRONG,
          personId,
          ask,
          elsewhere: async () => undefined,
        };
        // Most are refused on the way; what is not gave masks alone.
        await VISITS[route](walk as unknown as Parameters<(typeof VISITS)[RouteName]>[0]).catch(
          () => undefined,
        );
        if (isReached) asked += 1;
        expect(clearIn(await givenOut(desk)), `${route} as ${role}`).toEqual([]);
      }
      expect(asked).toBeGreaterThan(0);
      await desk.dispose();
    },
  );

  it.each(ROLES)(
    'prints no value in clear for a %s without a supervisor, and does with one',
    async (role) => {
      const desk = await createHarness();
      const personId = await desk.setUpWith(draftOfPlanted(PLANTED[0]), role);
      const supervisor = await desk.proofOf('supervisor');
      const order = {
        ...BLANK_ORDER,
        what: { layout: 'record', personId, clear: [{ field: 'phone', ordinal: 0 }] },
        custodian: supervisor.slotId,
      };
      const proofs = [
        undefined,
        { ...supervisor, pin: WRONG },
        { ...supervisor, pin: '' },
        ...(await Promise.all((['receptionist', 'admin'] as const).map((other) => desk.proofOf(other)))),
        { slotId: 'f'.repeat(32), pin: PINS.supervisor },
      ];
      for (const proof of proofs) {
        expect(await desk.codeOf('print.order', { ...order, supervisor: proof })).not.toBe('ok');
        expect(await desk.vault.paper('print')).toBeNull();
      }
      // Whatever the layout: without a supervisor there is nothing, and no PIN is tried for it.
      const nobody = { slotId: 'f'.repeat(32), pin: PINS.supervisor };
      for (const what of EVERY_LAYOUT(personId))
        for (const proof of [undefined, nobody]) {
          expect(await desk.codeOf('print.order', { ...order, what, supervisor: proof })).not.toBe('ok');
          expect(await desk.vault.paper('print')).toBeNull();
        }
      expect((await desk.call('papers.list', {})).papers).toEqual([]);
      const phone = PLANTED[0].sealed.phone[0].value;
      expect(await desk.codeOf('print.order', { ...order, supervisor })).toBe('ok');
      const printed = JSON.stringify(await desk.vault.paper('print'));
      // Shown in groups.
      expect(printed.replaceAll(/[^0-9]/g, '')).toContain(phone.slice(-8));
      await desk.dispose();
    },
  );
});
