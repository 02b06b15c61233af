/** The I/O threads of a Domain by their numbers. Manual, IOThreads Allocation; libvirt: `virDomainDefParseIOThreads`. */
import type { Domain } from './domain.ts'
import { mostIoThreads } from './threads.ts'

/** Those with numbers of their own, then from 1 up as many as there are; of a count beyond reason the first ones. */
export function ioThreadNumbers({
  iothreads = 0,
  iothreadids = [],
}: Pick<Domain, 'iothreads' | 'iothreadids'>): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const { id } of iothreadids) if (id !== undefined) numbers.add(id)
  const count = Math.min(iothreads, mostIoThreads)
  for (let number = 1; numbers.size < count; number += 1) numbers.add(number)
  return numbers
}
