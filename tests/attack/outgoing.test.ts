/**
 * What leaves the house, a file or a paper, by whichever route: read as whoever gets it reads it, it has nothing of anybody who has to be left out, no
 * value in clear but those that the log names for it, and the company's legal name, never the estate in its place.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { marksIn } from '../../contract/find-marked.ts';
import { linkTo } from '../../contract/people/guardian.ts';
import { PAPER_KINDS } from '../../contract/paper.ts';
import type { RouteFacts } from '../../contract/route.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { ROLES } from '../../contract/fields.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { findClear, masksOf, wholeSecretsOf } from '../support/clear-values.ts';
import { MAY_NAME_RESTRICTED } from '../../main/vault/retention-rules/restricted.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { extractOf, offerDisclosure } from '../support/features/disclosures.ts';
import { FACTS } from '../support/features/company.ts';
import { BLANK_ORDER } from '../support/features/print.ts';
import { A_YEAR } from '../support/features/retention.ts';
import { mayCall } from '../support/may-call.ts';
import { type Sent, readWorkbook } from '../support/outgoing.ts';
import { idNumberOf } from '../support/people-drafts.ts';
import { type Planted, type PlantedPerson, PLANTED, draftOfPlanted } from '../support/planted-people.ts';
import { type Visit, walkRoutes } from '../support/route-walk.ts';
import { openStoreOf, vaultAtRest } from '../support/store-tools.ts';
import { PINS, TEST_ESTATE, type VaultHarness } from '../support/vault-harness.ts';
import { words } from '../support/words.ts';

const ENGINE = FEATURE_ENGINE_NAMES[0]!;
const WALK_MS = 300_000;
const WORDS = '按公司制度办理';
const SENDING = ROUTE_NAMES.filter((route) => (ROUTES[route].facts as RouteFacts).sends !== undefined);
const [STAYS] = PLANTED;

/** Of nobody whom an import brings: some visits bring all of `PLANTED`. */
const leftOut = (name: Planted, pinyin: string, room: string, n: number): PlantedPerson => ({
  kind: 'person',
  name,
  pinyin: { value: pinyin, shown: '' },
  sex: 'male',
  idType: 'resident-id',
  relation: 'owner',
  room: { building: '29', unit: '2', room },
  plates: [{ value: `桂X${n}QR`, shown: '桂X***QR' }],
  sealed: {
    phone: [{ value: `141927${n}28`, shown: `141****${String(n)[2]}28` }],
    idNumber: [{ value: idNumberOf(n), shown: `${idNumberOf(n)[0]}****************${idNumberOf(n)[17]}` }],
  },
});
/** By the product's own rules: back by a restore, restricted since their purpose is over, deleted. They live beside whoever stays. */
const BACK = leftOut({ value: '令狐砚青', shown: '令狐**' }, 'linghuyanqing', '1805', 742);
const OVER = leftOut({ value: '尉迟墨白', shown: '尉迟**' }, 'yuchimobai', '1806', 853);
const DELETED = leftOut({ value: '司徒松烟', shown: '司徒**' }, 'situsongyan', '1807', 964);
const LEFT_OUT = [BACK, OVER, DELETED];
/** What of them is nobody's else: ID numbers begin alike. */
const ofOthers = new Set(wholeSecretsOf(PLANTED).flatMap(({ pieces }) => pieces));
const VALUES = wholeSecretsOf(LEFT_OUT).map((secret) => ({
  ...secret,
  pieces: secret.pieces.filter((piece) => !ofOthers.has(piece)),
}));
const masksOfOthers = new Set(masksOf(PLANTED).map(({ value }) => value));
const MASKS = masksOf(LEFT_OUT).filter(({ value }) => !masksOfOthers.has(value));

const roomOf = ({ room: { building, unit, room } }: PlantedPerson): string => `${building}-${unit}-${room}`;

interface LeftOut {
  readonly back: PersonId;
  readonly over: PersonId;
}
const leftOutAt = new WeakMap<VaultHarness, LeftOut>();

/** Leaves it locked. */
async function addRestricted(desk: VaultHarness): Promise<void> {
  await desk.unlock('supervisor');
  const [back, over] = [await add(desk, BACK), await add(desk, OVER, '2020-01-31')];
  await recall(desk, back);
  await desk.switchTo('admin');
  await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  await desk.lock();
  leftOutAt.set(desk, { back, over });
}

async function add(desk: VaultHarness, person: PlantedPerson, until?: string): Promise<PersonId> {
  const { personId, version } = await desk.addPerson({ ...draftOfPlanted(person), rooms: [] });
  await desk.addRecord(
    { personId, version },
    { kind: 'occupancy', room: roomOf(person), relation: 'owner', ...(until === undefined ? {} : { until }) },
  );
  return personId;
}

