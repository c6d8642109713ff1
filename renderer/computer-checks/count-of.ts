/** How many checks were answered so. */
import type { CheckAnswer, ComputerReadings } from '../../contract/computer-checks/lists.ts';

export const countOf = ({ readings }: Pick<ComputerReadings, 'readings'>, answer: CheckAnswer): number =>
  readings.filter((reading) => reading.answer === answer).length;
