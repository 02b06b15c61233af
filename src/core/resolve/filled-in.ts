/**
 * Where resolve says something by itself: its tables of defaults, and what its pairings add. Everything else under
 * `libvirt` it takes as the author said it, so that whoever looks for what goes without saying (lift) asks about these
 * places alone. `lift/prune.test.ts` holds them to resolve.
 */
import type { PathSegment } from '../finding.ts'
import { defaults } from './defaults.ts'
import { deviceDefaults } from './device-defaults.ts'

/** Stands for every item of a list. */
export const each = Symbol('each')

/** A path into a spec in which `each` stands for the items of a list. */
export type Pattern = readonly (PathSegment | typeof each)[]

/** Below `libvirt`; `*` stands for every item of a list. */
const byDefault: readonly string[] = [
  ...defaults.map(({ at }) => at),
  ...Object.entries(deviceDefaults).flatMap(([list, ofList]) =>
    ofList.map(({ at }) => `devices.${list}.*.${at}`),
  ),
]

/** The same, by the pairings. A list that may be empty without a difference is here too. */
const byPairing: readonly string[] = [
  'memory.value',
  'memory_unit',
  'vcpu.value',
  'cpu.features.*',
  'os.firmware',
  'os.firmware_features.*',
  'os.loader',
  'os.nvram.template',
  'os.nvram.template_format',
  'os.nvram.format',
  'os.nvram.value',
  'sysinfo.type',
  'sysinfo.oem_strings.*',
  'devices.disks.*.source.file',
  'devices.disks.*.boot.order',
  'devices.filesystems.*.idmap',
  'devices.interfaces.*.backend.type',
  'devices.interfaces.*.port_forwards.*.proto',
  'devices.interfaces.*.port_forwards.*.address',
  'devices.serial.*.target.port',
  'devices.console.*.target.type',
  'devices.console.*.target.port',
  'devices.usb',
  'devices.controllers',
  'devices.channels.*.path',
  'devices.channels.*.source.path',
  'devices.graphics.*.listen.*.type',
]

/** The places that a spec may say a default at. */
export const defaultPlaces: readonly Pattern[] = byDefault.map((place) => [
  'libvirt',
  ...place.split('.').map((segment) => (segment === '*' ? each : segment)),
])

/** Words under `libvirt` that stand in no Domain: what they say has its effect elsewhere. */
const wordsOfTheirOwn: ReadonlySet<unknown> = new Set([
  'leave_out',
  'root_disk',
  'installer_disk',
  'drivers_disk',
  'answers_disk',
  'seed_disk',
  'first_interface',
  'snippets',
  'xml_passthrough',
])

/** The places and everything around them, as texts. */
const around: ReadonlySet<string> = new Set(
  [...byDefault, ...byPairing].flatMap((place) => {
    const segments = place.split('.')
    return segments.map((_, index) => segments.slice(0, index + 1).join('.'))
  }),
)

/** True when resolve may say by itself what stands at the places of a pattern, or something inside them. */
export function mayBeFilledIn([first, ...below]: Pattern): boolean {
  if (first !== 'libvirt' || below.length === 0 || wordsOfTheirOwn.has(below[0])) return true
  return around.has(below.map((segment) => (segment === each ? '*' : String(segment))).join('.'))
}
