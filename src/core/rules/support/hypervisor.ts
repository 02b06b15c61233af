/** Which hypervisor a domain is for. */
import type { Domain } from '../../domain/index.ts'

/** `type` of a domain, when it is none that QEMU runs; undefined otherwise. */
export function otherHypervisor({ type }: Domain): string | undefined {
  return type === undefined || runByQemu.has(type) ? undefined : type
}

const runByQemu: ReadonlySet<string> = new Set(['kvm', 'qemu', 'hvf', 'kqemu'])
