/** Checks of a computer with macOS: what its own programs print, none of which speaks the language of its user. */
import { type CheckReading, unknownReading } from '../../contract/computer-checks/lists.ts';
import { passwordRules, readingOf, saidYes, screenLock, updates } from './judge.ts';
import type { Printed, RunProgram } from './run-program.ts';

const LOGIN_WINDOW = '/Library/Preferences/com.apple.loginwindow';
const SOFTWARE_UPDATE = '/Library/Preferences/com.apple.SoftwareUpdate';

/** Each program by its whole path, with its arguments. */
export const MACOS_QUESTIONS = {
  fileVault: ['/usr/bin/fdesetup', 'isactive'],
  autoSignIn: ['/usr/bin/defaults', 'read', LOGIN_WINDOW, 'autoLoginUser'],
  lockDelay: ['/usr/sbin/sysadminctl', '-screenLock', 'status'],
  idle: ['/usr/bin/defaults', '-currentHost', 'read', 'com.apple.screensaver', 'idleTime'],
  passwords: ['/usr/bin/pwpolicy', '-getaccountpolicies'],
  gatekeeper: ['/usr/sbin/spctl', '--status'],
  firewall: ['/usr/libexec/ApplicationFirewall/socketfilterfw', '--getglobalstate'],
  updates: ['/usr/bin/defaults', 'read', SOFTWARE_UPDATE, 'LastSuccessfulDate'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
type Question = keyof typeof MACOS_QUESTIONS;
/** Output of each program, by question. */
export type MacosAnswers = Readonly<Record<Question, Printed>>;

/** Readings of the checks that macOS answers. `now`: milliseconds since 1970. */
export async function checkMacos(
  run: RunProgram,
  env: NodeJS.ProcessEnv,
  now: number,
): Promise<readonly CheckReading[]> {
  const own: Readonly<Record<string, string>> = env['HOME'] === undefined ? {} : { HOME: env['HOME'] };
  const asked = Object.entries(MACOS_QUESTIONS).map(
    async ([name, [path, ...args]]) => [name, await run(path, args, own)] as const,
  );
  return readMacos(Object.fromEntries(await Promise.all(asked)) as MacosAnswers, now);
}

/** Readings of what the programs have printed. */
export const readMacos = (told: MacosAnswers, now: number): readonly CheckReading[] => [
  readingOf('disk-encryption', () => {
    const said = told.fileVault?.out.trim();
    if (said === undefined) return 'no-answer';
    return said === 'true' || said === 'false'
      ? saidYes('disk-encryption', said === 'true')
      : 'not-understood';
  }),
  // `defaults` ends with 1 where there is no such setting.
  readingOf('sign-in', () => {
    if (told.autoSignIn === null) return 'no-answer';
    return saidYes('sign-in', told.autoSignIn.code !== 0 || told.autoSignIn.out.trim() === '');
  }),
  readingOf('screen-lock', () => lock(told)),
  readingOf('password-rules', () => passwords(told.passwords)),
  // XProtect is part of the system; what can be turned off is that it is asked.
  readingOf('antivirus', () => {
    const said = `${told.gatekeeper?.out ?? ''}${told.gatekeeper?.err ?? ''}`;
    const [, state] = /\bassessments (enabled|disabled)\b/.exec(said) ?? [];
    return state === undefined ? whyOf(told.gatekeeper) : saidYes('antivirus', state === 'enabled');
  }),
  readingOf('firewall', () => {
    const [, state] = /\(State = ([0-2])\)/.exec(told.firewall?.out ?? '') ?? [];
    return state === undefined ? whyOf(told.firewall) : saidYes('firewall', state !== '0');
  }),
  readingOf('updates', () => {
    const at = Date.parse(told.updates?.code === 0 ? toIso(told.updates.out.trim()) : '');
    return Number.isNaN(at) ? whyOf(told.updates) : updates(at, now);
  }),
  unknownReading('system-support', 'not-offered'),
];

const whyOf = (printed: Printed) => (printed === null ? 'no-answer' : 'not-understood');

/** `2026-11-20 03:12:44 +0000`, as `defaults` prints a moment. */
const toIso = (text: string): string =>
  text.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/, '$1T$2$3:$4');

/** `idleTime` is not set where nobody has changed it, and then the screen saver begins after the twenty minutes of the system. */
const USUAL_IDLE_SECONDS = 20 * 60;

/** `sysadminctl` says it where errors are told. */
function lock({ lockDelay, idle }: MacosAnswers): CheckReading | 'no-answer' | 'not-understood' {
  if (lockDelay === null) return 'no-answer';
  const said = `${lockDelay.out}\n${lockDelay.err}`;
  if (/\bscreenLock is off\b/i.test(said)) return screenLock(null);
  const [, delay] = /\bscreenLock delay is (immediate|\d{1,6})\b/i.exec(said) ?? [];
  if (delay === undefined) return 'not-understood';
  const blank =
    idle?.code === 0 && /^\d{1,6}$/.test(idle.out.trim()) ? Number(idle.out.trim()) : USUAL_IDLE_SECONDS;
  return screenLock(blank === 0 ? null : blank + (delay === 'immediate' ? 0 : Number(delay)));
}

/** Fewest characters of a password that macOS requires where no policy is set. */
const USUAL_CHARACTERS = 4;

/** A policy is an expression, of which one part says how long a password is at least: `policyAttributePassword matches '.{8,}'`. */
function passwords(printed: Printed): CheckReading | 'no-answer' {
  if (printed === null) return 'no-answer';
  const lengths = [...printed.out.matchAll(/policyAttributePassword matches '[^']*\.\{(\d{1,3}),\d*\}/g)].map(
    ([, fewest]) => Number(fewest),
  );
  return passwordRules(Math.max(USUAL_CHARACTERS, ...lengths));
}
