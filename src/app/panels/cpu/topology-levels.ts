/** The levels of the topology from the outside in; libvirt manual, CPU model and topology. */
export const topologyKeys = ['sockets', 'dies', 'clusters', 'cores', 'threads'] as const

/** How many vCPUs a topology has: libvirt refuses any other number. */
export function topologyProduct(numbers: readonly number[]): number {
  return numbers.reduce((product, number) => product * number, 1)
}

/** Which core of the guest a vCPU belongs to: threads of a core have numbers in a row. */
export function guestCoreOf(vcpu: number, threadsPerCore: number): number {
  return Math.floor(vcpu / threadsPerCore)
}
