/**
 * Checks of a computer with Windows: what is asked of PowerShell, and how its answers are read. Windows speaks the language of its user, so that
 * nothing is read that is a word of a language: every answer is a number, a name of a type, or a date in the one form that it is stored in, as JSON.
 */
import { win32 } from 'node:path';
import { z } from 'zod';
import type { CheckReading, WhyUnknown } from '../../contract/computer-checks/lists.ts';
import { passwordRules, readingOf, saidYes, screenLock, support, updates } from './judge.ts';
import type { Printed, RunProgram } from './run-program.ts';
import { WINDOWS_EDITIONS, WINDOWS_ENDS } from './support-ends.ts';

/** A question is answered by its value, or by what kind of error it ended with. Without double quotes: the whole is one argument of the program. */
const BEGIN = `
$ErrorActionPreference = 'Stop'
$env:PSModulePath = $PSHOME + '\\Modules'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$told = @{}
function Ask($name, $question) {
  try { $told[$name] = @{ value = (& $question) } }
  catch { $told[$name] = @{ error = $_.Exception.GetType().Name; native = [string]$_.Exception.NativeErrorCode } }
}
function Number($value) { if ($null -eq $value) { $null } else { [int]$value } }
function Key($path) { if (Test-Path -LiteralPath $path) { Get-ItemProperty -LiteralPath $path } }
$drive = [System.IO.Path]::GetPathRoot([Environment]::SystemDirectory).Substring(0, 2)
$policies = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\'
$settings = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\'
$nt = 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
`;
const END = `
[Console]::Out.Write((ConvertTo-Json -InputObject $told -Compress -Depth 5))
`;
/** Quick ones. Nothing becomes a number that was none: PowerShell makes zero of nothing. The shell tells everybody whether a drive is encrypted, the class for it an administrator alone. */
const FACTS = `
Ask 'shellEncryption' { [int](New-Object -ComObject Shell.Application).NameSpace($drive).Self.ExtendedProperty('System.Volume.BitLockerProtection') }
Ask 'encryption' { Number (Get-CimInstance -Namespace root/CIMV2/Security/MicrosoftVolumeEncryption -ClassName Win32_EncryptableVolume -Filter ('DriveLetter=''' + $drive + '''')).ProtectionStatus }
Ask 'autoSignIn' { $key = Key ($nt + '\\Winlogon'); if ($null -eq $key) { $null } else { [string]$key.AutoAdminLogon } }
Ask 'lock' {
  $own = Key 'HKCU:\\Control Panel\\Desktop'
  $set = Key 'HKCU:\\SOFTWARE\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop'
  $all = Key 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System'
  @{
    active = [string]$own.ScreenSaveActive; secure = [string]$own.ScreenSaverIsSecure; seconds = [string]$own.ScreenSaveTimeOut
    setActive = [string]$set.ScreenSaveActive; setSecure = [string]$set.ScreenSaverIsSecure; setSeconds = [string]$set.ScreenSaveTimeOut
    program = [string]$own.'SCRNSAVE.EXE'; setProgram = [string]$set.'SCRNSAVE.EXE'; inactivity = [string]$all.InactivityTimeoutSecs
  }
}
Ask 'shortest' { Number ([ADSI]('WinNT://' + [Environment]::MachineName + ',computer')).MinPasswordLength.Value }
Ask 'asked' {
  $sid = [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
  $account = Get-CimInstance -ClassName Win32_UserAccount -Filter ('LocalAccount=TRUE AND SID=''' + $sid + '''')
  if ($null -eq $account) { $null } else { [bool]$account.PasswordRequired }
}
Ask 'antivirus' { @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct | Select-Object -First 20 | ForEach-Object { [int]$_.productState }) }
Ask 'defender' {
  $status = Get-CimInstance -Namespace root/Microsoft/Windows/Defender -ClassName MSFT_MpComputerStatus
  @{ on = $status.RealTimeProtectionEnabled; mode = [string]$status.AMRunningMode; days = Number $status.AntivirusSignatureAge }
}
Ask 'firewall' {
  @(foreach ($profile in 'DomainProfile', 'StandardProfile', 'PublicProfile') {
    $set = (Key ($policies + $profile)).EnableFirewall
    if ($profile -eq 'StandardProfile') {
      $private = (Key ($policies + 'PrivateProfile')).EnableFirewall
      if ($null -ne $private) { $set = $private }
    }
    if ($null -eq $set) { $set = (Key ($settings + $profile)).EnableFirewall }
    Number $set
  })
}
Ask 'firewallRuns' { [int](Get-Service -Name MpsSvc).Status }
Ask 'firewalls' { @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct | Select-Object -First 20 | ForEach-Object { [int]$_.productState }) }
Ask 'version' { $now = Key $nt; @{ build = [string]$now.CurrentBuildNumber; edition = [string]$now.EditionID } }
`;
/** It may take long, and then costs nothing but itself. */
const HISTORY = `
Ask 'updates' { @(Get-CimInstance -ClassName Win32_QuickFixEngineering | Select-Object -First 500 | ForEach-Object { [string]$_.CimInstanceProperties['InstalledOn'].Value }) }
`;

