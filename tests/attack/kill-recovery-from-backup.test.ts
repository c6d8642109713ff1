/** SIGKILL all over a recovery on a computer that has nothing but a backup. */
import { describe } from 'vitest';
import { BACKUP_ALONE, testKilledRecovery } from '../support/kills/killed-recovery.ts';

describe('kill of a recovery', () => testKilledRecovery(BACKUP_ALONE));
