/** Every error code that a request can fail with. The wording for people lives in renderer/messages. */

/** Codes of failures, by area; the only failures that cross a process boundary. */
export const ERROR_CODES = [
  // the request itself
  'bad-request',
  'unknown-route',
  'too-large',
  'internal',
  // session and permission
  'locked',
  'not-allowed',
  'session-expired',
  'needs-supervisor',
  'own-emergency',
  'vault-exists',
  'no-vault',
  'setup-not-begun',
  'sheet-mismatch',
  'sheet-slip',
  'sheet-not-ours',
  'recovery-not-begun',
  // PINs
  'wrong-pin',
  'wrong-pin-either',
  'must-wait',
  'slot-closed',
  'pin-too-weak',
  'unknown-slot',
  'same-person',
  // staff
  'name-taken',
  'staff-full',
  'last-of-role',
  'not-yourself',
  'needs-second-admin',
  'needs-root',
  // the keychain, six outcomes less "found"
  'keychain-locked',
  'keychain-no-service',
  'keychain-no-bus',
  'keychain-item-missing',
  'keychain-other-user',
  'keychain-write-failed',
  // files
  'header-damaged',
  'header-forged',
  'header-missing',
  'header-newer',
  'wrong-computer',
  'practice-mixed',
  'store-missing',
  'store-damaged',
  'store-wrong-key',
  'store-newer',
  'store-mismatch',
  'store-tampered',
  'store-read-only',
  'engine-missing',
  'disk-full',
  'disk-error',
  // records
  'not-found',
  'changed-meanwhile',
  'invalid-value',
  'room-not-understood',
  'nothing-sealed',
  'placeholder-value',
  'practice-invented',
  'field-off',
  'already-there',
  'ids-differ',
  'guardian-needed',
  'verify-shown-characters',
  'verify-closed',
  'verify-nothing-to-compare',
  // log
  'log-unavailable',
  'log-broken',
  'second-log-differs',
  'second-log-no-folder',
  // keys
  'rotating',
  'change-unfinished',
  'sheet-not-begun',
  'theft-order',
  // backups
  'backup-no-folder',
  'backup-damaged',
  'backup-newer',
  'backup-other-vault',
  'backup-wrong-sheet',
  'backup-needs-sheet',
  'backup-older-staff',
  'backup-older-keys',
  // import
  'workbook-unreadable',
  'workbook-empty',
  'workbook-too-large',
  'workbook-too-slow',
  'row-too-slow',
  'workbook-no-columns',
  'workbook-encrypted',
  'import-guesses-ids',
  'plan-gone',
  'cancelled',
  'busy',
  'import-undone',
  'import-too-old',
  'no-rejects',
  'file-not-written',
  'file-changed',
  'file-not-removed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * Parameters for the wording: seconds to wait, tries left, the name of a column. Never a key, a PIN or a
 * resident's value.
 */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;