/** The two questions that PowerShell is asked, each the whole of its last argument. */
export const WINDOWS_QUESTIONS = { facts: BEGIN + FACTS + END, history: BEGIN + HISTORY + END } as const;

const answerSchema = z.union([
  z.strictObject({ value: z.unknown() }),
  z.strictObject({ error: z.string().max(200), native: z.string().max(60) }),
]);
const toldSchema = z.record(z.string().max(40), answerSchema);
type Told = z.infer<typeof toldSchema>;

/** Thrown where a question has no answer; `why` gives the reason. */
class NoAnswer extends Error {
  readonly why: WhyUnknown;
  constructor(why: WhyUnknown) {
    super(why);
    this.why = why;
  }
}

/** Readings of the checks that Windows answers. `now`: milliseconds since 1970. */
export async function checkWindows(
  run: RunProgram,
  env: NodeJS.ProcessEnv,
  now: number,
): Promise<readonly CheckReading[]> {
  const [facts, history] = await Promise.all([
    ask(run, env, WINDOWS_QUESTIONS.facts),
    ask(run, env, WINDOWS_QUESTIONS.history),
  ]);
  return readWindows({ ...facts, ...history }, now);
}

/** Readings of what PowerShell has told. */
function readWindows(told: Told, now: number): readonly CheckReading[] {
  const reading = (check: CheckReading['check'], read: () => CheckReading) =>
    readingOf(check, () => {
      try {
        return read();
      } catch (error) {
        if (error instanceof NoAnswer) return error.why;
        throw error;
      }
    });
  return [
    reading('disk-encryption', () => diskEncryption(told)),
    reading('sign-in', () => saidYes('sign-in', !isLetIn(textOf(told, 'autoSignIn').trim()))),
    reading('screen-lock', () => screenLock(lockAfter(lockSchema.parse(valueOf(told, 'lock'))))),
    reading('password-rules', () => passwords(told)),
    reading('antivirus', () => antivirus(told)),
    reading('firewall', () => firewall(told)),
    reading('updates', () => updates(lastUpdate(told, now), now)),
    reading('system-support', () => windowsSupport(told, now)),
  ];
}

/** `System.Volume.BitLockerProtection`: 1 and 6 are on (6: and locked), 3 is on its way there; 2, 4 and 5 are off, on their way off, suspended. */
const SHELL_ENCRYPTION: Readonly<Record<number, boolean>> = {
  1: true,
  2: false,
  3: false,
  4: false,
  5: false,
  6: true,
};
/** `ProtectionStatus` of Win32_EncryptableVolume; 2 is unknown to it. */
const ENCRYPTION: Readonly<Record<number, boolean>> = { 0: false, 1: true };

/** A drive that can have no BitLocker is 0 to the shell, as is a Windows without it: then the class is asked, and an edition without either is told as not offered. */
function diskEncryption(told: Told): CheckReading {
  const shell = numberOrNull(told, 'shellEncryption');
  const isOn = shell === null ? undefined : SHELL_ENCRYPTION[shell];
  if (isOn !== undefined) return saidYes('disk-encryption', isOn);
  const known = ENCRYPTION[numberOf(told, 'encryption')];
  if (known === undefined) throw new NoAnswer('not-understood');
  return saidYes('disk-encryption', known);
}

/** `AutoAdminLogon`: 1 lets somebody in, 0 or nothing does not. */
function isLetIn(text: string): boolean {
  if (text !== '' && text !== '0' && text !== '1') throw new NoAnswer('not-understood');
  return text === '1';
}

const figureText = z.string().max(20);
const lockSchema = z.strictObject({
  active: figureText,
  secure: figureText,
  seconds: figureText,
  setActive: figureText,
  setSecure: figureText,
  setSeconds: figureText,
  program: z.string().max(1_000),
  setProgram: z.string().max(1_000),
  inactivity: figureText,
});

/**
 * Seconds until it locks; null where neither the screen saver nor the policy for the whole computer does. What a policy sets goes before what its user
 * has set. A screen saver starts only where one is named: where all else says that it locks, and the policy for the computer does not, nothing can be told.
 */
