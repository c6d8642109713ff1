/** What the programs of macOS print, as recorded, and what is read of it. */
import { describe, expect, it } from 'vitest';
import type { CheckReading } from '../../../../contract/computer-checks/lists.ts';
import {
  MACOS_QUESTIONS,
  type MacosAnswers,
  checkMacos,
  readMacos,
} from '../../../../main/computer-checks/macos.ts';

const NOW = Date.UTC(2026, 10, 28, 9);
const out = (text: string, code = 0) => ({ out: text, err: '', code });
const err = (text: string, code = 0) => ({ out: '', err: text, code });

const KEPT_WELL: MacosAnswers = {
  fileVault: out('true\n'),
  autoSignIn: err(
    '2026-11-28 09:00:00.000 defaults[812:9001] \nThe domain/default pair of (/Library/Preferences/com.apple.loginwindow, autoLoginUser) does not exist\n',
    1,
  ),
  lockDelay: err('2026-11-28 09:00:00.000 sysadminctl[813:9002] screenLock delay is immediate\n'),
  idle: out('600\n'),
  passwords: out(
    "Getting global account policies\n<string>policyAttributePassword matches '.{8,}'</string>\n",
  ),
  gatekeeper: out('assessments enabled\n'),
  firewall: out('Firewall is enabled. (State = 1)\n'),
  updates: out('2026-11-20 03:12:44 +0000\n'),
};
const read = (changes: Partial<MacosAnswers> = {}) =>
  Object.fromEntries(readMacos({ ...KEPT_WELL, ...changes }, NOW).map((one) => [one.check, said(one)]));
const said = ({ answer, why, figure }: CheckReading): string =>
  [answer, why, figure].filter((part) => part !== null).join(' ');

describe('what is read of a computer with macOS', () => {
  it('says yes where it is kept well', () => {
    expect(read()).toEqual({
      'disk-encryption': 'yes',
      'sign-in': 'yes',
      'screen-lock': 'yes 10',
      'password-rules': 'yes 8',
      antivirus: 'yes',
      firewall: 'yes',
      updates: 'yes 8',
      'system-support': 'unknown not-offered',
    });
  });

  it('says what is not as it should be', () => {
    expect(
      read({
        fileVault: out('false\n', 1),
        autoSignIn: out('front\n'),
        lockDelay: err('sysadminctl[813:9002] screenLock is off\n'),
        passwords: out('Getting global account policies\n'),
        gatekeeper: err('assessments disabled\n', 1),
        firewall: out('Firewall is disabled. (State = 0)\n'),
        updates: out('2026-06-01 03:12:44 +0000\n'),
      }),
    ).toEqual({
      'disk-encryption': 'no',
      'sign-in': 'no',
      'screen-lock': 'no',
      'password-rules': 'no 4',
      antivirus: 'no',
      firewall: 'no',
      updates: 'no 180',
      'system-support': 'unknown not-offered',
    });
  });

  it('counts the wait after the screen saver, which begins after twenty minutes where nobody has set it', () => {
    const delay = err('screenLock delay is 300 seconds\n');
    expect(read({ lockDelay: delay })['screen-lock']).toBe('yes 15');
    expect(read({ idle: out('0\n') })['screen-lock']).toBe('no');
    expect(read({ idle: err('does not exist', 1) })['screen-lock']).toBe('no 20');
    expect(read({ lockDelay: err('sysadminctl: ???') })['screen-lock']).toBe('unknown not-understood');
  });

  it('can tell nothing where no program answers', async () => {
    const readings = await checkMacos(async () => null, {}, NOW);
    expect(new Set(readings.slice(0, -1).map(said))).toEqual(new Set(['unknown no-answer']));
  });

  it('asks programs of the system by their whole paths', async () => {
    const asked: string[] = [];
    await checkMacos(
      async (path, args) => {
        asked.push([path, ...args].join(' '));
        return null;
      },
      { HOME: '/Users/front', PATH: '/tmp' },
      NOW,
    );
    expect(asked).toEqual(Object.values(MACOS_QUESTIONS).map((words) => words.join(' ')));
    for (const path of asked) expect(path).toMatch(/^\/usr\//);
  });
});
