/** The threads of the guest as the design says them, with what is filled in. */
import { useDeferredValue, useMemo } from 'react'
import type { Resolved } from '../../core.ts'
import { useRendered } from '../../render/index.ts'
import { below } from '../../spec-path.ts'
import { useSpecValue } from '../../store.ts'
import { useSpecItems } from '../spec-values.ts'
import { pinPaths } from './move-chip.ts'
import type { GuestThreads } from './pinned-threads.ts'
import { useVcpuCount } from './vcpu-count.ts'

export function useGuestThreads(): GuestThreads {
  // The chips may come a moment after the number that asks for them; a pin stays under the hand that sets it.
  const vcpus = useDeferredValue(useVcpuCount())
  const threadsPerCore = useRendered(({ resolved }) => threadsIn(resolved))
  const numbers = useRendered(({ resolved }) => iothreadNumbers(resolved).join(' '))
  const vcpupin = useSpecItems(pinPaths.vcpu)
  const iothreadpin = useSpecItems(pinPaths.iothread)
  const emulator = useSpecValue(below(pinPaths.emulator, ['cpuset']))
  return useMemo(
    () => ({
      vcpus,
      threadsPerCore,
      iothreads: numbers === '' ? [] : numbers.split(' ').map(Number),
      vcpupin,
      iothreadpin,
      emulator,
    }),
    [vcpus, threadsPerCore, numbers, vcpupin, iothreadpin, emulator],
  )
}

function threadsIn({ domain }: Resolved): number {
  const threads = domain.cpu?.topology?.threads ?? 1
  return Number.isInteger(threads) && threads > 0 ? threads : 1
}

/** libvirt numbers the I/O threads that have no number of their own from 1 on. Manual, IOThreads Allocation. */
function iothreadNumbers({ domain }: Resolved): readonly number[] {
  const own = (domain.iothreadids ?? []).flatMap(({ id }) => id ?? [])
  const count = Math.min(domain.iothreads ?? 0, mostIothreads)
  const taken = new Set(own)
  const numbers = [...own]
  for (let next = 1; numbers.length < count; next++) if (!taken.has(next)) numbers.push(next)
  return numbers.toSorted((one, other) => one - other)
}

const mostIothreads = 256
