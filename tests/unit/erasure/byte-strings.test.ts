/** Looking for many byte strings at once. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTraces } from '../../../main/vault/erasure/erased-values.ts';
import { createByteStrings } from '../../../main/vault/store/engine/page-search.ts';

const pageWith = (...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([randomBytes(37), ...parts.flatMap((part) => [part, randomBytes(11)])]);

describe('byte strings', () => {
  it('are met wherever they begin, each once, among ten thousand others', () => {
    const strings = createByteStrings();
    for (let n = 0; n < 10_000; n++) strings.add(randomBytes(8));
    const [one, other] = [randomBytes(8), Buffer.from('一个很长的名字female')];
    for (const bytes of [one, other]) strings.add(bytes);
    expect(strings.size).toBe(10_002);
    strings.meet(pageWith(randomBytes(500)));
    expect(strings.met).toBe(0);
    strings.meet(pageWith(one, other, one));
    strings.meet(pageWith(other));
    expect(strings.met).toBe(2);
  });

  it('longer than eight bytes are met whole, and not by how they begin', () => {
    const strings = createByteStrings();
    strings.add(Buffer.from('莫莫莫male'));
    strings.add(Buffer.from('莫莫莫female'));
    strings.meet(pageWith(Buffer.from('莫莫莫 unknown')));
    expect(strings.met).toBe(0);
    strings.meet(pageWith(Buffer.from('莫莫莫female')));
    expect(strings.met).toBe(1);
  });

  it('shorter than eight bytes, and empty space, are left out: both are met by chance', () => {
    const strings = createByteStrings();
    strings.add(Buffer.from('桂M1'));
    strings.add(new Uint8Array(8));
    expect(strings.size).toBe(0);
    strings.meet(new Uint8Array(4096));
    expect(strings.met).toBe(0);
  });

  it('at the end of a page that cuts them off are not met', () => {
    const strings = createByteStrings();
    const bytes = Buffer.from('莫莫莫莫莫莫');
    strings.add(bytes);
    strings.meet(pageWith().subarray(0, 30));
    strings.meet(Buffer.concat([randomBytes(20), bytes.subarray(0, 15)]));
    expect(strings.met).toBe(0);
  });
});

it('traces are looked for as often as needed, and hints only at first', () => {
  const traces = createTraces();
  const own = randomBytes(8);
  traces.add(own);
  traces.addHint(Buffer.from('xingwanrong'));
  const others = createTraces();
  others.add(Buffer.from('桂M7K39P'));
  traces.take(others);
  expect([traces.toStrings('all').size, traces.toStrings('certain').size]).toEqual([3, 2]);
  const first = traces.toStrings('all');
  first.meet(pageWith(own));
  expect([first.met, traces.toStrings('all').met]).toEqual([1, 0]);
});
