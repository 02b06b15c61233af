/**
 * Where resolve says something by itself. Everything else under `libvirt` it takes as the author said it, so that whoever
 * looks for what goes without saying (lift) asks about these places alone. `filled-in.test.ts` holds the table to resolve.
 */
import type { PathSegment } from '../finding.ts'

/** Stands for every item of a list. */
export const each = Symbol('each')

/** A path into a spec in which `each` stands for the items of a list. */
export type Pattern = readonly (PathSegment | typeof each)[]

/** Below `libvirt`; `*` stands for every item of a list. A list that may be empty without a difference is here too. */
const filledIn: readonly string[] = [
  'type',
  'on_poweroff',
  'on_reboot',
  'on_crash',
  'clock.offset',
  'memory.value',
  'memory_unit',
  'current_memory',
  'vcpu.value',
  'vcpu.placement',
  'cpu.mode',
  'cpu.check',
  'cpu.features.*',
  'os.type',
  'os.arch',
  'os.machine',
  'os.boot.*',
  'os.firmware',
  'os.firmware_features.*',
  'os.loader',
  'os.nvram.template',
  'os.nvram.template_format',
  'os.nvram.format',
  'os.nvram.value',
  'os.smbios',
  'features.acpi',
  'features.apic',
  'features.kvm.dirty_ring',
  'sysinfo.type',
  'sysinfo.oem_strings.*',
  'memory_backing.source.type',
  'memory_backing.access.mode',
  'devices.disks.*.type',
  'devices.disks.*.device',
  'devices.disks.*.driver.name',
  'devices.disks.*.driver.type',
  'devices.disks.*.source.file',
  'devices.disks.*.readonly',
  'devices.filesystems.*.type',
  'devices.filesystems.*.accessmode',
  'devices.filesystems.*.idmap',
  'devices.interfaces.*.type',
  'devices.interfaces.*.model.type',
  'devices.interfaces.*.backend.type',
  'devices.interfaces.*.port_forwards.*.proto',
  'devices.interfaces.*.port_forwards.*.address',
  'devices.serial.*.type',
  'devices.serial.*.target.port',
  'devices.console.*.type',
  'devices.console.*.target.type',
  'devices.console.*.target.port',
  'devices.usb',
  'devices.controllers',
  'devices.channels.*.type',
  'devices.channels.*.target_type',
  'devices.channels.*.path',
  'devices.channels.*.source.mode',
  'devices.channels.*.source.path',
  'devices.graphics.*.listen.*.type',
  'devices.hostdevs.*.mode',
  'devices.hostdevs.*.managed',
  'devices.hostdevs.*.model',
  'devices.rng.*.model',
  'devices.rng.*.backend.model',
  'devices.rng.*.backend.value',
  'devices.redirdev.*.bus',
  'devices.redirdev.*.type',
  'devices.tpm.*.backend.type',
]

/** Words under `libvirt` that stand in no Domain: what they say has its effect elsewhere. */
const wordsOfTheirOwn: ReadonlySet<unknown> = new Set([
  'leave_out',
  'root_disk',
  'seed_disk',
  'first_interface',
  'snippets',
  'xml_passthrough',
])

/** The places and everything around them, as texts. */
const around: ReadonlySet<string> = new Set(
  filledIn.flatMap((place) => {
    const segments = place.split('.')
    return segments.map((_, index) => segments.slice(0, index + 1).join('.'))
  }),
)

/** True when resolve may say by itself what stands at the places of a pattern, or something inside them. */
export function mayBeFilledIn([first, ...below]: Pattern): boolean {
  if (first !== 'libvirt' || below.length === 0 || wordsOfTheirOwn.has(below[0])) return true
  return around.has(below.map((segment) => (segment === each ? '*' : String(segment))).join('.'))
}
