import { leftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'feature.machine',
  title: 'A feature that the machine does not have',
  source:
    "libvirt 11.3: \"The 'gic' feature is not supported for architecture 'aarch64' or machine type 'versatilepb'\", \"The 'hpt' feature is not supported for architecture 'x86_64' or machine type 'pc'\"",
  *check(context) {
    const { features = {}, os } = context.domain
    const { machine = '', arch = '' } = os ?? {}
    for (const [key, isFor] of Object.entries(machineOf)) {
      if (Reflect.get(features, key) === undefined || isFor(machine, arch)) continue
      yield leftOut(['features', key], `The machine ${machine} (${arch}) has no ${key.replaceAll('_', ' ')}.`)
    }
  },
}

const isVirt = (machine: string) => machine === 'virt' || machine.startsWith('virt-')
const isPseries = (machine: string, arch: string) => arch.startsWith('ppc64') && machine.startsWith('pseries')

/** Which machines have it: libvirt manual, Hypervisor features. */
const machineOf: Readonly<Record<string, (machine: string, arch: string) => boolean>> = {
  gic: (machine, arch) => isVirt(machine) && (arch === 'aarch64' || arch.startsWith('armv')),
  ras: (machine, arch) => isVirt(machine) && (arch === 'aarch64' || arch.startsWith('armv')),
  aia: (machine, arch) => isVirt(machine) && arch.startsWith('riscv'),
  hpt_resizing: isPseries,
  hpt_maxpagesize: isPseries,
  htm: isPseries,
  nested_hv: isPseries,
  ccf_assist: isPseries,
  cfpc: isPseries,
  sbbc: isPseries,
  ibs: isPseries,
}
