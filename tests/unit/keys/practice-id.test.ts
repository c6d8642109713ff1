/** What tells a practice vault from a real one: its id; and its PINs, which no real vault takes. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import { PLACES, PRACTICE_PINS, PRACTICE_STAFF } from '../../../contract/practice/lists.ts';
import { checkPin } from '../../../main/vault/keys/pin-rules.ts';
import { newVaultId, placeOf, requirePlace } from '../../../main/vault/keys/practice-id.ts';

describe('the id of a vault', () => {
  it.each(PLACES)('says that it is %s, with 16 bytes of which no two are the same', (place) => {
    const ids = Array.from({ length: 200 }, () => newVaultId(place));
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{32}$/);
      expect(placeOf(id)).toBe(place);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is refused in the other place', () => {
    expect(() => requirePlace(newVaultId('practice'), 'practice')).not.toThrow();
    expect(() => requirePlace(newVaultId('real'), 'real')).not.toThrow();
    expect(() => requirePlace(newVaultId('practice'), 'real')).toThrow('practice-mixed');
    expect(() => requirePlace(newVaultId('real'), 'practice')).toThrow('practice-mixed');
  });
});

describe('a PIN of practice', () => {
  it.each(ROLES)('keeps every rule for a %s, but is known to everybody', (role) => {
    const name = PRACTICE_STAFF[role];
    expect(checkPin(role, PRACTICE_PINS[role], { name, place: 'practice' })).toEqual([]);
    expect(checkPin(role, PRACTICE_PINS[role], { name })).toContain('too-common');
    expect(checkPin(role, PRACTICE_PINS[role].toUpperCase(), { name, place: 'real' })).toContain(
      'too-common',
    );
  });

  it('is another one for each role', () => {
    expect(new Set(Object.values(PRACTICE_PINS)).size).toBe(ROLES.length);
  });
});
