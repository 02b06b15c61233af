/**
 * What resolve says of a machine by itself: one line for each default. What follows from several words of the design at
 * once stands in the pairing, and its place in filled-in.ts.
 */

import { hypervEnlightenments, windowsClock } from '../guide/index.ts'
import { ownValue } from '../text/index.ts'
import type { Default } from './default.ts'
import type { Draft } from './draft.ts'
import { isVirtiofs } from './virtiofs.ts'

type DraftDefault = Default<Draft>

const machineByArch: Readonly<Record<string, string>> = {
  x86_64: 'q35',
  i686: 'pc',
  aarch64: 'virt',
  riscv64: 'virt',
}

export const typeDefaults: readonly DraftDefault[] = [
  {
    at: 'type',
    value: (draft) => (isEmulated(draft) ? 'qemu' : undefined),
    why: ({ arch, host }) => `A ${arch} guest on a ${host.arch} host is emulated.`,
  },
  {
    at: 'type',
    // QEMU of the system's libvirt has rights of its own, which the person's do not tell.
    value: ({ host }) => (host.kvm === false && host.connection === 'session' ? 'qemu' : undefined),
    what: 'an emulated processor',
    why: 'You can’t use KVM on this host, and without it the guest is emulated, many times slower.',
    otherwise: 'Set libvirt.type to kvm once you can use /dev/kvm.',
  },
  {
    at: 'type',
    value: () => 'kvm',
    why: 'KVM runs the guest on the processor itself.',
    otherwise: 'Set libvirt.type to qemu to emulate.',
  },
]

export const bootDefaults: readonly DraftDefault[] = [
  { at: 'os.type', value: () => 'hvm' },
  {
    at: 'os.machine',
    value: ({ arch }) => ownValue(machineByArch, arch),
    why: ({ arch }) => `The usual mainboard for ${arch}.`,
    otherwise: 'Set machine.',
  },
  {
    at: 'os.arch',
    value: ({ arch }) => arch,
    what: ({ arch }) => `architecture ${arch}`,
    why: ({ arch, host, system }) =>
      system === undefined || arch === (host.arch ?? 'x86_64')
        ? 'The architecture of the host.'
        : `${system.name} is made for it, and not for that of the host.`,
  },
  {
    at: 'os.boot',
    value: (draft) =>
      draft.domain.os?.kernel || hasDeviceBootOrder(draft) || startsInstaller(draft)
        ? undefined
        : [{ dev: 'hd' }],
    what: 'boot from disk',
    why: 'The first disk holds the system.',
    otherwise: 'Set libvirt.os.boot, or a boot order at the devices.',
  },
]

export const eventDefaults: readonly DraftDefault[] = [
  { at: 'on_poweroff', value: () => 'destroy', why: 'What virt-manager and virt-install write too.' },
  { at: 'on_reboot', value: () => 'restart', why: 'What virt-manager and virt-install write too.' },
  { at: 'on_crash', value: () => 'destroy', why: 'What virt-manager and virt-install write too.' },
]

export const clockDefaults: readonly DraftDefault[] = [
  {
    at: 'clock.offset',
    value: ({ system }) => (system?.windows === true ? windowsClock.offset : undefined),
    what: 'clock localtime',
    why: 'Windows keeps its clock in local time.',
    otherwise: 'Set libvirt.clock.offset.',
    ofGuest: true,
  },
  {
    at: 'clock.timers',
    value: (draft) => (draft.system?.windows === true ? timersFor(draft) : undefined),
    what: 'the timers of Windows',
    why: 'Windows keeps time by them at the least cost.',
    otherwise: 'Set libvirt.clock.timers.',
    ofGuest: true,
  },
  {
    at: 'clock.offset',
    value: () => 'utc',
    what: 'clock utc',
    why: 'Linux keeps its clock in UTC.',
    otherwise: 'Set libvirt.clock.offset; Windows wants localtime.',
  },
]

export const featureDefaults: readonly DraftDefault[] = [
  {
    at: 'features.smm',
    value: ({ system, spec, arch }) =>
      system !== undefined && spec.firmware === 'uefi-secure' && arch === 'x86_64' ? true : undefined,
    what: 'System Management Mode',
    why: 'Secure Boot needs it.',
    otherwise: 'Set libvirt.features.smm.',
    ofGuest: true,
  },
  ...Object.entries(hypervEnlightenments).map(
    ([name, value]): DraftDefault => ({
      at: `features.hyperv.${name}`,
      value: (draft) => (speaksHyperv(draft) ? value : undefined),
      what: `Hyper-V ${name}`,
      why: 'Windows asks for it of a hypervisor: its clock and its interrupts cost less.',
      ofGuest: true,
    }),
  ),
  {
    at: 'features.acpi',
    value: ({ arch }) => (arch === 'riscv64' ? undefined : true),
    what: 'ACPI on',
    why: 'The guest needs it to switch off cleanly, and UEFI needs it at all.',
    otherwise: 'Set libvirt.features.acpi to false.',
  },
  {
    at: 'features.apic',
    value: ({ arch }) => (arch === 'x86_64' || arch === 'i686' ? true : undefined),
    what: 'APIC on',
    why: 'More than one vCPU needs it.',
    otherwise: 'Set libvirt.features.apic to false.',
  },
  {
    at: 'features.kvm.dirty_ring',
    value: ({ libvirt }) => (libvirt.features?.kvm?.dirty_ring_size === undefined ? undefined : 'on'),
  },
]

