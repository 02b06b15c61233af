/** The threads of the guest that can be put on host CPUs. */

import { type ItemAt, specPath } from '../../spec-path.ts'
import type { VcpuPin } from './pins.ts'

const iothreadpin = specPath(['libvirt', 'cputune', 'iothreadpin'])

/** A vCPU or an I/O thread on host CPUs. */
export type ThreadPin = VcpuPin & ItemAt<typeof iothreadpin>

export type ChipKind = 'vcpu' | 'emulator' | 'iothread'

/** One thread of the guest that can be put on host CPUs. */
export interface Chip {
  /** `vcpu:3`, `iothread:1`, `emulator`. */
  readonly id: string
  readonly kind: ChipKind
  /** The number of the vCPU or of the I/O thread; 0 for the emulator. */
  readonly number: number
  /** As it is said: `vCPU 3`. */
  readonly name: string
  /** As it is drawn: `3`, `io1`, `em`. */
  readonly short: string
  /** The host CPUs that it is pinned to, ascending; undefined when it runs anywhere. */
  readonly cpus: readonly number[] | undefined
  /** The design pins it, the guest has it not. */
  readonly isUnknown: boolean
}

/** What the design says about threads, read from the spec and from what is filled in. */
export interface GuestThreads {
  readonly vcpus: number
  /** Threads of a guest core: 1 unless cpu.topology says more. */
  readonly threadsPerCore: number
  /** Numbers of the I/O threads. */
  readonly iothreads: readonly number[]
  readonly vcpupin: readonly ThreadPin[]
  readonly iothreadpin: readonly ThreadPin[]
  readonly emulator: string | undefined
}
