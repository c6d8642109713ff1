/** What a workbook says, beside the workbook (docs/import-accuracy.md): read, and compared value by value. Knows nothing of the importer. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** How the name of a truth goes on behind its workbook's: as it was written, or packed. */
export const TRUTH_NAME = /\.truth\.json(?:\.gz)?$/;

/** Of a person, `p1`, or of a room, `r1`. */
const ownerSchema = z.string().regex(/^[pr]\d+$/);
/** `B12` as spreadsheets write it. */
const cellSchema = z.string().regex(/^[A-Z]{1,3}\d+$/);

/** Estate, building, unit and room, each empty where the workbook says none; or the whole in words of a villa or a shop, of which no convention says which part is which. */
const roomSchema = z.union([z.tuple([z.string(), z.string(), z.string(), z.string()]), z.string()]);

/** Cell, whose, field, value, then to which room (of a relation, of dates of a home) or empty, then `flag`. */
const valueSchema = z.tuple([
  cellSchema,
  ownerSchema,
  z.string(),
  z.union([z.string(), z.array(z.string()).min(1), z.null()]),
  z.string().optional(),
  z.literal('flag').optional(),
]);

export interface TrueValue {
  /** Empty in a file that has no sheets. */
  readonly sheet: string;
  readonly cell: string;
  readonly of: string;
  readonly field: string;
  /** What the vault is to hold, any of them; none where nobody can read it. */
  readonly accepted: readonly string[];
  /** Of a relation and of the dates of a home; empty of all else. */
  readonly room: string;
  /** Right as it is, and to be flagged all the same. */
  readonly toFlag: boolean;
}

const truthSchema = z.strictObject({
  file: z.string(),
  madeBy: z.string(),
  habits: z.array(z.string()).min(1),
  /** The workbook that was taken in before, whose people and rooms have the same ids. */
  after: z.string().optional(),
  rooms: z.record(z.string(), roomSchema),
  /** Names. */
  people: z.record(z.string(), z.string()),
  /** By sheet. */
  values: z.record(z.string(), z.array(valueSchema)),
  answers: z.strictObject({
    /** What a sheet is, where its cells alone do not say it. */
    sheets: z.array(
      z.strictObject({
        sheet: z.string(),
        /** False where no row of it is of a resident or a room. */
        residents: z.boolean(),
        /** 1-based rows of its heads. */
        heads: z.array(z.number().int().positive()),
        estate: z.string().optional(),
        building: z.string().optional(),
        unit: z.string().optional(),
      }),
    ),
    /** What a column is: a field, several, or `none`. */
    columns: z.array(z.strictObject({ sheet: z.string(), column: z.string(), fields: z.array(z.string()) })),
  }),
});

