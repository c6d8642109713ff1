/** Every state of the keychain has what to do on every system, and a line to type where somebody has to install or start something. */
import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../../contract/vocabulary/wording.ts';
import {
  commandsFor,
  helpFor,
  KEYCHAIN_HELP,
  SYSTEMS,
  systemOf,
} from '../../../renderer/startup-errors/keychain-help.ts';
import { words as startupWords } from '../../../renderer/startup-errors/words.ts';

describe('what to do about the keychain', () => {
  it('is said for each state on each system in both languages, and ends with a way on', () => {
    for (const words of [inLanguage(startupWords, 'zh-CN'), inLanguage(startupWords, 'en')]) {
      for (const help of KEYCHAIN_HELP) {
        for (const system of SYSTEMS) {
          const steps = words.keychainHelp[help][system].split('\n');
          expect(steps.length).toBeGreaterThanOrEqual(2);
          expect(steps.join('')).toMatch(/再试一次|用恢复单恢复|Try again|Recover with the sheet/);
        }
      }
    }
  });

  it('has a command on Linux where something has to be unlocked, installed or started, and none for what no command mends', () => {
    expect(KEYCHAIN_HELP.filter((help) => commandsFor(help, 'linux').length > 0)).toEqual([
      'keychain-locked',
      'keychain-no-service',
      'keychain-no-bus',
    ]);
    // Nothing that would put a key anywhere else.
    for (const help of KEYCHAIN_HELP)
      for (const system of SYSTEMS)
        expect(commandsFor(help, system).join('\n')).not.toMatch(/password-store|--insecure|plaintext/);
  });

  it('is told from other problems, and systems from one another', () => {
    expect([helpFor('keychain-locked'), helpFor('header-damaged'), helpFor(null)]).toEqual([
      'keychain-locked',
      null,
      null,
    ]);
    expect(
      ['X11; Linux x86_64', 'Macintosh; Intel Mac OS X 10_15_7', 'Windows NT 10.0; Win64; x64'].map(systemOf),
    ).toEqual(['linux', 'mac', 'windows']);
  });
});
