import { describe, expect, it } from 'vitest';
import { readLayout } from '../../../main/vault/intake/layouts.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';

const holding = (targets: string): ReadableStore => ({
  get: async <Row>() => ({ targets }) as Row,
  all: async () => [],
});

describe('a remembered mapping of columns', () => {
  it('is what it was', async () => {
    const targets = [{ index: 0, target: 'phone' }];
    expect(await readLayout(holding(JSON.stringify(targets)), ['手机号'])).toMatchObject({ targets });
  });

  it.each(['', '{', 'null', '[1]', '[{"index":-1,"target":"phone"}]', '[{"index":0,"target":"sql"}]'])(
    'is none where the store says %j, and the workbook is read without one',
    async (text) => {
      expect(await readLayout(holding(text), ['手机号'])).toBeNull();
    },
  );
});
