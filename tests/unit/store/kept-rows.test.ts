import { describe, expect, it } from 'vitest';
import { OUR_NAME, parseKept, parseKeptList } from '../../../main/vault/store/kept-rows.ts';

const COLUMNS = ['name', 'sex'];
const REFUSED = expect.objectContaining({ code: 'store-tampered', details: { part: 'journal' } });

describe('a row that is kept for an undo', () => {
  it('has those columns alone that the table has, whatever stands in it', () => {
    const text = '{"name":"a","sex = 1 --":"b","__proto__":"c","sex":null}';
    expect(parseKept(text, COLUMNS)).toEqual({ name: 'a', sex: null });
    expect(parseKeptList(`[${text}]`, COLUMNS)).toEqual([{ name: 'a', sex: null }]);
  });

  it.each(['', 'null', '[]', '"name"', '{"name":{}}', '{"name":[1]}', '{"name":true}', '{'])(
    'is refused where it is %s',
    (text) => {
      expect(() => parseKept(text, COLUMNS)).toThrow(REFUSED);
      expect(() => parseKeptList(`[${text === '' ? ',' : text}]`, COLUMNS)).toThrow(REFUSED);
    },
  );
});

describe('a name that goes into SQL', () => {
  it.each(['person', 'person_id', 'a1'])('is a word as migrations write it: %s', (name) => {
    expect(OUR_NAME.test(name)).toBe(true);
  });

  it.each(['', 'a b', 'a"b', "a'", 'a;', 'A', '1a', 'a--', 'a\n'])('is no other text: %j', (name) => {
    expect(OUR_NAME.test(name)).toBe(false);
  });
});
