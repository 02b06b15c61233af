/** What each device needs of a PCI bus. libvirt: `qemuDomainDeviceCalculatePCIConnectFlags`. */
import type { Devices, Item } from '../domain/index.ts'
import { wants } from './pci-buses.ts'

const { pci, pcie, integrated } = wants

/** 0 for a device that is not on PCI. */
type Want = number

export function filesystemWant({ model, driver }: Item<Devices['filesystems']>): Want {
  if (driver?.type === 'mtp') return 0
  return virtio(model)
}

export function interfaceWant({ type, model }: Item<Devices['interfaces']>): Want {
  if (type === 'hostdev') return pcie
  const name = model?.type ?? ''
  if (name.startsWith('virtio')) return virtio(name)
  if (notOnPci.has(name)) return 0
  return name === 'e1000e' || name === 'igb' ? pcie : pci
}

const notOnPci = new Set([
  'usb-net',
  'ne2k_isa',
  'smc91c111',
  'lan9118',
  'spapr-vlan',
  'cadence_gem',
  'netfront',
])

export function soundWant({ model }: Item<Devices['sound']>): Want {
  if (model === 'sb16' || model === 'pcspk' || model === 'usb') return 0
  return model === 'virtio' ? pcie : pci
}

/** Controllers other than PCI bridges. */
export function controllerWant({ type, model, index = 0 }: Item<Devices['controllers']>): Want {
  switch (type) {
    case 'usb':
      if (model === 'none') return 0
      return model === 'qemu-xhci' || model === 'nec-xhci' ? pcie : pci
    case 'scsi':
      if (model === 'ibmvscsi' || model === 'ncr53c90') return 0
      return model?.startsWith('virtio') === true ? virtio(model) : pci
    case 'virtio-serial':
      return virtio(model)
    case 'nvme':
      return pcie
    case 'sata':
      return pci
    case 'ide':
      return index === 0 ? 0 : pci
    default:
      return 0
  }
}

export function diskWant({ target, model }: Item<Devices['disks']>): Want {
  return target?.bus === 'virtio' ? virtio(model) : 0
}

export function hostdevWant({ type, model, source }: Item<Devices['hostdevs']>): Want {
  if (type === 'pci') return pcie
  if (type === 'mdev') return model === undefined || model === 'vfio-pci' ? pcie : 0
  return type === 'scsi_host' && source?.protocol !== 'adapter' ? virtio(model) : 0
}

export function balloonWant({ model }: NonNullable<Devices['memballoon']>): Want {
  return model === 'none' || model === 'xen' ? 0 : virtio(model)
}

export function watchdogWant({ model }: Item<Devices['watchdog']>): Want {
  return model === 'i6300esb' ? pci : 0
}

export function videoWant({ model }: Item<Devices['video']>): Want {
  if (model === 'none' || model === 'ramfb' || model === 'xen') return 0
  return model === 'virtio' || model === 'bochs' ? pcie : pci
}

export function inputWant({ bus, model }: Item<Devices['inputs']>): Want {
  return bus === 'virtio' ? virtio(model) : 0
}

export function serialWant({ target }: Item<Devices['serial']>): Want {
  return target?.type === 'pci-serial' ? pci : 0
}

export function iommuWant({ model }: NonNullable<Devices['iommu']>): Want {
  return model === 'virtio' ? integrated : 0
}

export function memoryWant({ model }: Item<Devices['memory']>): Want {
  return model === 'virtio-mem' || model === 'virtio-pmem' ? pcie : 0
}

export function panicWant({ model }: Item<Devices['panic']>): Want {
  return model === 'pvpanic' ? integrated : 0
}

/** Old guests know virtio as a conventional PCI device. */
export function virtio(model: string | undefined): Want {
  return model === 'virtio-transitional' ? pci : pcie
}

export function shmemWant(): Want {
  return pci
}
