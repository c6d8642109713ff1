import { describe, expect, it } from 'vitest';
import { findSyncedFolder } from '../../../main/files/synced-folder.ts';

const WINDOWS = {
  platform: 'win32',
  env: { OneDrive: String.raw`D:\云端`, OneDriveCommercial: '' },
} as const;
const MAC = { platform: 'darwin', env: {} } as const;

describe('a folder that a service copies elsewhere', () => {
  it.each([
    [String.raw`C:\Users\前台\OneDrive\AppData\Resident Vault`, String.raw`C:\Users\前台\OneDrive`],
    [
      String.raw`C:\Users\desk\OneDrive - 测试物业\Resident Vault`,
      String.raw`C:\Users\desk\OneDrive - 测试物业`,
    ],
    [String.raw`c:\users\desk\onedrive`, String.raw`c:\users\desk\onedrive`],
    [String.raw`d:\云端\Resident Vault`, String.raw`D:\云端`],
    [String.raw`D:\坚果云\vault`, String.raw`D:\坚果云`],
    [String.raw`E:\BaiduSyncdisk\vault`, String.raw`E:\BaiduSyncdisk`],
  ])('is found by its name or by what the service says: %s', (folder, found) => {
    expect(findSyncedFolder(folder, WINDOWS)).toBe(found);
  });

  it.each([
    String.raw`C:\Users\前台\AppData\Roaming\Resident Vault`,
    String.raw`D:\云端 2\Resident Vault`,
    String.raw`D:\Dropbox backups of before\vault`,
    String.raw`\\server\desks\one\Resident Vault`,
  ])('is not seen where there is none: %s', (folder) => {
    expect(findSyncedFolder(folder, WINDOWS)).toBeNull();
  });

  it('is found on a Mac, where all of them lie in one folder of the system', () => {
    const library = '/Users/desk/Library';
    expect(findSyncedFolder(`${library}/CloudStorage/Box-Box/vault`, MAC)).toBe(`${library}/CloudStorage`);
    expect(findSyncedFolder(`${library}/Application Support/Resident Vault`, MAC)).toBeNull();
  });
});