export const memoryDefaults: readonly DraftDefault[] = [
  {
    at: 'current_memory',
    value: ({ domain }) => domain.memory?.value,
    what: 'all memory from the start',
    why: 'The balloon can still take some back later.',
  },
]

export const vcpuDefaults: readonly DraftDefault[] = [
  { at: 'vcpu.placement', value: () => 'static', why: 'The vCPUs run where cpuset and pinning say.' },
]

export const processorDefaults: readonly DraftDefault[] = [
  {
    at: 'cpu.mode',
    value: ({ libvirt }) => (libvirt.cpu?.model?.value === undefined ? undefined : 'custom'),
  },
  {
    at: 'cpu.mode',
    value: ({ domain }) => (domain.type === 'qemu' ? 'maximum' : undefined),
    what: 'CPU maximum',
    why: 'Emulation can’t pass the host’s processor through; this is all that it can do.',
  },
  {
    at: 'cpu.mode',
    value: () => 'host-passthrough',
    what: 'CPU host-passthrough',
    why: 'The guest gets all that the host’s processor can do.',
  },
  {
    at: 'cpu.check',
    value: ({ domain }) => (domain.cpu?.mode === 'host-passthrough' ? 'none' : undefined),
    what: 'no check',
    why: 'Passing the processor through leaves nothing to compare.',
  },
]

export const smbiosDefaults: readonly DraftDefault[] = [
  {
    at: 'os.smbios',
    value: ({ domain }) => (domain.sysinfo?.type === 'smbios' ? 'sysinfo' : undefined),
    what: 'SMBIOS from sysinfo',
    why: 'Without it the guest never sees the system information.',
  },
]

/** virtiofs: "'virtiofs' requires shared memory". Only what is missing is filled in; hugepages stay. */
export const memoryBackingDefaults: readonly DraftDefault[] = [
  {
    at: 'memory_backing.source',
    value: (draft) => (hasVirtiofs(draft) ? { type: 'memfd' } : undefined),
    what: 'memory from memfd',
    why: 'virtiofsd has to see the guest’s memory.',
  },
  {
    at: 'memory_backing.access',
    value: (draft) => (hasVirtiofs(draft) ? { mode: 'shared' } : undefined),
    what: 'shared memory',
    why: 'virtiofsd has to see the guest’s memory.',
  },
]

/** All of them. */
export const defaults: readonly DraftDefault[] = [
  ...typeDefaults,
  ...bootDefaults,
  ...eventDefaults,
  ...clockDefaults,
  ...featureDefaults,
  ...memoryDefaults,
  ...vcpuDefaults,
  ...processorDefaults,
  ...smbiosDefaults,
  ...memoryBackingDefaults,
]

/** Emulation has no Hyper-V, and other architectures have none either. */
function speaksHyperv({ system, arch, domain }: Draft): boolean {
  return system?.windows === true && (arch === 'x86_64' || arch === 'i686') && domain.type === 'kvm'
}

function timersFor(draft: Draft) {
  return speaksHyperv(draft)
    ? windowsClock.timers
    : windowsClock.timers.filter(({ name }) => name !== 'hypervclock')
}

function isEmulated({ host, arch }: Draft): boolean {
  return host.arch !== undefined && host.arch !== arch
}

/** Its CD has a boot order then. */
function startsInstaller({ installation }: Draft): boolean {
  return installation?.media.some(({ device }) => device === 'installer_disk') ?? false
}

/** libvirt refuses a boot list beside a boot order at a device. */
export function hasDeviceBootOrder({ libvirt }: Draft): boolean {
  const { disks, interfaces, hostdevs, redirdev } = libvirt.devices ?? {}
  return (
    libvirt.installer_disk?.boot?.order !== undefined ||
    libvirt.root_disk?.boot?.order !== undefined ||
    [disks, interfaces, hostdevs, redirdev].some((list) =>
      list?.some((device) => device.boot?.order !== undefined),
    )
  )
}

function hasVirtiofs({ libvirt }: Draft): boolean {
  return libvirt.devices?.filesystems?.some(isVirtiofs) ?? false
}
