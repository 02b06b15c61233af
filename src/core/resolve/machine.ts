/** What kind of machine it is: type, name, mainboard, boot order, clock, events. */
import { bootDefaults, clockDefaults, eventDefaults, featureDefaults, typeDefaults } from './defaults.ts'
import { type Draft, origin } from './draft.ts'
import { fill } from './fill.ts'

/** vm.yml's word for a mainboard, and QEMU's where it is another. */
const machineNames: Readonly<Record<string, string>> = { i440fx: 'pc' }

/** libvirt manual, General metadata, Operating system booting, Time keeping, Events configuration. */
export function resolveMachine(draft: Draft): void {
  const { spec, domain } = draft
  domain.name = draft.design.name
  takeTheRest(draft)
  fill(draft, typeDefaults)
  resolveBoot(draft)
  resolveEvents(draft)
  fill(draft, clockDefaults)
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
  'installer_disk',
  'drivers_disk',
  'answers_disk',
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
  const { spec, libvirt, domain } = draft
  const { os } = libvirt
  const named = spec.machine === undefined ? undefined : (machineNames[spec.machine] ?? spec.machine)
  origin(draft, ['os'], ['libvirt', 'os'])
  domain.os = { ...os, type: os?.type, arch: os?.arch, machine: os?.machine ?? named }
  fill(draft, bootDefaults)
}

function resolveEvents(draft: Draft): void {
  const { libvirt, domain } = draft
  for (const key of ['on_poweroff', 'on_reboot', 'on_crash'] as const) {
    origin(draft, [key], ['libvirt', key])
    Object.assign(domain, { [key]: libvirt[key] })
  }
  fill(draft, eventDefaults)
}

function resolveFeatures(draft: Draft): void {
  origin(draft, ['features'], ['libvirt', 'features'])
  draft.domain.features = { ...draft.libvirt.features }
  fill(draft, featureDefaults)
  const { acpi, apic } = draft.domain.features
  draft.domain.features = {
    ...draft.domain.features,
    ...(acpi === false ? { acpi: undefined } : {}),
    ...(apic === false ? { apic: undefined } : {}),
  }
}
