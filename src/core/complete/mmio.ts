/** virtio devices of machines that have slots for them. `qemuDomainAssignVirtioMMIOAddresses`. */
import type { Draft } from './draft.ts'
import { wants } from './pci-buses.ts'
import { pciDevices } from './pci-devices.ts'

const mmio = { type: 'virtio-mmio' } as const

/** On the virt board PCI is the rule: one device that says virtio-mmio has all others follow. */
export function completeMmio(draft: Draft): void {
  const { machine } = draft
  const isArm = machine.arch === 'aarch64' || machine.arch === 'armv7l'
  const always = isArm && machine.name.startsWith('vexpress-')
  if (!always && !(machine.isVirt && hasMmio(draft))) return
  for (const devices of pciDevices)
    if (devices.isVirtio)
      devices.place(draft, (want, said) => (want === wants.pcie && said === undefined ? mmio : undefined))
}

function hasMmio({ devices }: Draft): boolean {
  const isMmio = ({ address }: { readonly address?: { readonly type?: string | undefined } | undefined }) =>
    address?.type === 'virtio-mmio'
  return (
    devices.disks?.some(isMmio) === true ||
    devices.interfaces?.some(isMmio) === true ||
    devices.controllers?.some(isMmio) === true ||
    devices.rng?.some(isMmio) === true ||
    devices.filesystems?.some(isMmio) === true ||
    (devices.memballoon !== undefined && isMmio(devices.memballoon))
  )
}
