/** What kind of machine it is: type, name, mainboard, boot order, clock, events. */
import { ownValue } from '../text/index.ts'
import { type Draft, note, origin } from './draft.ts'

const machineByArch: Readonly<Record<string, string>> = {
  x86_64: 'q35',
  i686: 'pc',
  aarch64: 'virt',
  riscv64: 'virt',
}

/** vm.yml's word for a mainboard, and QEMU's where it is another. */
const machineNames: Readonly<Record<string, string>> = { i440fx: 'pc' }

/** libvirt manual, General metadata, Operating system booting, Time keeping, Events configuration. */
export function resolveMachine(draft: Draft): void {
  const { spec, libvirt, domain, arch } = draft
  domain.name = draft.design.name
  takeTheRest(draft)
  if (libvirt.type === undefined) {
    const emulated = draft.host.arch !== undefined && draft.host.arch !== arch
    domain.type = emulated ? 'qemu' : 'kvm'
    if (emulated)
      note(
        draft,
        ['type'],
        'type qemu',
        `A ${arch} guest on a ${draft.host.arch} host is emulated.`,
        'Set libvirt.type.',
      )
    else
      note(
        draft,
        ['type'],
        'type kvm',
        'KVM runs the guest on the processor itself.',
        'Set libvirt.type to qemu to emulate.',
      )
  }
  resolveBoot(draft)
  resolveEvents(draft)
  if (libvirt.clock?.offset === undefined) {
    domain.clock = { offset: 'utc', ...libvirt.clock }
    note(
      draft,
      ['clock', 'offset'],
      'clock utc',
      'Linux keeps its clock in UTC.',
      'Set libvirt.clock.offset; Windows wants localtime.',
    )
  }
  resolveFeatures(draft)
  if (spec.machine !== undefined) origin(draft, ['os', 'machine'], ['machine'])
}

/** What other pairings look after; everything else of the author's is taken as it is. */
const completedElsewhere = new Set([
  'snippets',
  'xml_passthrough',
  'memory_unit',
  'leave_out',
  'root_disk',
  'seed_disk',
  'first_interface',
  'memory',
  'current_memory',
  'vcpu',
  'cpu',
  'os',
  'features',
  'on_poweroff',
  'on_reboot',
  'on_crash',
  'memory_backing',
  'sysinfo',
  'devices',
])

function takeTheRest(draft: Draft): void {
  for (const [key, held] of Object.entries(draft.libvirt)) {
    if (held === undefined || completedElsewhere.has(key)) continue
    Object.assign(draft.domain, { [key]: held })
    origin(draft, [key], ['libvirt', key])
  }
}

function resolveBoot(draft: Draft): void {
  const { spec, libvirt, arch } = draft
  const said = libvirt.os ?? {}
  const named = spec.machine === undefined ? undefined : (machineNames[spec.machine] ?? spec.machine)
  const machine = said.machine ?? named ?? ownValue(machineByArch, arch)
  origin(draft, ['os'], ['libvirt', 'os'])
  draft.domain.os = {
    ...said,
    type: said.type ?? 'hvm',
    arch,
    ...(machine === undefined ? {} : { machine }),
  }
  if (said.machine === undefined && named === undefined && machine !== undefined)
    note(draft, ['os', 'machine'], `machine ${machine}`, `The usual mainboard for ${arch}.`, 'Set machine.')
  if (said.arch === undefined)
    note(
      draft,
      ['os', 'arch'],
      `architecture ${arch}`,
      'The architecture of the host.',
      'Set libvirt.os.arch.',
    )
  if (said.boot === undefined && !draft.domain.os.kernel && !hasDeviceBootOrder(draft)) {
    draft.domain.os = { ...draft.domain.os, boot: [{ dev: 'hd' }] }
    note(
      draft,
      ['os', 'boot'],
      'boot from disk',
      'The first disk holds the system.',
      'Set libvirt.os.boot, or a boot order at the devices.',
    )
  }
}

/** libvirt refuses a boot list beside a boot order at a device. */
function hasDeviceBootOrder(draft: Draft): boolean {
  const { disks, interfaces, hostdevs, redirdev } = draft.libvirt.devices ?? {}
  return [disks, interfaces, hostdevs, redirdev].some((list) =>
    list?.some((device) => device.boot?.order !== undefined),
  )
}

function resolveEvents(draft: Draft): void {
  const { libvirt, domain } = draft
  domain.on_poweroff = libvirt.on_poweroff ?? 'destroy'
  domain.on_reboot = libvirt.on_reboot ?? 'restart'
  domain.on_crash = libvirt.on_crash ?? 'destroy'
  for (const key of ['on_poweroff', 'on_reboot', 'on_crash'] as const) {
    origin(draft, [key], ['libvirt', key])
    if (libvirt[key] === undefined)
      note(
        draft,
        [key],
        `${key} ${domain[key]}`,
        'What virt-manager and virt-install write too.',
        `Set libvirt.${key}.`,
      )
  }
}

function resolveFeatures(draft: Draft): void {
  const said = draft.libvirt.features ?? {}
  const isX86 = draft.arch === 'x86_64' || draft.arch === 'i686'
  const added = { ...said }
  origin(draft, ['features'], ['libvirt', 'features'])
  if (said.acpi === undefined && draft.arch !== 'riscv64') {
    Object.assign(added, { acpi: true })
    note(
      draft,
      ['features', 'acpi'],
      'ACPI on',
      'The guest needs it to switch off cleanly, and UEFI needs it at all.',
      'Set libvirt.features.acpi to false.',
    )
  }
  if (said.apic === undefined && isX86) {
    Object.assign(added, { apic: true })
    note(
      draft,
      ['features', 'apic'],
      'APIC on',
      'More than one vCPU needs it.',
      'Set libvirt.features.apic to false.',
    )
  }
  if (said.kvm?.dirty_ring_size !== undefined && said.kvm.dirty_ring === undefined)
    Object.assign(added, { kvm: { ...said.kvm, dirty_ring: 'on' } })
  for (const key of ['acpi', 'apic'] as const)
    if (added[key] === false) Object.assign(added, { [key]: undefined })
  draft.domain.features = added
}
