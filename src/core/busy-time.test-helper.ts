/** How long the processor is busy: unlike the clock, it does not count what other programs of the machine do. */
import process from 'node:process'

/** Milliseconds of processor time, of the program and of the system for it, that a piece of work takes. */
export function busyMilliseconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
