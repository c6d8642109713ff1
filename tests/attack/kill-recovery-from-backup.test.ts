/** SIGKILL all over a recovery on a computer that has nothing but a backup. */
import { BACKUP_ALONE, describeKilledRecovery } from '../support/kills/killed-recovery.ts';

describeKilledRecovery(BACKUP_ALONE);
