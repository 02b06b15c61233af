/** Memory: `domain.memory`. */
import { type Reading, ways } from '../reading.ts'
import { quantityInBytes, quantityOf, quantityOfSize } from '../words/quantity.ts'
import type { Writing } from '../writing.ts'

const way = [...ways.domain, 'memory']

/** In whole MiB, as vm.yml’s sizes become, or KiB. */
function sizeOf(held: unknown): string | undefined {
  const bytes = quantityInBytes(held)
  if (bytes === undefined) return undefined
  return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2} MiB` : `${Math.ceil(bytes / 1024)} KiB`
}

export function readMemory(reading: Reading): void {
  const { vm } = reading
  const requested = [...ways.domain, 'resources', 'requests', 'memory']
  const guest = vm.takeAs([...way, 'guest'], sizeOf)
  // Without a word for the guest it gets what the pod asks for.
  const value = guest ?? vm.takeAs(requested, sizeOf)
  if (value !== undefined) reading.say({ memory: { value }, current_memory: value })
  const most = vm.takeAs([...way, 'maxGuest'], sizeOf)
  if (most !== undefined) reading.say({ max_memory: { value: most } })
  const size = vm.takeAs([...way, 'hugepages', 'pageSize'], sizeOf)
  if (size !== undefined) reading.say({ memory_backing: { hugepages: { size } } })
}

export function sayMemory(writing: Writing): void {
  const { memory, max_memory: most, memory_backing: backing } = writing.domain
  writing.say('memory.guest', quantityOfSize(memory?.value))
  writing.say('memory.maxGuest', quantityOfSize(most?.value))
  const { hugepages } = backing ?? {}
  if (hugepages === undefined) return
  const size = quantityOfSize(hugepages.size) ?? quantityOf(2 * 1024 ** 2)
  if (size === '2Mi' || size === '1Gi') writing.say('memory.hugepages.pageSize', size)
}
