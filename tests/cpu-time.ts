/** How many milliseconds of the processor work takes: as many on a busy machine as on an idle one, or nearly so. */
export function cpuMsOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
