/** Boards that come with their processors and memory: any other number of either is refused. */
import { ownValue } from '../../text/index.ts'

interface Fixed {
  readonly cpus: number
  readonly mebibytes: number
}

/** QEMU, `hw/arm/raspi.c` and `hw/arm/raspi4b.c`: the number is in the revision of each board. */
const fixed: Readonly<Record<string, Fixed>> = {
  raspi0: { cpus: 1, mebibytes: 512 },
  raspi1ap: { cpus: 1, mebibytes: 512 },
  raspi2b: { cpus: 4, mebibytes: 1024 },
  raspi3ap: { cpus: 4, mebibytes: 512 },
  raspi3b: { cpus: 4, mebibytes: 1024 },
  raspi4b: { cpus: 4, mebibytes: 2048 },
}

/** What QEMU takes where a line says no -smp and no -m. */
export function usualOf(machine: string): Fixed {
  return ownValue(fixed, machine) ?? { cpus: 1, mebibytes: 128 }
}
