/** How many values a mask leaves, by format, to somebody who reads all that an unlocked session reads. Exact counts, no estimates. */
import {
  MASK_LEVELS,
  type MaskLevel,
  POLICY_MASKS,
  type PolicyMask,
} from '../../../contract/policy/lists.ts';
import type { PolicyView } from '../../../contract/policy/views.ts';
import { checkCharacter } from '../values/id-number.ts';

const DAY_MS = 86_400_000;

/** In a year without a leap day, since the year is known. */
const DAYS = Array.from({ length: 365 }, (_, n) =>
  new Date(Date.UTC(1899, 0, 1 + n)).toISOString().slice(5, 10).replace('-', ''),
);
/** Sequence numbers of one sex: its last digit is odd for men, even for women. */
const SEQUENCES = 500;

/** Residues of MOD 11-2: as many check characters. */
const CHARACTERS = 11;

const residueOf = (body: string): number => '10X98765432'.indexOf(checkCharacter(body));

/** How often each residue comes up among numbers that are otherwise all zeros. */
function countResidues(bodies: readonly string[]): readonly number[] {
  const counts = Array.from({ length: CHARACTERS }, () => 0);
  for (const body of bodies) {
    const residue = residueOf(body);
    counts[residue] = (counts[residue] ?? 0) + 1;
  }
  return counts;
}

/**
 * Resident IDs of one region, one year and one sex that end in the same character, for the rarest such character. Region and year only shift the
 * residues, so that the smallest count is the same for each.
 */
export function countIdNumbers(): number {
  const days = countResidues(DAYS.map((day) => `0000000000${day}000`));
  const totals = [0, 1].map((sex) => {
    const sequences = countResidues(
      Array.from({ length: SEQUENCES }, (_, n) => `00000000000000${String(2 * n + sex).padStart(3, '0')}`),
    );
    return Array.from({ length: CHARACTERS }, (_, residue) =>
      days.reduce(
        (sum, count, day) => sum + count * (sequences[(residue - day + CHARACTERS) % CHARACTERS] ?? 0),
        0,
      ),
    );
  });
  return Math.min(...totals.flat());
}

/**
 * Those of the commonest form of a value that leaves fewest. Null where the form sets no limit worth a number: names, addresses, what stands before an @.
 * `now`: milliseconds since 1970; nobody is born later.
 */
export function countCandidates(mask: PolicyMask, level: MaskLevel, now: number): number | null {
  switch (mask) {
    // 138****1234; with the segment hidden, [3-9] and five digits; all of 1[3-9]…
    case 'phone':
      return level === 'usual' ? 1e4 : level === 'last-four' ? 7e5 : 7e9;
    case 'id-number':
      return level === 'usual' ? countIdNumbers() : DAYS.length * SEQUENCES;
    case 'birthday':
      return level === 'usual'
        ? DAYS.length
        : Math.floor(now / DAY_MS) + Math.round(-Date.UTC(1900, 0, 1) / DAY_MS) + 1;
    // A small new-energy plate hides a letter or digit and two digits; its city, its class (ten letters) and five more; the province.
    case 'plate':
      return level === 'usual' ? 34 * 1e2 : (level === 'province' ? 1 : 31) * 24 * 10 * 34 * 1e4;
    // Twelve digits are the shortest.
    case 'bank-card':
      return level === 'usual' ? 1e8 : 1e12;
    // The number of a QQ account, five to ten digits; how many, neither mask nor sealed value tells.
    case 'wechat':
      return level === 'usual' ? 111_111_000 : 9_999_990_000;
    case 'name':
    case 'email':
    case 'address':
    case 'contact-person':
      return null;
  }
}

/** Every level of every mask with what it leaves. */
export const countChoices = (now: number): PolicyView['choices'] =>
  POLICY_MASKS.map((mask) => ({
    mask,
    levels: MASK_LEVELS[mask].map((level) => ({ level, candidates: countCandidates(mask, level, now) })),
  }));
