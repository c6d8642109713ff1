/** Mistakes at a table, each of which the compiler refuses; as route-facts.ts. What it cannot see in SQL, scripts/check-schema.ts does. */
import { type TableFacts, defineSchema } from '../../main/vault/store/schema/feature-schema.ts';

const shown = { transfer: 'stays', inventory: [] } as const;
const nobody = { desks: 'free', lost: null, meets: {}, columns: { nobody: 'id' } } as const;
const ofNobody = { ...nobody, shown } as const;
const ofSomebody = {
  desks: 'free',
  lost: null,
  meets: {},
  columns: { nobody: 'id', personal: { name: 'collector' } },
  shown,
} as const;
const unclassed = { nobody: 'id', personal: { collectors: 'collector' } } as const;
const ofPerson = { ...nobody, columns: { nobody: 'id', person: 'person_id' }, shown } as const;
const theirs = { kept: 'person', erased: 'cascade', merged: 'moved' } as const;

export const right: readonly TableFacts[] = [
  ofNobody,
  { ...ofSomebody, ofPeople: { kept: 'register', erased: { stays: 'until its day' } } },
  { ...ofPerson, ofPeople: theirs, shown: { ...shown, inventory: ['name'] } },
  { ...ofPerson, ofPeople: theirs, shown: { ...shown, unseen: 'counted by its values' } },
];

// @ts-expect-error nothing said of the table
defineSchema({ statements: [], tables: { parcel: {} } });
// @ts-expect-error nothing said of many desks
export const desks: TableFacts = { columns: { nobody: 'id' }, shown };
// @ts-expect-error nothing said of its columns
export const columns: TableFacts = { desks: 'free', lost: null, meets: {}, shown };
// @ts-expect-error each desk adds to it, and nobody says how two of them meet
export const undecided: TableFacts = { desks: 'free', lost: null, columns: { nobody: 'id' }, shown };
// @ts-expect-error each desk changes it, and nobody says what a change is called that was not kept
export const unnamed: TableFacts = { desks: 'free', meets: {}, columns: { nobody: 'id' }, shown };
// @ts-expect-error two of its rows meet in a way that there is not
export const meeting: TableFacts = { ...ofNobody, meets: { title: 'both' } };
// @ts-expect-error one desk changes it while the others wait, and it is said how two meet
export const waiting: TableFacts = { ...ofNobody, desks: 'coordinated' };
// @ts-expect-error nothing said of what a handover and the inventory take out of it
export const unseen: TableFacts = nobody;
// @ts-expect-error nothing said of the inventory
export const unlisted: TableFacts = { ...nobody, shown: { transfer: 'stays' } };
// @ts-expect-error a line that the inventory does not have
export const listed: TableFacts = { ...nobody, shown: { ...shown, inventory: ['parcel'] } };
// @ts-expect-error a field that no handover has
export const given: TableFacts = { ...nobody, shown: { ...shown, transfer: ['parcel'] } };
// @ts-expect-error somebody's name, and nothing said of how long it is kept or what deletion does
export const named: TableFacts = ofSomebody;
// @ts-expect-error somebody's name, and nothing said of what deletion does
export const undeleted: TableFacts = { ...ofSomebody, ofPeople: { kept: 'register' } };
// @ts-expect-error somebody's name, and nothing said of how long it is kept
export const unending: TableFacts = { ...ofSomebody, ofPeople: { erased: 'cascade' } };
// @ts-expect-error it stays, and nobody says why
export const staying: TableFacts = { ...ofSomebody, ofPeople: { kept: 'register', erased: 'stays' } };
// @ts-expect-error a class that there is not
export const classed: TableFacts = { ...ofNobody, columns: unclassed };
// @ts-expect-error a person's number, and nothing said of what a merge does
export const unmerged: TableFacts = { ...ofPerson, ofPeople: { kept: 'person', erased: 'cascade' } };
// @ts-expect-error nobody's, and said to go with somebody
export const going: TableFacts = { ...ofNobody, ofPeople: { kept: 'person', erased: 'cascade' } };
// @ts-expect-error kept as somebody's own, and nobody says why the company shows it nowhere
export const hidden: TableFacts = { ...ofPerson, ofPeople: theirs };
