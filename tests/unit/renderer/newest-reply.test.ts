import { expect, it } from 'vitest';
import { type Result, ok } from '../../../contract/result.ts';
import { newestReply } from '../../../renderer/pages/newest-reply.ts';

it('drops the reply to an older question that comes behind a newer one', async () => {
  const answers: ((reply: Result<string>) => void)[] = [];
  const newest = newestReply(() => new Promise<Result<string>>((resolve) => answers.push(resolve)));
  const [first, second] = [newest(), newest()];
  answers[1]?.(ok('newer'));
  answers[0]?.(ok('older'));
  expect(await first).toBeNull();
  expect(await second).toEqual(ok('newer'));
});
