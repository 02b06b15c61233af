import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { matching } from '../support/matching.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.attribute-missing',
  title: 'A setting without a part that libvirt wants',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Missing required attribute \'mode\' in element \'maxphysaddr\'", "missing element or attribute \'./size\'", "missing source information for device", "missing type in redirdev", "missing target information for device"; each seen in the lab, where the attribute alone was taken away',
  *check(context) {
    for (const [pattern, keys] of wanted)
      for (const { held, path } of matching(context, pattern))
        for (const key of keys)
          if (key.split('|').every((one) => ownValue(held, one) === undefined))
            yield {
              at: [...path, key.split('|')[0] ?? key],
              message: `${path.filter((step) => typeof step === 'string').join('.')} wants its ${key.replaceAll('|', ' or ')}.`,
            }
    for (const [pattern, elements] of notEmpty)
      for (const { held, path } of matching(context, pattern)) {
        const rest = ownValue(held, '$rest')
        const inside = isRecord(rest) ? ownValue(rest, 'inside') : undefined
        for (const [element, attribute] of Object.entries(elements)) {
          const kept = isRecord(inside) ? ownValue(inside, element) : undefined
          if (!isRecord(kept) || kept['attributes'] !== undefined) continue
          yield {
            at: [...path, element],
            message: `${element} says nothing: libvirt wants its ${attribute}.`,
          }
        }
      }
  },
}

/** Where in the Domain, and what has to be there; `a|b`: one of them. */
const wanted: readonly (readonly [string, readonly string[]])[] = [
  ['cpu.cache', ['mode']],
  ['cpu.maxphysaddr', ['mode']],
  ['cpu.numa.*', ['memory']],
  ['cpu.numa.*.caches.*', ['associativity', 'policy', 'size', 'line']],
  ['cpu.numa.*.distances.*', ['id', 'value']],
  ['cpu.numa_bandwidths.*', ['initiator', 'target', 'type', 'value']],
  ['cpu.numa_latencies.*', ['initiator', 'target', 'type', 'value']],
  ['devices.*.*.address', ['type']],
  ['devices.crypto.*', ['backend']],
  ['devices.disks.*.boot', ['order']],
  ['devices.filesystems.*.source', ['dir|file|dev|socket|name|usage']],
  ['devices.filesystems.*.target', ['dir']],
  ['devices.graphics.*.listen.*', ['type']],
  ['devices.hostdevs.*.boot', ['order']],
  ['devices.interfaces.*.boot', ['order']],
  ['devices.interfaces.*.port_forwards.*', ['proto']],
  ['devices.interfaces.*.teaming', ['type']],
  ['devices.memballoon.address', ['type']],
  ['devices.memory.*.target', ['size']],
  ['devices.redirdev.*', ['type']],
  ['devices.rng.*', ['backend']],
  ['devices.rng.*.backend', ['model']],
  ['devices.smartcard.*', ['mode']],
  ['devices.vsock.address', ['type']],
  ['features.hyperv.spinlocks', ['state']],
  ['features.hyperv.stimer', ['state']],
  ['features.hyperv.tlbflush', ['state']],
  ['features.hyperv.vendor_id', ['state']],
  ['numatune.memnodes.*', ['cellid', 'nodeset']],
  ['os.acpi_tables.*', ['type']],
  ['sysinfo', ['type']],
  ['throttlegroups.*', ['group_name']],
  ['vcpus.*', ['enabled']],
]

/** Elements that say one thing, and the attribute that says it. */
const notEmpty: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'devices.graphics.*',
    {
      audio: 'id',
      clipboard: 'copypaste',
      filetransfer: 'enable',
      image: 'compression',
      jpeg: 'compression',
      mouse: 'mode',
      playback: 'compression',
      streaming: 'mode',
      zlib: 'compression',
    },
  ],
  ['devices.sound.*', { audio: 'id' }],
  ['features.hyperv.stimer', { direct: 'state' }],
]
