/** What PowerShell tells of a computer with Windows, as recorded, and what is read of it. */
import { describe, expect, it } from 'vitest';
import type { CheckReading } from '../../../../contract/computer-checks/lists.ts';
import type { Printed } from '../../../../main/computer-checks/run-program.ts';
import {
  checkWindows,
  powershellOf,
  readAnswer,
  WINDOWS_QUESTIONS,
} from '../../../../main/computer-checks/windows.ts';
import { words } from '../../../support/words.ts';

const NOW = Date.UTC(2026, 10, 28, 9);
const printed = (out: string): Printed => ({ out, err: '', code: 0 });

/** Windows 11 Home for China, as it comes out of its box and with 360 beside it; a user without rights of an administrator. */
const HOME_FACTS = String.raw`{"shortest":{"value":0},"firewall":{"value":[1,1,1]},"firewallRuns":{"value":4},"antivirus":{"value":[266240,393472]},"lock":{"value":{"active":"1","inactivity":"","secure":"","setSecure":"","setSeconds":"","setActive":"","program":"","setProgram":"","seconds":""}},"version":{"value":{"build":"26200","edition":"CoreCountrySpecific"}},"autoSignIn":{"value":"0"},"firewalls":{"value":null},"defender":{"value":{"on":false,"mode":"Passive Mode","days":0}},"encryption":{"native":"AccessDenied","error":"CimException"},"asked":{"value":false},"shellEncryption":{"value":2}}`;
const HOME_HISTORY = String.raw`{"updates":{"value":["9/14/2026","11/12/2026","10/15/2026"]}}`;
/** The same after somebody has put it right. */
const MENDED_FACTS = String.raw`{"shortest":{"value":10},"firewall":{"value":[1,1,1]},"firewallRuns":{"value":4},"antivirus":{"value":397568},"lock":{"value":{"active":"1","inactivity":"","secure":"1","setSecure":"","setSeconds":"","setActive":"","program":"C:\\Windows\\system32\\Mystify.scr","setProgram":"","seconds":"600"}},"version":{"value":{"build":"26200","edition":"Professional"}},"autoSignIn":{"value":""},"firewalls":{"value":null},"defender":{"value":{"on":true,"mode":"Normal","days":1}},"encryption":{"native":"AccessDenied","error":"CimException"},"asked":{"value":true},"shellEncryption":{"value":1}}`;
/** A server: no Security Center, no Shell that tells. */
const SERVER_FACTS = String.raw`{"shortest":{"value":7},"firewall":{"value":[0,1,1]},"firewallRuns":{"value":4},"antivirus":{"native":"InvalidNamespace","error":"CimException"},"lock":{"value":{"active":"","inactivity":"900","secure":"","setSecure":"","setSeconds":"","setActive":"","program":"","setProgram":"","seconds":""}},"version":{"value":{"build":"26100","edition":"ServerStandard"}},"autoSignIn":{"value":"1"},"firewalls":{"native":"InvalidNamespace","error":"CimException"},"defender":{"value":{"on":true,"mode":"Normal","days":1}},"encryption":{"value":1},"asked":{"value":true},"shellEncryption":{"value":0}}`;

async function read(facts: Printed, history: Printed = printed(HOME_HISTORY)) {
  const readings = await checkWindows(
    async (_path, args) => (args.at(-1) === WINDOWS_QUESTIONS.facts ? facts : history),
    {},
    NOW,
  );
  return Object.fromEntries(readings.map((reading) => [reading.check, said(reading)]));
}
const said = ({ answer, why, figure }: CheckReading): string =>
  [answer, why, figure].filter((part) => part !== null).join(' ');
/** With one answer in the place of another. */
const changed = (facts: string, name: string, answer: unknown): Printed =>
  printed(JSON.stringify({ ...(JSON.parse(facts) as object), [name]: answer }));

