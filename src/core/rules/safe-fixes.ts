/**
 * Fixes that need no decision: what they take away has no effect or keeps the VM from starting for nothing, and what
 * they set is what libvirt would take by itself or the one value that is possible. Others choose for the author (which
 * of two devices stays, what is seen from the network) and are made one by one.
 */
import type { Finding } from '../finding.ts'

/** True when the fix of a finding may be made together with others, without asking. */
export function isSafeFix({ code, fix }: Pick<Finding, 'code' | 'fix'>): boolean {
  return fix !== undefined && safe.has(code)
}

const safe: ReadonlySet<string> = new Set([
  // Keys that mean nothing where they stand.
  'clock.adjustment',
  'clock.adjustment-form',
  'clock.basis',
  'controller.pci-option',
  'controller.scsi-only',
  'cpu.address-limit',
  'cpu.migratable-mode',
  'cpu.passthrough-with-model',
  'device.rom-disabled',
  'disk.bus-only',
  'disk.device-only',
  'disk.format-only',
  'disk.inquiry-bus',
  'disk.readonly-conflict',
  'feature.tcg',
  'field.not-for-this-kind',
  'graphics.dbus-address',
  'hostdev.scsi-only',
  'iothread.pin-unknown',
  'iothread.scheduler-unknown',
  'network.driver-virtio',
  'network.forward-exclude',
  'network.kind-only',
  'share.kind-only',
  'shmem.server',
  'usb.ports-model',
  'vcpu.pin-unknown',
  'video.knob',
  // Places and numbers that libvirt finds by itself.
  'address.bus-full',
  'address.mainboard',
  'address.range',
  'address.root-port-slot',
  'address.twice',
  'controller.chassis-twice',
  'controller.number-range',
  'disk.address-kind',
  'disk.address-twice',
  'disk.drive-place',
  'hostdev.address-kind',
  'network.mac-twice',
  'usb.port-twice',
  'usb.port-unknown',
  // The one value that works, or what a guest wants anyway.
  'disk.number-twice',
  'disk.target-twice',
  'hostdev.balloon',
  'hyperv.needs',
  'iommu.ioapic',
  'network.no-model',
  'share.shared-memory',
])