function lockAfter(lock: z.infer<typeof lockSchema>): number | null {
  const set = (policy: string, own: string): number =>
    Number(policy.trim() === '' ? own.trim() : policy.trim());
  const isWanted = set(lock.setActive, lock.active) === 1 && set(lock.setSecure, lock.secure) === 1;
  const isNamed = `${lock.setProgram}${lock.program}`.trim() !== '';
  const saver = isWanted && isNamed ? set(lock.setSeconds, lock.seconds) : 0;
  const waits = [saver, Number(lock.inactivity)].filter((seconds) => Number.isFinite(seconds) && seconds > 0);
  if (waits.length === 0 && isWanted && !isNamed) throw new NoAnswer('not-understood');
  return waits.length === 0 ? null : Math.min(...waits);
}

/** An account that may have an empty password has no rule, whatever the computer's is; of one that is no account of this computer somebody else makes the rule. */
function passwords(told: Told): CheckReading {
  const required = valueOf(told, 'asked');
  if (required === null) throw new NoAnswer('not-offered');
  return passwordRules(z.boolean().parse(required) ? numberOf(told, 'shortest') : 0);
}

/** `productState`: the second byte says that it is on (0x10), the last that its signatures are too old (0x10). Windows' own where nothing is registered. */
function antivirus(told: Told): CheckReading {
  const products = numbersOrNull(told, 'antivirus');
  if (products === null || products.length === 0) return saidYes('antivirus', isDefending(told));
  return saidYes(
    'antivirus',
    products.some((state) => isProductOn(state) && (state & 0xf0) === 0),
  );
}

/** Days of its signatures from which on Windows itself calls them too old. */
const MAX_SIGNATURE_DAYS = 7;
const defenderSchema = z.strictObject({
  on: z.boolean(),
  mode: z.string().max(60),
  days: z.number().int().nonnegative(),
});

/** Windows' own: on, not beside another that protects in its place, and with signatures of these days. An older one names no mode. */
function isDefending(told: Told): boolean {
  const { on, mode, days } = defenderSchema.parse(valueOf(told, 'defender'));
  if (!on || days > MAX_SIGNATURE_DAYS) return false;
  if (mode !== '' && mode !== 'Normal') throw new NoAnswer('not-understood');
  return true;
}

const isProductOn = (state: number): boolean => (state & 0xf000) === 0x1000;

/** Windows' own in each of its profiles, or that of another maker. */
function firewall(told: Told): CheckReading {
  const others = numbersOrNull(told, 'firewalls') ?? [];
  if (others.some(isProductOn)) return saidYes('firewall', true);
  const profiles = z
    .array(z.number().int().nullable())
    .length(3)
    .parse(listOf(valueOf(told, 'firewall')));
  if (profiles.includes(0)) return saidYes('firewall', false);
  // What is set to nothing, or to something else, is set by nothing that is known here.
  if (!profiles.every((on) => on === 1)) throw new NoAnswer('not-understood');
  return saidYes('firewall', numberOf(told, 'firewallRuns') === RUNNING);
}

/** Status of a service that runs. */
const RUNNING = 4;

/** Month, day and year, in whatever language Windows speaks; with a time where it was made a date on the way. */
const INSTALLED_ON = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}:\d{2})?$/;
/** As some updates write it. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** A date as the JSON of Windows PowerShell has it. */
const JSON_DATE = /^\/Date\((\d{10,14})\)\/$/;
/** 100 nanoseconds since 1601, in hexadecimal, as old versions of Windows have it. */
const FILE_TIME = /^01[c-f][0-9a-f]{13}$/i;
const FILE_TIME_OF_1970 = 116_444_736_000_000_000n;

/** When the newest update was installed, in milliseconds since 1970. A day that is still to come is none; one day that cannot be, and none of them is believed. */
function lastUpdate(told: Told, now: number): number {
  const days = listOf(valueOf(told, 'updates')).flatMap((text) =>
    typeof text === 'string' ? dayOf(text.trim()) : [],
  );
  if (days.some(Number.isNaN)) throw new NoAnswer('not-understood');
  // A clock may be ahead of the one that the update was entered by.
  const past = days.filter((day) => day <= now + DAY_MS);
  if (past.length === 0) throw new NoAnswer('not-understood');
  return Math.max(...past);
}

const DAY_MS = 86_400_000;

