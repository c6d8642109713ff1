/** SIGKILL all over a recovery on the computer of the vault, where a PIN was forgotten. */
import { describeKilledRecovery, FORGOTTEN_PIN } from '../support/kills/killed-recovery.ts';

describeKilledRecovery(FORGOTTEN_PIN);
