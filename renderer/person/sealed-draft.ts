/** Draft of the change to each sealed value, without the values: those stay in their inputs until the form is sent. Pure. */
import { FIELDS, OWN_SEALED_FIELD_IDS, type OwnSealedFieldId } from '../../contract/fields.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';

export interface SealedEntry {
  readonly key: string;
  readonly field: OwnSealedFieldId;
  readonly ordinal: number;
  /** Mask that the record shows now; null for a value that is being added. */
  readonly mask: string | null;
  readonly fate: 'keep' | 'replace' | 'remove' | 'add';
}

const isSealed = (field: MaskedField): field is MaskedField & { readonly field: OwnSealedFieldId } =>
  OWN_SEALED_FIELD_IDS.some((id) => id === field.field);

/** A new record starts with the two that the counter needs most. */
export function entriesOf(person: MaskedPerson | null): readonly SealedEntry[] {
  if (person === null) return addEntry(addEntry([], 'phone'), 'idNumber');
  return person.fields
    .filter(isSealed)
    .map(({ field, ordinal, mask }) => ({ key: `${field}-${ordinal}`, field, ordinal, mask, fate: 'keep' }));
}

export const mayAdd = (entries: readonly SealedEntry[], field: OwnSealedFieldId): boolean =>
  entries.filter((entry) => entry.field === field).length < FIELDS[field].most;

/** An empty value after the last of its field. */
export function newEntry(entries: readonly SealedEntry[], field: OwnSealedFieldId): SealedEntry {
  const ordinal = entries
    .filter((entry) => entry.field === field)
    .reduce((next, entry) => Math.max(next, entry.ordinal + 1), 0);
  return { key: `${field}-${ordinal}`, field, ordinal, mask: null, fate: 'add' };
}

export const addEntry = (
  entries: readonly SealedEntry[],
  field: OwnSealedFieldId,
): readonly SealedEntry[] => [...entries, newEntry(entries, field)];

/** With an input for a value of the field, where there is none yet. */
export const withPlaceFor = (
  entries: readonly SealedEntry[],
  field: OwnSealedFieldId,
): readonly SealedEntry[] =>
  entries.some((entry) => entry.field === field && entry.fate !== 'keep' && entry.fate !== 'remove') ||
  !mayAdd(entries, field)
    ? entries
    : addEntry(entries, field);

export const withFate = (
  entries: readonly SealedEntry[],
  key: string,
  fate: SealedEntry['fate'],
): readonly SealedEntry[] => entries.map((entry) => (entry.key === key ? { ...entry, fate } : entry));

export interface SealedChange {
  readonly field: OwnSealedFieldId;
  readonly ordinal: number;
  readonly value: string | null;
}

/** The changes with their values read at the last moment; an empty new value is none. */
export function changesOf(
  entries: readonly SealedEntry[],
  read: (key: string) => string,
): readonly SealedChange[] {
  return entries.flatMap(({ key, field, ordinal, fate }): SealedChange[] => {
    if (fate === 'keep') return [];
    if (fate === 'remove') return [{ field, ordinal, value: null }];
    const value = read(key).trim();
    return value === '' ? [] : [{ field, ordinal, value }];
  });
}

/** Whether an identity field is touched, which takes a supervisor. */
export const touchesIdentity = (entries: readonly SealedEntry[], filled: (key: string) => boolean): boolean =>
  entries.some(
    ({ key, field, fate }) =>
      FIELDS[field].tier === 'identity' &&
      (fate === 'remove' || ((fate === 'replace' || fate === 'add') && filled(key))),
  );
