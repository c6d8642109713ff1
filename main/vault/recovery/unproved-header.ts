/**
 * The header of a vault whose keychain is not at hand: held to schema and size alone, and believed for nothing but where the recovery slot
 * lies. What is in that slot the sheet proves, and the store by the roots that it pins.
 */
import { AppError } from '../app-error.ts';
import {
  HEADER_FILE,
  type Header,
  PREVIOUS_HEADER_FILE,
  parseHeader,
  readHeaderFile,
} from '../keys/header.ts';

export interface UnprovedHeader {
  readonly header: Header;
  /** The one before, where the present one is missing or damaged. */
  readonly isPrevious: boolean;
}

/** Errors, AppError: `header-missing`, `header-damaged`, `header-newer`, `disk-error`. */
export async function readUnprovedHeader(vaultDir: string): Promise<UnprovedHeader> {
  try {
    return { header: await readWhole(vaultDir, HEADER_FILE), isPrevious: false };
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'header-damaged' && error.code !== 'header-missing'))
      throw error;
    const previous = await readWhole(vaultDir, PREVIOUS_HEADER_FILE).catch(() => null);
    if (previous === null) throw error;
    return { header: previous, isPrevious: true };
  }
}

async function readWhole(vaultDir: string, name: string): Promise<Header> {
  const bytes = await readHeaderFile(vaultDir, name);
  if (bytes === null) throw new AppError('header-missing');
  return parseHeader(bytes);
}
