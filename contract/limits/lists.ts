/** Counts of everybody at the desk, how much of each is usual, and the signs that raise an alert. Without schemas, so that pages can read it. */

/** Counted acts: searches, records opened, answers verified, values revealed. */
export const COUNTED = ['search', 'open', 'verify', 'reveal'] as const;
/** Something that is counted. */
export type Counted = (typeof COUNTED)[number];

/** Over how long: sixty minutes, the shift so far, twenty-four hours. Each goes back from now, so that none begins anew at a full hour. */
export const SPANS = ['hour', 'shift', 'day'] as const;
/** A span of time that is counted over. */
export type Span = (typeof SPANS)[number];

/** Roles that have quotas: an admin opens no record at the desk. */
export const LIMITED_ROLES = ['receptionist', 'supervisor'] as const;
/** A role that has quotas. */
export type LimitedRole = (typeof LIMITED_ROLES)[number];

/** How many of each in each span before a supervisor has to agree. */
export type Quotas = {
  readonly [R in LimitedRole]: { readonly [C in Counted]: { readonly [S in Span]: number } };
};

/** Other signs that are watched; each `0` is off. */
export interface Signs {
  /** So many records, answers and values by one person within a minute make them wait. */
  readonly burst: number;
  /** So many neighbouring rooms opened one after another by one person. */
  readonly inOrder: number;
  /** So many neighbouring rooms opened within a day, by whoever, in whichever order. */
  readonly neighbours: number;
  /** So many different rooms opened by one person within ten minutes. */
  readonly manyRooms: number;
  /** So many records opened by one person in one night. */
  readonly atNight: number;
  /** So many wrong answers verified by one person within a day. */
  readonly wrongAnswers: number;
  /** So many of the staff at the record of one resident within a day. */
  readonly lookedAtBy: number;
  /** So many searches by the digits of a number within an hour from which no record was opened. */
  readonly numbersTried: number;
  /** So many records opened by one person within a day with nothing done afterwards (verified, revealed, noted or changed), beyond the share of the others. */
  readonly nothingDone: number;
  /** So many values revealed within a day by all of the staff together. */
  readonly revealedByAll: number;
  /** So many residents recognised within a day by previews of imports that were not written. */
  readonly previewed: number;
  /** So many looks within a day by one of the staff who live here at their own record. A look is whatever is done with a record within a quarter of an hour. */
  readonly ownRecord: number;
  /** The same at records of their household, or at their own room. */
  readonly ownHousehold: number;
  /** The same at records of the rooms beside theirs. */
  readonly ownNeighbours: number;
  /** The same by one of the staff at the record of another who lives here. */
  readonly colleague: number;
  /** So many searches by one person, by whatever, that found nobody or from which no record was opened: within a day or a month beyond four for every five records that they opened; within a week, a month. */
  readonly triedBeyond: number;
  readonly triedBeyondInMonth: number;
  readonly triedInWeek: number;
  readonly triedInMonth: number;
  /** So many records and rooms opened by one person within a week, a month. */
  readonly openedInWeek: number;
  readonly openedInMonth: number;
  /** So many wrong answers verified by one person within a week, a month. */
  readonly wrongInWeek: number;
  readonly wrongInMonth: number;
  /** So many values revealed by one person within a day, a month, beyond one for every three records that they opened. */
  readonly revealedBeyond: number;
  readonly revealedBeyondInMonth: number;
  /** So many values revealed by one person within a week, a month. */
  readonly revealedInWeek: number;
  readonly revealedInMonth: number;
  /** So many of a hundred residents with a value revealed by one person within a month. */
  readonly revealedOfHundred: number;
  /** So many records of another desk that somebody with a scope asked for within a day, and was refused. */
  readonly refusedOutside: number;
}
/** Something that is watched. */
export type Sign = keyof Signs;

/** All limits of a desk. */
export interface Limits {
  readonly quotas: Quotas;
  readonly signs: Signs;
  /** Hours of the night, `from` to `until`, by the clock on the wall; the same twice is none. */
  readonly night: { readonly from: number; readonly until: number };
}

/** Of a new vault: what the simulated honest desk of docs/limits.md never reaches. */
export const USUAL_LIMITS: Limits = {
  quotas: {
    receptionist: {
      search: { hour: 90, shift: 420, day: 420 },
      open: { hour: 70, shift: 300, day: 300 },
      verify: { hour: 45, shift: 180, day: 180 },
      reveal: { hour: 14, shift: 40, day: 40 },
    },
    supervisor: {
      search: { hour: 90, shift: 420, day: 420 },
      open: { hour: 70, shift: 300, day: 300 },
      verify: { hour: 45, shift: 180, day: 180 },
      reveal: { hour: 14, shift: 40, day: 40 },
    },
  },
  signs: {
    burst: 12,
    inOrder: 6,
    neighbours: 9,
    manyRooms: 24,
    atNight: 24,
    wrongAnswers: 26,
    lookedAtBy: 5,
    numbersTried: 24,
    nothingDone: 37,
    revealedByAll: 84,
    previewed: 40,
    ownRecord: 1,
    ownHousehold: 4,
    ownNeighbours: 6,
    colleague: 1,
    triedBeyond: 40,
    triedBeyondInMonth: 150,
    triedInWeek: 600,
    triedInMonth: 2_000,
    openedInWeek: 1_000,
    openedInMonth: 4_000,
    wrongInWeek: 80,
    wrongInMonth: 250,
    revealedBeyond: 12,
    revealedBeyondInMonth: 40,
    revealedInWeek: 110,
    revealedInMonth: 400,
    revealedOfHundred: 25,
    refusedOutside: 12,
  },
  night: { from: 23, until: 6 },
};

