/** Turns what a system has told into readings. Pure. */
import {
  type CheckReading,
  type ComputerCheck,
  MAX_FIGURE,
  MAX_LOCK_MINUTES,
  MAX_UPDATE_DAYS,
  MIN_PASSWORD_CHARACTERS,
  type WhyUnknown,
  unknownReading,
} from '../../contract/computer-checks/lists.ts';
import { RUNTIME_DAYS } from '../../contract/shell/runtime-days.ts';
import { ELECTRON_ENDS, ELECTRON_RELEASES, type SupportEnd } from './support-ends.ts';

const DAY_MS = 86_400_000;

/** Of a question of yes or no. */
export const saidYes = (check: ComputerCheck, isSo: boolean): CheckReading => ({
  check,
  answer: isSo ? 'yes' : 'no',
  why: null,
  figure: null,
});

/** Of something measured; a figure that is none, or beyond all measure, is not understood. */
function measured(check: ComputerCheck, figure: number, isSo: boolean): CheckReading {
  if (!Number.isSafeInteger(figure) || Math.abs(figure) > MAX_FIGURE)
    return unknownReading(check, 'not-understood');
  return { check, answer: isSo ? 'yes' : 'no', why: null, figure };
}

/** `seconds` without a key until the screen locks: null where it never does. */
export function screenLock(seconds: number | null): CheckReading {
  if (seconds === null) return saidYes('screen-lock', false);
  const minutes = Math.ceil(seconds / 60);
  return measured('screen-lock', minutes, minutes <= MAX_LOCK_MINUTES);
}

/** `fewest`: characters that a new password must have. */
export const passwordRules = (fewest: number): CheckReading =>
  measured('password-rules', fewest, fewest >= MIN_PASSWORD_CHARACTERS);

/** `at`: when an update was installed last, in milliseconds since 1970. */
export function updates(at: number, now: number): CheckReading {
  const days = Math.max(0, Math.floor((now - at) / DAY_MS));
  return measured('updates', days, days <= MAX_UPDATE_DAYS);
}

/** Support of one that is older than all that the data names has ended, nobody knows how long ago; of any other that it does not name nothing can be said. */
export function support(
  check: 'system-support' | 'program-support',
  version: number,
  ends: readonly SupportEnd[],
  now: number,
): CheckReading {
  const end = ends.find((one) => one.version === version);
  if (end === undefined)
    return ends.every((one) => version < one.version)
      ? saidYes(check, false)
      : unknownReading(check, 'not-understood');
  const days = Math.ceil((Date.parse(end.ends) - now) / DAY_MS);
  return measured(check, days, days > 0);
}

/** Whole days since this version of Electron was released; null where nobody has said when. */
export function runtimeDays(version: string, now: number, releases = ELECTRON_RELEASES): number | null {
  const released = releases[version];
  return released === undefined ? null : Math.max(0, Math.floor((now - Date.parse(released)) / DAY_MS));
}

/**
 * `version`: of Electron, as it names itself: `45.4.1`. It counts as supported until its support ends, and no longer than until it is so old that the lock
 * screen says so in red: what was found in it since is known.
 */
export function programSupport(version: string, now: number, releases = ELECTRON_RELEASES): CheckReading {
  const major = Number(/^\d{1,3}(?=\.)/.exec(version)?.[0] ?? Number.NaN);
  const reading = support('program-support', major, ELECTRON_ENDS, now);
  const age = runtimeDays(version, now, releases);
  if (reading.figure === null || age === null) return reading;
  const days = Math.min(reading.figure, RUNTIME_DAYS.red - age);
  return measured('program-support', days, days > 0);
}

/** The reading, or why there is none: what a system answers is never trusted to be what was asked for. */
export function readingOf(check: ComputerCheck, read: () => CheckReading | WhyUnknown): CheckReading {
  try {
    const found = read();
    return typeof found === 'string' ? unknownReading(check, found) : found;
  } catch {
    return unknownReading(check, 'not-understood');
  }
}
