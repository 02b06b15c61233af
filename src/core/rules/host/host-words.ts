import { valueAt } from '../../path.ts'
import { ownValue } from '../../text/index.ts'
import { emulatorOf } from '../support/host-emulator.ts'
import { matching } from '../support/matching.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.words',
  title: 'A kind of device that the host’s QEMU is built without',
  source:
    'virsh domcapabilities of the host; libvirt 11.3: "domain configuration does not support video model \'qxl\'"; RHEL 9 is built without qxl and SPICE',
  *check(context) {
    const words = emulatorOf(context)?.words
    if (words === undefined) return
    for (const [pattern, parts] of places)
      for (const { held, path } of matching(context, pattern))
        for (const [part, key] of Object.entries(parts)) {
          const word = valueAt(held, key.split('.'))
          const known = ownValue(words, part) ?? []
          if (typeof word !== 'string' || known.length === 0 || known.includes(word)) continue
          if (part !== 'video' || word !== 'none')
            yield {
              at: [...path, ...key.split('.')],
              message: `The QEMU of the host has no ${part.split('.')[0]} ${word}. It has ${known.join(', ')}.`,
            }
        }
  },
}

/** Where in the Domain words stand, each by what the host calls its kind. */
const places: readonly (readonly [pattern: string, parts: Readonly<Record<string, string>>])[] = [
  ['devices.video.*', { video: 'model' }],
  ['devices.graphics.*', { graphics: 'type' }],
  ['devices.disks.*', { 'disk.bus': 'target.bus' }],
  ['devices.tpm.*', { 'tpm.model': 'model', 'tpm.backendModel': 'backend.type' }],
  ['devices.filesystems.*', { 'filesystem.driver': 'driver.type' }],
  ['devices.interfaces.*', { 'interface.backend': 'backend.type' }],
  ['os', { 'os.firmware': 'firmware' }],
]
