/** How long work takes a processor, however long it has to wait for one. */

/** Milliseconds of processor time that this process, with all its threads, has spent since it began. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
