import type { Domain } from '../core.ts'

/** '4 vCPU, 8G, 2 disks': what tells one VM of a text from another. */
export function machineInALine({ vcpu, memory, devices }: Domain): string {
  const disks = devices?.disks?.length ?? 0
  return [
    vcpu?.value === undefined ? undefined : `${vcpu.value} vCPU`,
    memory?.value,
    disks === 0 ? undefined : `${disks} ${disks === 1 ? 'disk' : 'disks'}`,
  ]
    .filter((word) => word !== undefined)
    .join(', ')
}