/**
 * Kinds of alerts: a quota that was reached, a canary record that was touched, a paper that is lost, a room outside that was opened in an emergency, an
 * emergency with many records, or a sign.
 */
export const ALERT_KINDS = [
  'quota',
  'canary',
  'paperLost',
  'outside',
  'emergency',
  ...(Object.keys(USUAL_LIMITS.signs) as readonly Sign[]),
] as const;
/** Kind of an alert. */
export type AlertKind = 'quota' | 'canary' | 'paperLost' | 'outside' | 'emergency' | Sign;

/** Every sign, in the order in which they are listed. */
export const SIGNS = Object.keys(USUAL_LIMITS.signs) as readonly Sign[];

/** Signs that limits of before do not name. */
export const LATER_SIGNS = [
  'ownRecord',
  'ownHousehold',
  'ownNeighbours',
  'colleague',
  'triedBeyond',
  'triedBeyondInMonth',
  'triedInWeek',
  'triedInMonth',
  'openedInWeek',
  'openedInMonth',
  'wrongInWeek',
  'wrongInMonth',
  'revealedBeyond',
  'revealedBeyondInMonth',
  'revealedInWeek',
  'revealedInMonth',
  'revealedOfHundred',
  'refusedOutside',
] as const satisfies readonly Sign[];
type LaterSign = (typeof LATER_SIGNS)[number];

/** Limits as an entry has them, of whichever version. */
export type LoggedLimits = Omit<Limits, 'signs'> & {
  readonly signs: Omit<Signs, LaterSign> & { readonly [S in LaterSign]?: number | undefined };
};

/** Limits that an earlier version has kept, with what the program watches since. */
export const completeLimits = ({ signs, ...rest }: LoggedLimits): Limits => ({
  ...rest,
  signs: Object.fromEntries(
    SIGNS.map((sign) => [sign, signs[sign] ?? USUAL_LIMITS.signs[sign]]),
  ) as unknown as Signs,
});

const NO_SPANS = { hour: 0, shift: 0, day: 0 } as const;
const NO_QUOTAS = { search: NO_SPANS, open: NO_SPANS, verify: NO_SPANS, reveal: NO_SPANS } as const;

/** Limits that stop and raise nothing: of work that is no desk's, as where invented residents are made. */
export const NO_LIMITS: Limits = {
  quotas: { receptionist: NO_QUOTAS, supervisor: NO_QUOTAS },
  signs: Object.fromEntries(SIGNS.map((sign) => [sign, 0])) as unknown as Signs,
  night: USUAL_LIMITS.night,
};

/** Words in which a small company chooses its limits. */
export const PRESETS = ['loose', 'standard', 'strict'] as const;
/** One of these words. */
export type Preset = (typeof PRESETS)[number];

const usualTimes = (factor: number): Limits => ({
  ...(JSON.parse(JSON.stringify(USUAL_LIMITS), (_, value: unknown) =>
    typeof value === 'number' ? Math.ceil(value * factor) : value,
  ) as Limits),
  night: USUAL_LIMITS.night,
});

/** What each word allows: twice what is usual, that, and half of it. */
export const PRESET_LIMITS: Readonly<Record<Preset, Limits>> = {
  loose: usualTimes(2),
  standard: USUAL_LIMITS,
  strict: usualTimes(1 / 2),
};

/** More than before, or no longer watched (0), somewhere: a supervisor has to agree. Another night is taken for one that is watched less. */
export function loosens(was: Limits, becomes: Limits): boolean {
  const isLooser = (before: number, after: number): boolean =>
    after !== before && (after === 0 || (before !== 0 && after > before));
  return (
    LIMITED_ROLES.some((role) =>
      COUNTED.some((counted) =>
        SPANS.some((span) => isLooser(was.quotas[role][counted][span], becomes.quotas[role][counted][span])),
      ),
    ) ||
    SIGNS.some((sign) => isLooser(was.signs[sign], becomes.signs[sign])) ||
    was.night.from !== becomes.night.from ||
    was.night.until !== becomes.night.until
  );
}

/** The word for these limits, or null where none says them. */
export const presetOf = (limits: Limits): Preset | null =>
  PRESETS.find((one) => !loosens(PRESET_LIMITS[one], limits) && !loosens(limits, PRESET_LIMITS[one])) ?? null;

/** Its actions, as log and papers call them. */
export const LIMITS_ACTION_WORDS = {
  limits: ['更改限额', 'Limits changed'],
  'limit-override': ['同意超过限额', 'Limit lifted'],
  alert: ['预警', 'Alert'],
  'alert-seen': ['处理预警', 'Alert resolved'],
} as const;