const recall = (desk: VaultHarness, personId: PersonId) =>
  desk.call('retention.recall', { people: [personId], isAll: false, words: WORDS, pin: PINS.supervisor });

async function fill(desk: VaultHarness): Promise<void> {
  await desk.unlock('supervisor');
  const deleted = await add(desk, DELETED);
  await recall(desk, deleted);
  const both = { pin: PINS.supervisor, other: await desk.proofOf('admin') };
  await desk.call('retention.erase', { people: [deleted], words: WORDS, ...both });
  await desk.lock();
  await addRestricted(desk);
  await desk.unlock('supervisor');
  // In whose record somebody who has to be left out is named.
  const guardian = { field: 'guardian', value: linkTo(leftOutAt.get(desk)!.back) } as const;
  const draft = draftOfPlanted(STAYS);
  await desk.addPerson({ ...draft, sealed: [...draft.sealed, guardian] });
}

/** What the routes of prints send of residents, where their own visits send nothing of anybody's. */
const ALSO: Readonly<Partial<Record<RouteName, Visit>>> = {
  'print.order': async (walk) => {
    const supervisor = await walk.desk.proofOf('supervisor');
    const order = async (what: Parameters<typeof walk.ask<'print.order'>>[1]['what']) =>
      walk.ask('print.order', { ...BLANK_ORDER, what, custodian: supervisor.slotId, supervisor });
    const { rooms } = await walk.desk.call('rooms.find', { text: '29-2-1803' });
    await order({ layout: 'roster', roomId: rooms[0]!.roomId, scope: 'building' });
    const clear = [
      { field: 'phone', ordinal: 0 },
      { field: 'guardian', ordinal: 1 },
    ] as const;
    await order({ layout: 'record', personId: walk.personId, clear: [...clear] });
  },
  'disclosures.extract': async (walk) => {
    offerDisclosure(walk.desk, 'extract');
    const request = { ...extractOf(walk.personId, walk.desk.dayAhead(30)), pin: walk.pin };
    return walk.ask('disclosures.extract', { ...request, fields: ['guardian'] });
  },
  'inspection.print': (walk) =>
    walk.elsewhere(async (fresh) => {
      const stays = await fresh.desk.setUpWith(draftOfPlanted(STAYS));
      const pin = PINS.supervisor;
      await fresh.desk.call('inspection.begin', {
        who: '市网信办 张检查员',
        minutes: 30,
        shared: false,
        pin,
      });
      const { back } = leftOutAt.get(fresh.desk)!;
      const personId = walk.personId === leftOutAt.get(walk.desk)!.back ? back : stays;
      await fresh.ask('inspection.print', { what: { of: 'record', personId }, pin });
    }),
};

interface Found {
  readonly sent: ReadonlySet<RouteName>;
  readonly to: ReadonlySet<string>;
  readonly failed: readonly string[];
  /** `route, to: what`. */
  readonly ofLeftOut: readonly string[];
  readonly notEntered: readonly string[];
  /** Papers without the company's legal name, and those that name the estate as if it were the processor. */
  readonly unnamed: readonly string[];
  readonly ofEstate: readonly string[];
  /** Values that the log names for what has left with them. */
  readonly entered: ReadonlySet<string>;
  /** Routes of which something planted beside the rest is not found: somebody who has to be left out, a value of whoever stays. */
  readonly passedOver: readonly string[];
}

/** A supervisor asks each of these routes that a supervisor may ask, about whoever `about` finds. */
async function walkOut(
  routes: readonly RouteName[],
  about?: (desk: VaultHarness) => Promise<PersonId>,
): Promise<Found> {
  const [sent, to, entered] = [new Set<RouteName>(), new Set<string>(), new Set<string>()];
  const found = {
    failed: [] as string[],
    ofLeftOut: [] as string[],
    notEntered: [] as string[],
    unnamed: [] as string[],
    ofEstate: [] as string[],
    passedOver: [] as string[],
  };
  await walkRoutes({
    engine: ENGINE,
    visits: (route, role) => routes.includes(route) && role === callerOf(route),
    fill,
    fillElsewhere: addRestricted,
    also: ALSO,
    alter: (_, result) => result,
    onFailure: (route, role, error) => found.failed.push(`${route} as ${role}: ${String(error)}`),
    ...(about === undefined ? {} : { about }),
    onSent: async (route, one, desk, after) => {
      sent.add(route);
      to.add(one.to);
      const texts = await one.read();
      const line = (what: string): string => `${route}, ${one.to}: ${what}`;
      found.ofLeftOut.push(...findLeftOut(route, texts).map(line));
      if (!IS_NO_PAPER.has(route) && !texts.some((text) => plain(text).includes(FACTS.company)))
        found.unnamed.push(line('no legal name'));
      if (texts.some((text) => AS_PROCESSOR.test(plain(text)))) found.ofEstate.push(line('the estate'));
      for (const field of fieldsOfStaying(texts))
        if (await isEntered(desk, after, field)) entered.add(`${route}: ${field}`);
        else if (!isGivenBack(one, desk, field)) found.notEntered.push(line(field));
      const both = [...texts, `${BACK.name.value} ${STAYS.sealed.remark[0].value}`, roomOf(BACK)];
      if (findLeftOut(route, both).length < 1 || !fieldsOfStaying(both).has('remark'))
        found.passedOver.push(route);
    },
  });
  return { ...found, sent, to, entered };
}

