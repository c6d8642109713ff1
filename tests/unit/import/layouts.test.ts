import { describe, expect, it } from 'vitest';
import { hashHeaders } from '../../../main/vault/import/header-layout.ts';
import { readLayout } from '../../../main/vault/import/layouts.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';

const HASH = hashHeaders(['手机号']);
const holding = (targets: string): ReadableStore => ({
  get: async <Row>() => ({ targets }) as Row,
  all: async () => [],
});

describe('a remembered mapping of columns', () => {
  it('is what it was', async () => {
    const targets = [{ index: 0, target: 'phone' }];
    expect(await readLayout(holding(JSON.stringify(targets)), HASH)).toMatchObject({ targets });
  });

  it.each(['', '{', 'null', '[1]', '[{"index":-1,"target":"phone"}]', '[{"index":0,"target":"sql"}]'])(
    'is none where the store says %j, and the workbook is read without one',
    async (text) => {
      expect(await readLayout(holding(text), HASH)).toBeNull();
    },
  );
});
