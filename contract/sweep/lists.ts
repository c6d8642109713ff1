/** Lists and bounds of a scan for leftover files. Without schemas, so that pages can read it. */

/** A file with so many different people is a finding. */
export const MIN_PEOPLE = 3;

/** Numbers that are counted in one file: one with more is full of people, however many they are. */
export const MAX_SWEEP_COUNT = 20_000;

/** Folders that a sweep looks into: those of the desktop, of chat and office programs, the recycle bin, those that were picked, and other drives on request; after a disposal the file's own folder and what programs list as used last. */
export const SWEEP_PLACES = [
  'desktop',
  'documents',
  'downloads',
  'wechat',
  'wecom',
  'qq',
  'dingtalk',
  'wps-drive',
  'office-backup',
  'bin',
  'picked',
  'drive',
  'source',
  'recent',
] as const;
export type SweepPlace = (typeof SWEEP_PLACES)[number];

/** Kinds of a file by its first bytes, whatever its name says. `folder`: one that was not listed to its end. */
export const SWEEP_KINDS = ['workbook', 'document', 'text', 'pdf', 'archive', 'other', 'folder'] as const;
export type SweepKind = (typeof SWEEP_KINDS)[number];

/**
 * Why a folder was not listed to its end. `list-full`: it holds more files than one sweep lists. `too-deep`: folders lie in it deeper than is followed, or
 * under names that are too long. `not-there`: it was picked, or is a drive, and cannot be found. `too-slow`: it, or another one, took too long to list.
 */
export const CUT_REASONS = ['list-full', 'too-deep', 'no-access', 'not-there', 'too-slow'] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/**
 * Why a file, a folder, or a part of it, was not read. `locked`: it has a password. `too-slow`, `too-large`: it took more time or memory than one
 * file may. `stopped`: the scanner ended at it. `nested`: an archive lies in the archive, or files too deep in one another. `no-text`: it holds pictures, or
 * letters without a meaning. `changed`: it was written to meanwhile.
 */
export const UNREAD_REASONS = [
  'locked',
  'too-large',
  'stopped',
  'nested',
  'no-text',
  'damaged',
  'changed',
  ...CUT_REASONS,
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** How a sweep ended, or that it has not. */
export const SWEEP_STATES = ['running', 'paused', 'done', 'cancelled'] as const;
export type SweepState = (typeof SWEEP_STATES)[number];

/** Days between two sweeps by the clock; 0: by hand alone. */
export const SWEEP_DAYS = [0, 1, 7, 30] as const;
export type SweepDays = (typeof SWEEP_DAYS)[number];

/** Decisions on a finding. */
export const SWEEP_DECISIONS = ['accepted', 'disposed', 'imported'] as const;

/** Most folders that may be picked. */
export const MAX_SWEEP_FOLDERS = 20;
/** The longest time for which a file may be left, in days. */
export const MAX_ACCEPTED_DAYS = 180;

/** Its actions, as log and papers call them. */
export const SWEEP_ACTION_WORDS = {
  sweep: ['扫描遗留文件', 'Scan for leftover files'],
  'sweep-settings': ['扫描设置', 'Scan settings'],
  'sweep-accept': ['暂时保留遗留文件', 'Leftover file kept'],
  'sweep-dispose': ['擦除遗留文件', 'Leftover file erased'],
  'sweep-import': ['导入遗留文件', 'Leftover file imported'],
} as const;
