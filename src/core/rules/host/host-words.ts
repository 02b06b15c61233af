import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { emulatorOf } from '../support/host-emulator.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.words',
  title: 'A kind of device that the host’s QEMU is built without',
  severity: 'error',
  source:
    'virsh domcapabilities of the host; libvirt 11.3: "domain configuration does not support video model \'qxl\'"; RHEL 9 is built without qxl and SPICE',
  *check(context) {
    const words = emulatorOf(context)?.words
    if (words === undefined) return
    for (const { part, word, path } of said(context)) {
      const known = ownValue(words, part)
      if (known === undefined || known.length === 0 || word === undefined || known.includes(word)) continue
      yield {
        at: path,
        message: `The QEMU of the host has no ${part.split('.')[0]} ${word}. It has ${known.join(', ')}.`,
      }
    }
  },
}

interface Said {
  readonly part: string
  readonly word: string | undefined
  readonly path: readonly (string | number)[]
}

function said(context: RuleContext): Said[] {
  return [
    ...devicesOf(context, 'video').map(({ item, path }) => ({
      part: 'video',
      word: item.model === 'none' ? undefined : item.model,
      path: [...path, 'model'],
    })),
    ...devicesOf(context, 'graphics').map(({ item, path }) => ({
      part: 'graphics',
      word: item.type,
      path: [...path, 'type'],
    })),
    ...devicesOf(context, 'disks').map(({ item, path }) => ({
      part: 'disk.bus',
      word: item.target?.bus,
      path: [...path, 'target', 'bus'],
    })),
    ...devicesOf(context, 'tpm').flatMap(({ item, path }) => [
      { part: 'tpm.model', word: item.model, path: [...path, 'model'] },
      { part: 'tpm.backendModel', word: item.backend?.type, path: [...path, 'backend', 'type'] },
    ]),
    ...devicesOf(context, 'filesystems').map(({ item, path }) => ({
      part: 'filesystem.driver',
      word: item.driver?.type,
      path: [...path, 'driver', 'type'],
    })),
    ...devicesOf(context, 'interfaces').map(({ item, path }) => ({
      part: 'interface.backend',
      word: item.backend?.type,
      path: [...path, 'backend', 'type'],
    })),
    { part: 'os.firmware', word: context.domain.os?.firmware, path: ['os', 'firmware'] },
  ]
}
