/** The order of all desks' ops, folded naively in memory: rows of one table after the other. It shares no code with what applies ops to a store. */
import type { OpContent, Value } from '../../../main/vault/ops/op-content.ts';

export type Row = Record<string, Value>;
type Change = OpContent[number]['changed'][number];

interface Told {
  /** Groups of columns; all others are one. */
  readonly groups?: readonly (readonly string[])[];
  /** Column, table, and what becomes of the row when the other is removed. */
  readonly parents?: readonly (readonly [string, string, 'goes' | 'needs' | 'is left'])[];
  /** Columns that no two rows of some have alike, and what becomes of the later. */
  readonly one?: readonly (readonly [
    readonly string[],
    (row: Row) => boolean,
    'lost' | 'same' | 'later' | 'alias' | 'next' | 'replaced',
  ])[];
  /** Swept up with no entry. */
  readonly swept?: true;
}

const always = (): boolean => true;
const OF_PERSON = ['person_id', 'person', 'goes'] as const;
const IN_BATCH = ['batch_id', 'seal_batch', 'needs'] as const;

/** In an order in which each is behind those that it belongs to. */
const TOLD: Readonly<Record<string, Told>> = {
  room: {
    groups: [
      ['estate', 'building', 'unit', 'room', 'label', 'canonical', 'written'],
      ['area', 'inner_area', 'shared_area'],
      ...['floor', 'layout', 'status', 'usage', 'total_floors', 'lift', 'delivered_on'].map((name) => [name]),
    ],
    one: [[['canonical'], always, 'alias']],
  },
  person: { groups: [['name', 'pinyin'], ['sex'], ['id_type']] },
  seal_batch: { swept: true },
  occupancy: {
    parents: [OF_PERSON, ['room_id', 'room', 'needs']],
    one: [
      [['person_id', 'room_id', 'relation'], (row) => row['until_date'] === null, 'alias'],
      [['person_id', 'ordinal'], (row) => row['ordinal'] !== null, 'lost'],
    ],
  },
  confirmed_field: { parents: [OF_PERSON], one: [[['person_id', 'field', 'ordinal'], always, 'later']] },
  counter_note: { parents: [OF_PERSON, ['room_id', 'room', 'is left']] },
  room_note: { parents: [['note_id', 'counter_note', 'goes'], IN_BATCH] },
  sealed_value: {
    parents: [OF_PERSON, IN_BATCH],
    one: [[['person_id', 'field', 'ordinal'], (row) => row['replaced_at'] === null, 'replaced']],
    swept: true,
  },
  match_tag: {
    parents: [['value_id', 'sealed_value', 'goes']],
    one: [[['tag', 'value_id'], always, 'same']],
    swept: true,
  },
  former_tag: { one: [[['value_id'], always, 'same']] },
  incident_step: { one: [[['incident_id', 'n'], always, 'next']] },
  guardian_look: { one: [[['id'], always, 'later']] },
  erasure: {},
  erased_person: { one: [[['person_id'], always, 'lost']], parents: [['erasure_id', 'erasure', 'needs']] },
  merged_person: { one: [[['gone_id'], always, 'lost']] },
  roster_entry: { one: [[['n'], always, 'lost']] },
  log_segment: {},
  log_entry: { parents: [['segment_id', 'log_segment', 'needs']] },
};
export const MODELLED = Object.keys(TOLD);

/** With bytes as they are in JSON of a store. */
const text = (values: readonly unknown[]): string =>
  JSON.stringify(
    values.map((value) =>
      value instanceof Uint8Array ? { b: Buffer.from(value).toString('base64') } : value,
    ),
  );
const same = (one: Value | undefined, other: Value | undefined): boolean =>
  text([one ?? null]) === text([other ?? null]);
const COUNTS = ['version', 'revision'];
const MOST: Readonly<Record<string, number>> = { phone: 6 };

export class NaiveOrder {
  readonly rows = new Map<string, Map<string, Row>>(MODELLED.map((table) => [table, new Map()]));
  readonly aliases = new Map<string, Value>();
  /** `table key why` of all that did not count. */
  readonly lost: string[] = [];
  #content: OpContent = [];
  #lostHere = new Map<string, string>();
  #overtaken = new Set<string>();
  #replaced = new Map<string, Row>();