describe('what is read of a computer with Windows', () => {
  it('says what is not as it should be on a computer that nobody looks after', async () => {
    expect(await read(printed(HOME_FACTS))).toEqual({
      'disk-encryption': 'no',
      'sign-in': 'yes',
      'screen-lock': 'no',
      'password-rules': 'no 0',
      antivirus: 'yes',
      firewall: 'yes',
      updates: 'yes 16',
      'system-support': 'yes 318',
    });
  });

  it('says yes to all once it was put right', async () => {
    expect(await read(printed(MENDED_FACTS))).toEqual({
      'disk-encryption': 'yes',
      'sign-in': 'yes',
      'screen-lock': 'yes 10',
      'password-rules': 'yes 10',
      antivirus: 'yes',
      firewall: 'yes',
      updates: 'yes 16',
      'system-support': 'yes 318',
    });
  });

  it('asks further where the first does not tell, and knows no end of support of a server', async () => {
    expect(await read(printed(SERVER_FACTS))).toEqual({
      'disk-encryption': 'yes',
      'sign-in': 'no',
      'screen-lock': 'yes 15',
      'password-rules': 'no 7',
      antivirus: 'yes',
      firewall: 'no',
      updates: 'yes 16',
      'system-support': 'unknown not-understood',
    });
  });

  it.each([
    [
      'the shell does not tell and the class tells an administrator alone',
      { native: 'AccessDenied', error: 'CimException' },
      'unknown not-allowed',
    ],
    ['there is no such class', { native: 'InvalidNamespace', error: 'CimException' }, 'unknown not-offered'],
    ['the class has nothing', { value: {} }, 'unknown not-understood'],
    ['the class does not know', { value: 2 }, 'unknown not-understood'],
    ['the class has no such drive', { value: null }, 'unknown not-understood'],
  ])('cannot tell whether the drive is encrypted where %s', async (_when, answer, expected) => {
    const facts = changed(SERVER_FACTS, 'encryption', answer);
    expect((await read(facts))['disk-encryption']).toBe(expected);
  });

  it.each([
    [1, 'yes'],
    [2, 'no'],
    [3, 'no'],
    [4, 'no'],
    [5, 'no'],
    [6, 'yes'],
  ])('reads %i of the shell as %s', async (value, expected) => {
    expect((await read(changed(HOME_FACTS, 'shellEncryption', { value })))['disk-encryption']).toBe(expected);
  });

  it.each([
    ['on and up to date', 397_568, 'yes'],
    ['off', 393_472, 'no'],
    ['on with old signatures', 397_584, 'no'],
    ['snoozed', 401_664, 'no'],
    ['over', 405_760, 'no'],
  ])('reads the state of an antivirus that is %s', async (_how, state, expected) => {
    expect((await read(changed(HOME_FACTS, 'antivirus', { value: state })))['antivirus']).toBe(expected);
  });

  it('reads what a policy sets of the screen lock before what its user has set', async () => {
    const lock = {
      active: '1',
      secure: '1',
      seconds: '300',
      setActive: '1',
      setSecure: '1',
      setSeconds: '3600',
      program: String.raw`C:\Windows\system32\Mystify.scr`,
      setProgram: '',
      inactivity: '',
    };
    const lockOf = async (value: object) =>
      (await read(changed(HOME_FACTS, 'lock', { value })))['screen-lock'];
    expect(await lockOf(lock)).toBe('no 60');
    expect(await lockOf({ ...lock, setSeconds: '' })).toBe('yes 5');
    expect(await lockOf({ ...lock, setSecure: '0' })).toBe('no');
    expect(await lockOf({ ...lock, inactivity: '120' })).toBe('yes 2');
    // No screen saver is named, so that none starts, whatever else is set.
    expect(await lockOf({ ...lock, program: '' })).toBe('unknown not-understood');
    expect(await lockOf({ ...lock, program: '', setProgram: 'scrnsave.scr' })).toBe('no 60');
    expect(await lockOf({ ...lock, program: '', inactivity: '120' })).toBe('yes 2');
    expect(await lockOf({ ...lock, setSeconds: '十' })).toBe('no');
  });

  it('finds the newest update, and none in words', async () => {
    expect((await read(printed(HOME_FACTS), printed('{"updates":{"value":"6/30/2026"}}')))['updates']).toBe(
      'no 151',
    );
    const words = '{"updates":{"value":["2026年11月12日","",null]}}';
    expect((await read(printed(HOME_FACTS), printed(words)))['updates']).toBe('unknown not-understood');
  });

  it.each([
    ['with a time, as a date made a text', ['11/12/2026 00:00:00'], 'yes 16'],
    ['as the JSON of Windows PowerShell writes dates', ['/Date(1794441600000)/'], 'yes 16'],
    ['without strokes', ['20261112'], 'yes 16'],
    ['as old versions wrote it', ['01dcd4d6a4d98000'], 'no'],
    ['day first, which shows by one of them', ['12/11/2026', '30/10/2026'], 'unknown not-understood'],
    ['a day that is still to come', ['12/11/2026'], 'unknown not-understood'],
    ['a day that is still to come beside one that was', ['12/11/2026', '11/12/2026'], 'yes 16'],
    ['nothing, as Windows PowerShell writes it', {}, 'unknown not-understood'],
    ['nothing, as newer ones write it', null, 'unknown not-understood'],
    ['a list with its count', { value: ['11/12/2026'], Count: 1 }, 'yes 16'],
  ])('reads the days of updates: %s', async (_form, value, expected) => {
    const history = printed(JSON.stringify({ updates: { value } }));
    expect((await read(printed(HOME_FACTS), history))['updates']).toMatch(new RegExp(`^${expected}`, 'u'));
  });

  it.each([
    ['', 'yes'],
    ['0', 'yes'],
    ['1', 'no'],
    [' 1 ', 'no'],
    ['2', 'unknown not-understood'],
    ['True', 'unknown not-understood'],
    [null, 'unknown not-understood'],
    [{}, 'unknown not-understood'],
  ])('reads %j of who is let in unasked as %s', async (value, expected) => {
    expect((await read(changed(HOME_FACTS, 'autoSignIn', { value })))['sign-in']).toBe(expected);
  });

  it.each([
    ['on in all', [1, 1, 1], 4, 'yes'],
    ['off in one', [1, 0, 1], 4, 'no'],
    ['off in one, and nothing is known of another', [null, 0, 1], 4, 'no'],
    ['not known in one', [1, null, 1], 4, 'unknown not-understood'],
    ['set to something else in one', [1, 2, 1], 4, 'unknown not-understood'],
    ['told of one profile alone', 1, 4, 'unknown not-understood'],
    ['on in all, and its service does not run', [1, 1, 1], 1, 'no'],
    ['on in all, and nothing is known of its service', [1, 1, 1], null, 'unknown not-understood'],
  ])('reads a firewall that is %s', async (_how, value, runs, expected) => {
    const facts = JSON.parse(HOME_FACTS) as object;
    const told = { ...facts, firewall: { value }, firewallRuns: { value: runs }, firewalls: { value: {} } };
    expect((await read(printed(JSON.stringify(told))))['firewall']).toBe(expected);
  });

  it.each([
    ['on', { on: true, mode: 'Normal', days: 0 }, 'yes'],
    ['on in a version that names no mode', { on: true, mode: '', days: 7 }, 'yes'],
    ['on with old signatures', { on: true, mode: 'Normal', days: 8 }, 'no'],
    ['on with signatures that never came', { on: true, mode: 'Normal', days: 65_535 }, 'no'],
    ['off', { on: false, mode: 'Normal', days: 0 }, 'no'],
    ['beside another one', { on: true, mode: 'Passive Mode', days: 0 }, 'unknown not-understood'],
    ['on as a word', { on: 'True', mode: 'Normal', days: 0 }, 'unknown not-understood'],
    ['on as a number', { on: 1, mode: 'Normal', days: 0 }, 'unknown not-understood'],
    ['not there', { on: null, mode: '', days: null }, 'unknown not-understood'],
  ])(
    'asks for the antivirus of Windows where none is registered, and reads one that is %s',
    async (_how, value, expected) => {
      const facts = JSON.parse(HOME_FACTS) as object;
      const told = { ...facts, antivirus: { value: {} }, defender: { value } };
      expect((await read(printed(JSON.stringify(told))))['antivirus']).toBe(expected);
    },
  );

  it.each([
    ['an account of a domain', { value: null }, 'unknown not-offered'],
    ['an account of a domain, by Windows PowerShell', { value: {} }, 'unknown not-offered'],
    ['a word', { value: 'False' }, 'unknown not-understood'],
    ['no answer', { error: 'CimException', native: 'Failed' }, 'unknown no-answer'],
    ['nobody who may ask', { error: 'CimException', native: 'AccessDenied' }, 'unknown not-allowed'],
  ])('knows no rule for passwords of %s', async (_who, answer, expected) => {
    expect((await read(changed(MENDED_FACTS, 'asked', answer)))['password-rules']).toBe(expected);
  });

  it('knows no rule for passwords where the shortest is none', async () => {
    for (const value of [null, {}, '10'])
      expect((await read(changed(MENDED_FACTS, 'shortest', { value })))['password-rules']).toBe(
        'unknown not-understood',
      );
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${MENDED_FACTS}`, 'utf16le').toString('utf8')],
    ['UTF-16 without it', Buffer.from(MENDED_FACTS, 'utf16le').toString('utf8')],
    ['a line of another code page before it', `\uFFFD\uFFFD\uFFFD\uFFFDҳ: 65001\r\n${MENDED_FACTS}`],
    ['its progress as XML before it', `#< CLIXML\r\n<Objs Version="1.1.0.1"/>${MENDED_FACTS}`],
    ['half of it', MENDED_FACTS.slice(0, 200)],
    ['it twice', `${MENDED_FACTS}\r\n${MENDED_FACTS}`],
    ['a list of it', `[${MENDED_FACTS}]`],
  ])('can tell nothing of what it has printed as %s', async (_how, out) => {
    expect(new Set(Object.values(await read(printed(out), printed(out))))).toEqual(
      new Set(['unknown no-answer']),
    );
  });

  it('reads words in the code page of Chinese as nothing that is read at all', async () => {
    // 拒绝访问 in GBK, as it comes out where it is taken for UTF-8.
    const gbk = Buffer.from([0xbe, 0xdc, 0xbe, 0xf8, 0xb7, 0xc3, 0xce, 0xca]).toString('utf8');
    const facts = changed(MENDED_FACTS, 'encryption', { error: gbk, native: '' });
    expect((await read(facts))['disk-encryption']).toBe('yes');
    expect(
      (await read(changed(SERVER_FACTS, 'encryption', { error: gbk, native: '' })))['disk-encryption'],
    ).toBe('unknown no-answer');
  });

  it('says that Windows 10 is no longer corrected', async () => {
    const facts = changed(HOME_FACTS, 'version', { value: { build: '19045', edition: 'Core' } });
    expect((await read(facts))['system-support']).toBe('no -410');
  });

  it.each([
    ['could not be run', null],
    ['ended with an error', { out: HOME_FACTS, err: '', code: 1 }],
    [
      'printed an error in Chinese',
      printed('无法将“Ask”项识别为 cmdlet、函数、脚本文件或可运行程序的名称。'),
    ],
    ['printed another thing', printed('[1, 2]')],
    ['printed a number for all', printed('{"shellEncryption":1,"lock":7}')],
  ])('can tell nothing where PowerShell %s', async (_what, answer) => {
    const all = Object.values(await read(answer, answer));
    expect(all).toHaveLength(8);
    expect(new Set(all)).toEqual(new Set(['unknown no-answer']));
  });

  it('can tell one thing where the others are not what was asked for', async () => {
    const hostile = Object.fromEntries(
      Object.keys(JSON.parse(HOME_FACTS) as object).map((name) => [
        name,
        { value: { toString: 'x', length: 1e9 } },
      ]),
    );
    const facts = printed(JSON.stringify({ ...hostile, autoSignIn: { value: '0' } }));
    const { 'sign-in': signIn, ...others } = await read(facts);
    expect(signIn).toBe('yes');
    expect(others['disk-encryption']).toBe('unknown not-understood');
    expect(others['screen-lock']).toBe('unknown not-understood');
    expect(others['password-rules']).toBe('unknown not-understood');
    expect(others['antivirus']).toBe('unknown not-understood');
  });
});

