/** Setup file: what is waited for comes when the machine has a core for it. A second, as `vi.waitFor` has it, is too short where others have the cores. */
import { vi } from 'vitest';

const MAX_WAIT_MS = 20_000;

const { waitFor } = vi;
vi.waitFor = (check, options) =>
  waitFor(check, { timeout: MAX_WAIT_MS, ...(typeof options === 'number' ? { timeout: options } : options) });
