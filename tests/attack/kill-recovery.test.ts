/** SIGKILL all over a recovery on the computer of the vault, where a PIN was forgotten. */
import { describe } from 'vitest';
import { FORGOTTEN_PIN, testKilledRecovery } from '../support/kills/killed-recovery.ts';

describe('kill of a recovery', () => testKilledRecovery(FORGOTTEN_PIN));
