/** A desk whose receptionist looks after building 3, with residents of theirs, of building 5, of both, of neither and of before. */
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { Scope } from '../../contract/scope/lists.ts';
import type { PersonDraft } from '../../contract/people/requests.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import type { Clock } from '../../main/vault/clock.ts';
import { limitDesk } from './features/scope.ts';
import { draftOf, idNumberOf, phoneOf } from './people-drafts.ts';
import { type VaultHarness, openDesk } from './vault-harness.ts';

export const BUILDING_3: Scope = [{ estate: '', building: '3', unit: null }];

/** Everybody has the name's first character, and a plate of the same city. */
const WHO = {
  own: { name: '覃丽', rooms: ['3-2-1801'] },
  outside: { name: '覃明', rooms: ['5-1-0902'] },
  /** Nobody else has this name. */
  hidden: { name: '慕容澹台', rooms: ['5-1-0903'] },
  both: { name: '覃双', rooms: ['5-2-0302', '3-1-0301'] },
  nowhere: { name: '覃空', rooms: [] },
  formerOwn: { name: '覃旧', rooms: ['3-2-0201'] },
  formerOutside: { name: '覃远', rooms: ['5-2-0201'] },
  /** Lived in building 3, lives in building 5 now. */
  moved: { name: '覃迁', rooms: ['3-2-0202'] },
} as const;
export type Who = keyof typeof WHO;

export interface ScopeDesk {
  readonly desk: VaultHarness;
  readonly people: Readonly<Record<Who, PersonId>>;
  /** Of building 5. */
  readonly room: RoomId;
  /** Of building 3. */
  readonly ownRoom: RoomId;
}

const draft = (n: number, who: Who): PersonDraft =>
  draftOf(n, {
    name: WHO[who].name,
    rooms: WHO[who].rooms.map((text) => ({ text, relation: 'owner' })),
    plates: [`桂M7${String(1000 + n)}`],
    sealed: [
      { field: 'phone', value: phoneOf(7000 + n) },
      { field: 'idNumber', value: idNumberOf(n) },
    ],
  });

/** The number by which `draft` makes a person's values. */
export const numberOf = (who: Who): number => Object.keys(WHO).indexOf(who) + 1;

/** Ready, with the receptionist signed in. `scope`: none of everything. */
export async function openScopeDesk(
  options: { readonly engine?: EngineName; readonly clock?: Clock } = {},
  scope: Scope = BUILDING_3,
): Promise<ScopeDesk> {
  const desk = await openDesk('supervisor', options);
  const people = {} as Record<Who, PersonId>;
  for (const who of Object.keys(WHO) as Who[])
    people[who] = (await desk.addPerson(draft(numberOf(who), who))).personId;
  const setRooms = async (who: Who, rooms: readonly string[]): Promise<void> => {
    const { version } = await desk.call('people.open', { personId: people[who] });
    await desk.edit(
      { personId: people[who], version },
      { rooms: rooms.map((text) => ({ text, relation: 'owner' as const })) },
    );
  };
  await setRooms('formerOwn', []);
  await setRooms('formerOutside', []);
  await setRooms('moved', ['5-2-0202']);
  const roomOf = async (text: string): Promise<RoomId> =>
    (await desk.call('rooms.find', { text })).rooms[0]!.roomId;
  const [room, ownRoom] = [await roomOf('5-1-0902'), await roomOf('3-2-1801')];
  if (scope.length > 0) {
    await desk.switchTo('admin');
    await limitDesk(desk, scope);
  }
  await desk.switchTo('receptionist');
  return { desk, people, room, ownRoom };
}
