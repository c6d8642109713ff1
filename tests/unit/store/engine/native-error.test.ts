/** What an engine's own errors become. */
import { expect, it } from 'vitest';
import { fromNative } from '../../../../main/vault/store/engine/native-error.ts';

const nativeError = (code: string, message: string): Error => Object.assign(new Error(message), { code });
const STORE_FILE = '/nowhere/store.db';

it('calls a store damaged, where SQLCipher names nothing because several reads met the same page', () => {
  const error = nativeError('SQLITE_ERROR', 'SQLITE_ERROR: SQL logic error');
  expect(fromNative(error, STORE_FILE)).toMatchObject({ code: 'store-damaged', cause: error });
});

it('leaves a mistake in a statement as it is', () => {
  const error = nativeError('SQLITE_ERROR', 'SQLITE_ERROR: no such column: nmae');
  expect(fromNative(error, STORE_FILE)).toBe(error);
});