export interface TrueRoom {
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

export interface Truth extends Omit<z.infer<typeof truthSchema>, 'rooms' | 'values'> {
  readonly rooms: Readonly<Record<string, TrueRoom>>;
  readonly values: readonly TrueValue[];
  /** Of an earlier workbook, which say something else by now. */
  readonly outdated: readonly TrueValue[];
}

export const hasTruth = (workbook: string): boolean =>
  ['', '.gz'].some((end) => existsSync(`${workbook}.truth.json${end}`));

/** The text beside a workbook. Errors: those of the file system. */
export function readTruthText(workbook: string): string {
  const path = `${workbook}.truth.json`;
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
}

/** Of a workbook, by its path. Errors: those of the file system and of zod. */
export function readTruth(workbook: string): Truth {
  const told = truthSchema.parse(JSON.parse(readTruthText(workbook)));
  const rooms = Object.entries(told.rooms).map(([id, room]) => {
    const [estate, building, unit, number] = typeof room === 'string' ? ['', '', '', room] : room;
    return [id, { estate, building, unit, room: number }] as const;
  });
  const values = Object.entries(told.values).flatMap(([sheet, some]) =>
    some.map(([cell, of, field, value, room = '', flag]) => ({
      sheet,
      cell,
      of,
      field,
      accepted: value === null ? [] : Array.isArray(value) ? value : [value],
      room,
      toFlag: flag !== undefined,
    })),
  );
  return { ...told, rooms: Object.fromEntries(rooms), values, outdated: [] };
}

/** What is true once both were taken in: where both say something of a field, what the later one says. */
export function joinTruths(earlier: Truth, truth: Truth): Truth {
  const keyOf = ({ of, field, room }: TrueValue): string => `${of} ${field} ${room}`;
  const said = new Set(truth.values.map(keyOf));
  // Nothing that is said of a cell of the later one is said of theirs.
  const values = earlier.values.map((value) => ({ ...value, sheet: `${earlier.file} ${value.sheet}` }));
  return {
    ...truth,
    rooms: { ...earlier.rooms, ...truth.rooms },
    people: { ...earlier.people, ...truth.people },
    values: [...truth.values, ...values.filter((value) => !said.has(keyOf(value)))],
    outdated: values.filter((value) => said.has(keyOf(value))),
  };
}

/** Whether a sheet of the truth is the one of that name in the vault's words; a file without sheets has one, of any name. */
export const isSheet = (ofTruth: string, name: string): boolean => ofTruth === '' || ofTruth === name;

/** 1-based row of a cell. */
export const rowOf = (cell: string): number => Number(cell.replace(/\D/g, ''));
/** One spelling of letters, signs and spaces. */
function fold(text: string): string {
  const known = folded.get(text) ?? text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  folded.set(text, known);
  return known;
}
/** Each name is compared with every other. */
const folded = new Map<string, string>();

/** Found within what the vault has, which may join several cells. */
const WITHIN = new Set(['remark', 'emergency', 'guardian', 'address', 'other']);

/** Whether what the vault has is that value, however it spells it. */
export function isSame(field: string, expected: string, stored: string): boolean {
  const [a, b] = [fold(expected), fold(stored)];
  if (WITHIN.has(field)) return bare(b).includes(bare(a));
  if (field === 'phone') return digits(a) === digits(b);
  if (field === 'idNumber') return a === b || (/^\d{15}$/.test(a) && shortened(b) === a);
  if (field === 'plate' || field === 'name') return bare(a) === bare(b);
  if (NUMBERS.has(field)) return Number.parseFloat(a) === Number.parseFloat(b);
  return a === b;
}

const NUMBERS = new Set(['area', 'innerArea', 'floor', 'totalFloors']);
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^(?:0086|86)(?=0?1?\d{9,})/, '');
/** The fifteen digits that an ID number of eighteen was widened from. */
const shortened = (text: string): string => text.slice(0, 6) + text.slice(8, 17);

const NUMERALS = '〇一二三四五六七八九';
/** 十二 → 12, before the word of a part of an address. */
const counted = (text: string): string =>
  text.replace(/[〇一二三四五六七八九十]+(?=[期区栋幢座号单层#])/g, (word) => {
    const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
    const one = (sign: string | undefined): string => String(Math.max(0, NUMERALS.indexOf(sign ?? '')));
    return word.includes('十')
      ? String((tens === '' ? 1 : Number(one(tens))) * 10 + Number(one(ones)))
      : one(ones);
  });

/** Parts of an address without the words for building, unit and room, and without leading zeros: 二期05栋1单元0501室 → 2期, 5, 1, 501. */
export const partsOf = (text: string): readonly string[] =>
  counted(fold(text))
    .replace(/([期区苑园城府])(?=.)/gu, '$1-')
    .replace(/(\p{Script=Han})(?=[\da-z])/gu, '$1-')
    .split(/(?:号楼|单元|[栋幢座号楼室房#\-_/\\.,:—·]|层)+/u)
    .flatMap((part) => part.replace(/-/g, ' ').split(' '))
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .filter((part) => part !== '' && part !== '0');

/** The room as one word, with its estate or without. */
export const roomKey = ({ estate, building, unit, room }: TrueRoom, withEstate: boolean): string =>
  partsOf([...(withEstate ? [estate] : []), building, unit, room].join('-')).join('-');