const callerOf = (route: RouteName) =>
  (['supervisor', ...ROLES] as const).find((role) => mayCall(route, role));

/** Rows that go back to whoever brought them, an attachment as it was kept, and what a program reads. */
const IS_NO_PAPER: ReadonlySet<RouteName> = new Set<RouteName>(
  words('import.saveRejects attachments.save exports.write'),
);
/** The vault's own estate is nowhere, since the company has said which ones it serves; those stand beside no word for a processor. */
const AS_PROCESSOR = new RegExp(
  `${TEST_ESTATE.estateName.replaceAll(' ', '')}|(?:单位|处理者|公司|盖公章)${FACTS.estates}|${FACTS.estates}(?:盖|公司)`,
);
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
/** Values of theirs; of routes that do not name somebody restricted by what they are for, masks and rooms of theirs as well. */
function findLeftOut(route: RouteName, texts: readonly string[]): readonly string[] {
  const values = findClear(VALUES, texts);
  if (MAY_NAME_RESTRICTED.some((area) => route.startsWith(area))) return values;
  const rooms = LEFT_OUT.filter(({ room: { building, unit, room } }) => {
    const forms = [
      `${building}${unit}${room}`,
      ...['栋', '幢'].map((of) => `${building}${of}${unit}单元${room}`),
    ];
    return texts.some((text) => forms.some((form) => plain(text).includes(form)));
  }).map((person) => `room ${roomOf(person)}`);
  return [...values, ...findClear(MASKS, texts), ...rooms];
}

/** Fields of whoever stays that are read in clear. */
const fieldsOfStaying = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    findClear(wholeSecretsOf([STAYS]), texts)
      .map((line) => line.split(' of ')[0]!)
      .map((field) => (field === 'pinyin' ? 'name' : field)),
  );

/** Rows that were rejected go back to whoever brought the workbook: what of a field stood in it. */
const isGivenBack = ({ to }: Sent, { picked }: VaultHarness, field: string): boolean =>
  to === 'rejects' &&
  picked.some(
    ({ path, use }) => use === 'workbook' && fieldsOfStaying(readWorkbook(readFileSync(path))).has(field),
  );

/** Whether an entry since then names the field, of whoever has that name. */
async function isEntered(desk: VaultHarness, after: number, field: string): Promise<boolean> {
  await using store = await openStoreOf(vaultAtRest(desk), chooseEngine(ENGINE), PINS.admin);
  const rows = await store.all<{ readonly fields: string }>(
    sql`SELECT e.field AS fields FROM log_entry e JOIN person p ON p.id = e.person_id
      WHERE e.seq > ${after} AND e.field IS NOT NULL AND p.name = ${STAYS.name.value}`,
  );
  return rows.some(({ fields }) => fields.split(',').includes(field));
}

it(
  'leaves by every route that sends something, on every kind of paper, in the name of the company, with nobody who has to be left out and no value that the log does not name',
  async () => {
    const { sent, to, failed, ofLeftOut, notEntered, entered, passedOver, unnamed, ofEstate } =
      await walkOut(SENDING);
    expect(failed).toEqual([]);
    expect(unnamed).toEqual([]);
    expect(ofEstate).toEqual([]);
    expect(
      SENDING.filter((route) => !sent.has(route)),
      'did not send anything',
    ).toEqual([]);
    expect(PAPER_KINDS.filter((kind) => kind !== 'recovery-sheet' && !to.has(kind))).toEqual([]);
    expect(ofLeftOut).toEqual([]);
    expect(notEntered).toEqual([]);
    expect([...entered]).toEqual(
      expect.arrayContaining([
        'print.order: phone',
        'disclosures.ownCopy: idNumber',
        'disclosures.roster: name',
      ]),
    );
    expect(passedOver, 'would not be found there').toEqual([]);
  },
  WALK_MS,
);

it.each(['back', 'over'] as const)(
  'has nothing of somebody who has to be left out where they are asked for by their number (%s)',
  async (who) => {
    const naming = SENDING.filter((route) =>
      [...marksIn(ROUTES[route].request)].some((mark) => mark.endsWith('>people')),
    );
    const { failed, ofLeftOut } = await walkOut(naming, async (desk) => leftOutAt.get(desk)![who]);
    expect(ofLeftOut).toEqual([]);
    expect(failed).not.toEqual([]);
  },
  WALK_MS,
);