  #of(table: string): Map<string, Row> {
    return this.rows.get(table)!;
  }

  #all(table: string): readonly Row[] {
    return [...this.#of(table).values()];
  }

  #lose(table: string, key: readonly Value[], why: string): void {
    this.lost.push(`${table} ${text(key)} ${why}`);
    if (!this.#lostHere.has(`${table} ${text(key)}`)) this.#lostHere.set(`${table} ${text(key)}`, why);
  }

  take(given: OpContent): void {
    this.#content = given.map((changes) => this.#follow(changes));
    this.#lostHere = new Map();
    this.#overtaken = new Set();
    this.#replaced = new Map();
    const of = (table: string) => this.#content.find((changes) => changes.table === table);
    const log = of('log_entry');
    const left = new Set<Value>();
    for (const { body } of this.#all('roster_entry')) {
      const said = JSON.parse(Buffer.from(body as Uint8Array).toString()) as {
        kind: string;
        staffId: string;
      };
      if (said.kind === 'remove') left.add(said.staffId);
    }
    const byWhoLeft =
      log?.added.some((row) => left.has(row[log.columns.indexOf('staff_id')] ?? null)) === true;
    if (byWhoLeft)
      for (const { table, keyed, added, changed, removed } of this.#content.filter(
        (changes) => !changes.table.startsWith('log_'),
      )) {
        for (const row of added) this.#lose(table, row.slice(0, keyed), 'author');
        for (const { key } of changed) this.#lose(table, key, 'author');
        for (const key of removed) this.#lose(table, key, 'author');
      }
    const counted = MODELLED.filter((table) => !byWhoLeft || table.startsWith('log_'));
    const sets = counted.flatMap((table) =>
      (of(table)?.changed ?? []).flatMap((change) => {
        const set = this.#weigh(table, change);
        return set === null ? [] : [{ table, key: change.key, set }];
      }),
    );
    const refused = this.#set(sets);
    for (const table of counted.toReversed())
      for (const key of of(table)?.removed ?? []) this.#remove(table, key);
    for (const { table, key } of this.#set(refused)) this.#lose(table, key, 'taken');
    for (const table of counted) {
      const changes = of(table);
      for (const values of changes?.added ?? [])
        this.#add(
          table,
          values.slice(0, changes!.keyed),
          Object.fromEntries(changes!.columns.map((name, at) => [name, values[at] ?? null])),
        );
    }
    for (const values of byWhoLeft ? [] : (of('sealed_value')?.added ?? [])) {
      const row = this.#of('sealed_value').get(text(values.slice(0, 1)));
      const alike = this.#all('sealed_value').filter(
        (one) =>
          one['replaced_at'] === null &&
          one['person_id'] === row?.['person_id'] &&
          one['field'] === row?.['field'],
      );
      if (row?.['replaced_at'] === null && alike.length > (MOST[String(row['field'])] ?? Infinity))
        this.#lose('sealed_value', values.slice(0, 1), 'many');
    }
  }

  #follow(changes: OpContent[number]): OpContent[number] {
    const { table, keyed } = changes;
    const follow = (column: string, value: Value): Value => {
      const to = column === 'room_id' ? 'room' : column === 'id' ? table : null;
      return to === null ? value : (this.aliases.get(`${to} ${String(value)}`) ?? value);
    };
    const key = (values: readonly Value[]) => values.map((value, at) => follow(changes.columns[at]!, value));
    return {
      ...changes,
      added: changes.added.map((row) =>
        row.map((value, at) => (at < keyed ? value : follow(changes.columns[at]!, value))),
      ),
      changed: changes.changed.map((change) => ({
        key: key(change.key),
        columns: change.columns.map(
          ([name, then, now]) => [name, follow(name, then), follow(name, now)] as const,
        ),
      })),
      removed: changes.removed.map(key),
    };
  }

  #isMerged(row: Row | undefined, key: readonly Value[], table: string): boolean {
    const person = ['person', 'confirmed_field'].includes(table) ? key[0] : row?.['person_id'];
    return person !== undefined && this.#of('merged_person').has(text([person]));
  }

  #weigh(table: string, { key, columns }: Change): Row | null {
    const row = this.#of(table).get(text(key));
    const before = Object.fromEntries(columns.map(([name, then]) => [name, then]));
    if (row === undefined) {
      this.#lose(table, key, this.#isMerged(before, key, table) ? 'merged' : 'gone');
      return null;
    }
    const replacing = columns.find(([name]) => name === 'replaced_at');
    if (
      table === 'sealed_value' &&
      row['replaced_at'] !== null &&
      replacing?.[1] === null &&
      replacing[2] !== null
    ) {
      const isHere = (one: Row) => ['person_id', 'field', 'ordinal'].every((name) => one[name] === row[name]);
      this.#overtaken.add(text([row['person_id'], row['field'], row['ordinal']]));
      const added = this.#content.find((changes) => changes.table === table);
      const follows = added?.added.some((values) =>
        isHere(Object.fromEntries(added.columns.map((name, at) => [name, values[at] ?? null]))),
      );
      const stands = this.#all(table).some((one) => one['replaced_at'] === null && isHere(one));
      if (follows === true || !stands) return null;
    }
    const set: Row = {};
    let [counts, loses] = [0, 0];
    const later = TOLD[table]!.one?.some(([, , how]) => how === 'later') === true;
    const groupOf = (name: string) => TOLD[table]!.groups?.findIndex((group) => group.includes(name)) ?? -1;
    for (const [name, then, now] of columns)
      if (COUNTS.includes(name)) set[name] = Number(row[name]) + Number(now) - Number(then);
      else if (name === 'updated_at') set[name] = now;
      else {
        const together = columns.filter(
          ([other]) => !COUNTS.includes(other) && other !== 'updated_at' && groupOf(other) === groupOf(name),
        );
        if (later || together.every(([other, was]) => same(row[other], was))) {
          set[name] = now;
          counts += 1;
        } else loses += 1;
      }
    if (loses > 0) this.#lose(table, key, this.#isMerged(before, key, table) ? 'merged' : 'changed');
    return counts > 0 || loses === 0 ? set : null;
  }

  #set<T extends { readonly table: string; readonly key: readonly Value[]; readonly set: Row }>(
    all: readonly T[],
  ): readonly T[] {
    let left = all;
    for (;;) {
      const still = left.filter(({ table, key, set }) => {
        const row = this.#of(table).get(text(key));
        if (row === undefined || this.#other(table, key, { ...row, ...set }) !== null) return true;
        Object.assign(row, set);
        return false;
      });
      if (still.length === left.length) return still;
      left = still;
    }
  }

  /** Another row that has what one alone may have, and what becomes of the later. */
  #other(table: string, key: readonly Value[], row: Row): readonly [how: string, other: Row] | null {
    for (const [columns, holds, how] of TOLD[table]!.one ?? [])
      for (const [otherKey, other] of this.#of(table))
        if (
          otherKey !== text(key) &&
          holds(row) &&
          holds(other) &&
          columns.every((name) => same(row[name], other[name]))
        )
          return [how, other];
    return null;
  }

  /** Rows that go along; null where one stays. */
  #along(table: string, key: readonly Value[]): readonly (readonly [string, readonly Value[]])[] | null {
    const found: (readonly [string, readonly Value[]])[] = [];
    for (const [child, { parents = [] }] of Object.entries(TOLD))
      for (const [column, parent, how] of parents)
        for (const [childKey, row] of parent === table ? this.#of(child) : []) {
          if (!same(row[column], key[0])) continue;
          const isOnly = parents.every(([other]) => other === column || row[other] === null);
          if (how === 'needs' || (how === 'is left' && isOnly)) return null;
          if (how === 'is left') continue;
          const further = this.#along(child, JSON.parse(childKey) as Value[]);
          if (further === null) return null;
          found.push([child, JSON.parse(childKey) as Value[]], ...further);
        }
    return found;
  }

  #remove(table: string, key: readonly Value[]): void {
    const row = this.#of(table).get(text(key));
    if (row === undefined) return;
    const along = this.#along(table, key);
    if (along === null) {
      if (TOLD[table]!.swept !== true) this.#lose(table, key, 'needed');
      return;
    }
    const field = table === 'occupancy' ? 'certificate' : table === 'counter_note' ? 'note' : null;
    const values = [...this.#of('sealed_value')].flatMap(([id, one]) =>
      field !== null &&
      one['replaced_at'] === null &&
      one['field'] === field &&
      row['ordinal'] !== null &&
      one['person_id'] === row['person_id'] &&
      one['ordinal'] === row['ordinal']
        ? [['sealed_value', JSON.parse(id) as Value[]] as const]
        : [],
    );
    const isSaid = (child: string, childKey: readonly Value[]) =>
      this.#content.some(
        (changes) => changes.table === child && changes.removed.some((one) => text(one) === text(childKey)),
      );
    for (const [child, childKey] of values)
      if (!isSaid(child, childKey)) {
        this.#lose(child, childKey, 'gone');
        this.#drop(child, childKey);
      }
    for (const [child, childKey] of along)
      if (!isSaid(child, childKey) && this.#of(child).has(text(childKey)))
        this.#lose(child, childKey, 'gone');
    this.#drop(table, key);
  }

  /** With all that refers to it. */
  #drop(table: string, key: readonly Value[]): void {
    this.#of(table).delete(text(key));
    for (const [child, { parents = [] }] of Object.entries(TOLD))
      for (const [column, parent, how] of parents)
        for (const [childKey, row] of parent === table ? [...this.#of(child)] : [])
          if (same(row[column], key[0])) {
            if (how === 'is left') row[column] = null;
            else this.#drop(child, JSON.parse(childKey) as Value[]);
          }
  }

  #add(table: string, key: readonly Value[], row: Row): void {
    if ('room_id' in row)
      row['room_id'] = this.aliases.get(`room ${String(row['room_id'])}`) ?? row['room_id'];
    for (const [column, parent, how] of TOLD[table]!.parents ?? []) {
      if (row[column] === null || this.#of(parent).has(text([row[column]]))) continue;
      if (
        how === 'is left' &&
        TOLD[table]!.parents!.some(([other]) => other !== column && row[other] !== null)
      ) {
        row[column] = null;
        continue;
      }
      const why = this.#lostHere.get(`${parent} ${text([row[column]])}`);
      this.#lose(table, key, why ?? (this.#isMerged(row, key, table) ? 'merged' : 'gone'));
      return;
    }
    const erased = new Set(this.#all('erased_person').map((one) => one['person_id']));
    if (table === 'former_tag' && erased.has(row['person_id'])) return this.#lose(table, key, 'gone');
    if (
      table === 'sealed_value' &&
      row['replaced_at'] === null &&
      row['field'] === 'certificate' &&
      !this.#all('occupancy').some(
        (one) => one['person_id'] === row['person_id'] && one['ordinal'] === row['ordinal'],
      )
    )
      return this.#lose(table, key, 'gone');
    const value = this.#replaced.get(text([row['value_id'] ?? null]));
    if (table === 'match_tag' && value !== undefined) {
      const former = this.#of('former_tag');
      if (!former.has(text([row['value_id']])))
        former.set(text([row['value_id']]), {
          value_id: row['value_id']!,
          person_id: value['person_id']!,
          field: value['field']!,
          tier: row['tier']!,
          epoch: row['epoch']!,
          tag: row['tag']!,
          valid_from: value['created_at']!,
          valid_until: value['replaced_at']!,
          import_id: null,
        });
      return undefined;
    }
    const place = text([row['person_id'], row['field'], row['ordinal']]);
    const isOvertaken = table === 'sealed_value' && row['replaced_at'] === null && this.#overtaken.has(place);
    const isTwice = this.#of(table).has(text(key));
    const other = this.#other(table, [], row);
    const how = isOvertaken ? 'replaced' : (other?.[0] ?? (isTwice ? 'lost' : 'new'));
    switch (how) {
      case 'lost':
        return this.#lose(table, key, 'taken');
      case 'same':
        return undefined;
      case 'alias': {
        this.aliases.set(`${table} ${String(key[0])}`, other![1]['id']!);
        for (const changes of table === 'room' ? this.#content : [])
          for (const change of changes.changed) {
            const one = this.#of(changes.table).get(text(change.key));
            if (
              one === undefined ||
              !change.columns.some(([name]) => name === 'room_id') ||
              one['room_id'] !== key[0]
            )
              continue;
            one['room_id'] = other![1]['id']!;
            if (this.#other(changes.table, change.key, one) === null) continue;
            for (const [name, then] of change.columns) one[name] = then;
            this.#lose(changes.table, change.key, 'taken');
          }
        const says = Object.entries(row).some(
          ([name, said]) =>
            !['id', 'ordinal', 'import_id', ...COUNTS].includes(name) &&
            said !== null &&
            !same(said, other![1][name]),
        );
        return says ? this.#lose(table, key, 'one') : undefined;
      }
      case 'next': {
        const n = Math.max(
          ...this.#all(table).flatMap((one) =>
            one['incident_id'] === row['incident_id'] ? [Number(one['n'])] : [],
          ),
        );
        this.#of(table).set(text([row['incident_id'], n + 1]), { ...row, n: n + 1 });
        return undefined;
      }
      case 'replaced':
        this.#lose(table, key, 'replaced');
        this.#replaced.set(text(key), { ...row, replaced_at: row['created_at']! });
        this.#of(table).set(text(key), { ...row, replaced_at: row['created_at']! });
        return undefined;
      default:
        this.#of(table).set(text(key), row);
    }
  }
}
