/** Words for the result of a check of the log, or for why one could not be made. */
import type { ErrorCode, ErrorDetails } from '../../contract/errors.ts';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import type { LogCheck } from '../../contract/log/check.ts';

const PROBLEMS: Readonly<Record<NonNullable<LogCheck['problem']>, string>> = {
  changed: 'its content is not what was written',
  missing: 'it is missing',
  inserted: 'it was put in and belongs nowhere',
  truncated: 'the log ends before it, and the keychain remembers more',
  'anchor-differs': 'it is not the entry that the keychain remembers',
  'not-signed': 'it lacks the signature of the person whose deed it says it is',
};

const ALARMS: Readonly<Record<Alarm, string>> = {
  restored: 'the files were restored from a backup, and no supervisor has acknowledged that yet',
  'head-differs': 'the end of the log is not the one that the keychain remembers',
  'older-store': 'the files are older than the keychain remembers',
  'slot-differs': 'the key slots of header and store differ',
  'epoch-differs': 'header, store and keychain name different key epochs',
  'roster-differs': 'the roster of staff is not the one seen before',
  'sheet-differs': 'what the recovery sheet alone opens is not what an admin has signed for',
  'header-differs': 'the header is none that this vault has written',
  'second-log-differs': 'the second place of the log remembers entries that this log does not have',
};

export function describeCheck(check: LogCheck, alarms: readonly Alarm[]): readonly string[] {
  return [
    `entries: ${check.checked} checked and good`,
    `head:    ${check.headHash}`,
    ...(check.checked === 0
      ? []
      : ['signed:  every deed among them that took a PIN, by the person it names.']),
    ...alarms.map((alarm) => `alarm:   ${ALARMS[alarm]}`),
    check.problem === null
      ? 'result:  WHOLE: each entry follows from the one before it, and the last is the one that the keychain remembers.'
      : `result:  BROKEN at entry ${check.firstBad}: ${PROBLEMS[check.problem]}. Entries before it are as they were written.`,
  ];
}

const REASONS: Partial<Readonly<Record<ErrorCode, string>>> = {
  'no-vault': 'There is no vault in this profile.',
  'keychain-locked': 'The keychain is locked. Unlock it and try again.',
  'keychain-no-service': 'No keychain service is running in this session.',
  'keychain-no-bus': 'There is no session bus, so the keychain cannot be asked.',
  'keychain-item-missing':
    'The keychain holds nothing of this vault. Was the profile moved? Its folder is part of the name.',
  'keychain-other-user': 'The vault belongs to another user of this computer.',
  'keychain-write-failed': 'The keychain refuses to remember the attempt, so no PIN was tried.',
  'wrong-computer': 'The vault was made on another computer.',
  'slot-closed': 'This person is closed after too many wrong PINs.',
  'log-broken': 'The log is broken.',
  'disk-full': 'The disk is full.',
};

/** Errors of the vault by their code; the ones that a person can do nothing about are named as they are. */
export function describeProblem(code: ErrorCode, details: ErrorDetails): string {
  const { waitSeconds = 0, freeTries = 0, alarm, part } = details;
  if (code === 'wrong-pin')
    return Number(waitSeconds) > 0
      ? `Wrong PIN. The next try is open in ${waitSeconds} seconds.`
      : `Wrong PIN. ${freeTries} more before a wait.`;
  if (code === 'must-wait') return `Not yet: the next try of this person is open in ${waitSeconds} seconds.`;
  if (code === 'store-mismatch')
    return `BROKEN: ${typeof alarm === 'string' ? ALARMS[alarm as Alarm] : `the store does not fit its keys (${String(part)})`}. Only a supervisor may look further: use --name.`;
  return REASONS[code] ?? `The log could not be checked: ${code}.`;
}
