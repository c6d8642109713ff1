/** The folder of the practice vault: complete or none, and removed without what a link leads to. */
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPracticeFolder } from '../../../main/practice/practice-folder.ts';
import { HAS_LINKS } from '../../support/platform.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

function layVault(profile: string): string {
  const vault = join(profile, 'practice', 'vault');
  mkdirSync(vault, { recursive: true });
  writeFileSync(join(vault, 'header.json'), '{}');
  return join(profile, 'practice');
}

/** A profile with a real vault beside the folder of practice. */
function makeProfile(): string {
  const profile = makeTempDir();
  mkdirSync(join(profile, 'vault'));
  writeFileSync(join(profile, 'vault', 'header.json'), 'real');
  return profile;
}
const realHeader = (profile: string): string => readFileSync(join(profile, 'vault', 'header.json'), 'utf8');

describe('the practice folder', () => {
  it('is complete once that was said, and not before', async () => {
    const profile = makeProfile();
    const practice = openPracticeFolder(layVault(profile));
    expect(await practice.isMade()).toBe(false);
    practice.tellMade();
    expect(await practice.isMade()).toBe(true);
  });

  it('is removed with all that is in it, twice as well as once, and the real vault stays', async () => {
    const profile = makeProfile();
    const practice = openPracticeFolder(layVault(profile));
    practice.tellMade();
    practice.keepTour({ done: ['open'], shown: false });
    await practice.remove();
    await practice.remove();
    expect(existsSync(join(profile, 'practice'))).toBe(false);
    expect(await practice.isMade()).toBe(false);
    expect(realHeader(profile)).toBe('real');
  });

  it('remembers the tour with it, and begins a new one after it', async () => {
    const practice = openPracticeFolder(layVault(makeProfile()));
    expect(practice.readTour()).toEqual({ done: [], shown: true });
    practice.keepTour({ done: ['search-room', 'open'], shown: false });
    expect(practice.readTour()).toEqual({ done: ['search-room', 'open'], shown: false });
    await practice.remove();
    expect(practice.readTour()).toEqual({ done: [], shown: true });
  });

  it.runIf(HAS_LINKS)('is none where it is a link, which is removed and not followed', async () => {
    const profile = makeProfile();
    // Where the links lead there is a vault of that name, complete to all appearance.
    const elsewhere = join(profile, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(join(profile, 'vault'), join(elsewhere, 'vault'));
    writeFileSync(join(elsewhere, 'made.json'), JSON.stringify({ format: 1 }));
    symlinkSync(elsewhere, join(profile, 'practice'));
    const practice = openPracticeFolder(join(profile, 'practice'));
    expect(await practice.isMade()).toBe(false);
    await practice.remove();
    expect(() => lstatSync(join(profile, 'practice'))).toThrow();
    expect(existsSync(join(elsewhere, 'made.json'))).toBe(true);
    expect(realHeader(profile)).toBe('real');
  });

  it.runIf(HAS_LINKS)('is none where its vault is a link to the real one, which stays', async () => {
    const profile = makeProfile();
    mkdirSync(join(profile, 'practice'));
    symlinkSync(join(profile, 'vault'), join(profile, 'practice', 'vault'));
    const practice = openPracticeFolder(join(profile, 'practice'));
    practice.tellMade();
    expect(await practice.isMade()).toBe(false);
    await practice.remove();
    expect(existsSync(join(profile, 'practice'))).toBe(false);
    expect(realHeader(profile)).toBe('real');
  });
});