describe('how PowerShell is asked', () => {
  it('is asked by its whole path in the folder of Windows, whatever the path of its user says', () => {
    const program = String.raw`System32\WindowsPowerShell\v1.0\powershell.exe`;
    expect(powershellOf({ SystemRoot: String.raw`D:\WINNT`, PATH: String.raw`C:\Users\x` })).toBe(
      String.raw`D:\WINNT` + `\\${program}`,
    );
    for (const SystemRoot of [undefined, '', 'powershell', String.raw`\\server\share`, 'C:\\a" & calc "'])
      expect(powershellOf({ SystemRoot })).toBe(String.raw`C:\Windows` + `\\${program}`);
  });

  it('gets fixed words alone: no file, no path of modules, nothing to be quoted', async () => {
    const calls: { args: readonly string[]; env: Readonly<Record<string, string>> | undefined }[] = [];
    await checkWindows(
      async (_path, args, env) => {
        calls.push({ args, env });
        return null;
      },
      { SystemRoot: String.raw`C:\Windows`, PATH: 'x', PSModulePath: 'x', TEMP: 't' },
      NOW,
    );
    expect(calls).toHaveLength(2);
    for (const { args, env } of calls) {
      expect(args.slice(0, -1)).toEqual(
        words('-NoLogo -NoProfile -NonInteractive -InputFormat None -Command'),
      );
      expect(Object.values(WINDOWS_QUESTIONS)).toContain(args.at(-1));
      expect(args.at(-1)).not.toContain('"');
      expect(Object.keys(env ?? {}).toSorted()).toEqual(['SystemRoot', 'TEMP']);
    }
  });

  it('reads an answer with a mark of its bytes before it', () => {
    expect(readAnswer(printed('\uFEFF{"autoSignIn":{"value":"1"}}'))).toEqual({ autoSignIn: { value: '1' } });
  });
});