/** None where the text is no date, NaN where it has the form of one and is none. */
function dayOf(text: string): readonly number[] {
  const [, month, day, year] = INSTALLED_ON.exec(text) ?? [];
  if (year !== undefined) return [utcDay(Number(year), Number(month), Number(day))];
  const [, compactYear, compactMonth, compactDay] = COMPACT.exec(text) ?? [];
  if (compactYear !== undefined)
    return [utcDay(Number(compactYear), Number(compactMonth), Number(compactDay))];
  const [, milliseconds] = JSON_DATE.exec(text) ?? [];
  if (milliseconds !== undefined) return [Number(milliseconds)];
  return FILE_TIME.test(text) ? [Number((BigInt(`0x${text}`) - FILE_TIME_OF_1970) / 10_000n)] : [];
}

/** Of a day first and a month after it there is no telling: 13/5 shows it. */
function utcDay(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : Number.NaN;
}

const versionSchema = z.strictObject({ build: z.string().regex(/^\d{1,6}$/), edition: z.string().max(60) });

function windowsSupport(told: Told, now: number): CheckReading {
  const { build, edition } = versionSchema.parse(valueOf(told, 'version'));
  if (!WINDOWS_EDITIONS.has(edition)) throw new NoAnswer('not-understood');
  return support('system-support', Number(build), WINDOWS_ENDS, now);
}

const isRefusal = ({ error, native }: { readonly error: string; readonly native: string }): boolean =>
  native === 'AccessDenied' || /^(UnauthorizedAccess|Security)Exception$/.test(error);

/** An edition without the thing has no class of it. */
const isMissing = ({ native }: { readonly native: string }): boolean =>
  native === 'InvalidNamespace' || native === 'InvalidClass';

function whyNot(told: Told, name: string): WhyUnknown {
  const answer = told[name];
  if (answer === undefined || !('error' in answer)) return 'no-answer';
  if (isRefusal(answer)) return 'not-allowed';
  return isMissing(answer) ? 'not-offered' : 'no-answer';
}

/** Errors: `NoAnswer` where there is none. */
function valueOf(told: Told, name: string): unknown {
  const answer = told[name];
  if (answer === undefined || 'error' in answer) throw new NoAnswer(whyNot(told, name));
  return isNothing(answer.value) ? null : answer.value;
}

function valueOrNull(told: Told, name: string): unknown {
  const answer = told[name];
  return answer === undefined || 'error' in answer ? null : valueOf(told, name);
}

/** Windows PowerShell writes an object without members for what has put out nothing, newer ones write null. */
const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const numberOf = (told: Told, name: string): number => z.number().int().parse(valueOf(told, name));
const numberOrNull = (told: Told, name: string): number | null =>
  z.number().int().nullable().catch(null).parse(valueOrNull(told, name));
const textOf = (told: Told, name: string): string => z.string().max(200).parse(valueOf(told, name));

const countedSchema = z.strictObject({ value: z.array(z.unknown()), Count: z.number() });

/** PowerShell makes one of a list of one, and null of an empty one; Windows PowerShell writes some lists with their count beside them. */
function listOf(value: unknown): readonly unknown[] {
  const counted = countedSchema.safeParse(value);
  if (counted.success) return counted.data.value;
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

function numbersOrNull(told: Told, name: string): readonly number[] | null {
  const answer = told[name];
  if (answer === undefined || 'error' in answer) return null;
  return z
    .array(z.number().int())
    .max(20)
    .parse(listOf(valueOf(told, name)));
}

/** Answers of PowerShell; empty where it did not run, or where its output does not parse. */
async function ask(run: RunProgram, env: NodeJS.ProcessEnv, question: string): Promise<Told> {
  const printed = await run(powershellOf(env), [...ARGUMENTS, question], environmentOf(env));
  return readAnswer(printed);
}

const ARGUMENTS = ['-NoLogo', '-NoProfile', '-NonInteractive', '-InputFormat', 'None', '-Command'] as const;

/** Answers parsed from PowerShell's output; empty where it failed or its output does not match the schema. */
export function readAnswer(printed: Printed): Told {
  if (printed === null || printed.code !== 0) return {};
  try {
    return toldSchema.parse(JSON.parse(printed.out.replace(/^\uFEFF/, '')));
  } catch {
    return {};
  }
}

const SYSTEM_ROOT = /^[a-z]:\\[\w .\\-]{1,100}$/i;

/** PowerShell that comes with Windows, by its whole path: none that lies in the path of its user. */
export function powershellOf(env: NodeJS.ProcessEnv): string {
  const root = env['SystemRoot'] ?? '';
  const folder = SYSTEM_ROOT.test(root) ? root : String.raw`C:\Windows`;
  return win32.join(folder, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** Environment variables that PowerShell cannot do without. Neither the path nor the path of modules is among them. */
const PASSED_ON = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ProgramFiles',
  'ProgramData',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'TEMP',
  'TMP',
];

const environmentOf = (env: NodeJS.ProcessEnv): Readonly<Record<string, string>> =>
  Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
