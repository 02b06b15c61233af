/** Screens, sound, host devices and the small ones. */
import { pciAddress } from '../plain/addresses.ts'
import { line, whole, wholePath } from '../plain/codecs.ts'
import type { Part } from '../plain/part.ts'
import { type Row, takeRows } from '../plain/rows.ts'
import { named, ruby } from './ruby.ts'

export function devicesOf(root: Part): string[] {
  const said: string[] = []
  const [tpm] = root.parts('devices.tpm')
  const settings: [Part | undefined, readonly Row[]][] = [
    [
      tpm,
      [
        ['model', 'tpm_model', line],
        ['backend.type', 'tpm_type', line],
        ['backend.version', 'tpm_version', line],
        ['backend.path', 'tpm_path', wholePath],
      ],
    ],
    [
      root.parts('devices.graphics')[0],
      [
        ['type', 'graphics_type', line],
        ['port', 'graphics_port', whole],
        ['passwd', 'graphics_passwd', line],
        ['keymap', 'keymap', line],
      ],
    ],
    [
      root.parts('devices.video')[0],
      [
        ['model', 'video_type', line],
        ['vram', 'video_vram', whole],
      ],
    ],
    [root.parts('devices.sound')[0], [['model', 'sound_type', line]]],
  ]
  for (const [part, table] of settings)
    if (part !== undefined)
      for (const [key, value] of Object.entries(takeRows(part, table))) said.push(`v.${key} = ${ruby(value)}`)
  for (const part of root.parts('devices.hostdevs')) {
    const address = part.text('type') === 'pci' ? pciAddress(part.peek('source')) : undefined
    if (address === undefined) continue
    for (const key of ['domain', 'bus', 'slot', 'function']) part.take(`source.${key}`, () => true)
    part.pass('mode', 'subsystem')
    part.pass('type', 'pci')
    part.pass('managed', 'yes')
    const [, domain, bus, slot, inner] = /^(\w+):(\w+):(\w+)\.(\d)$/.exec(address) ?? []
    said.push(
      `v.pci ${named({ domain: `0x${domain}`, bus: `0x${bus}`, slot: `0x${slot}`, function: `0x${inner}` })}`,
    )
  }
  for (const part of root.parts('devices.rng')) {
    const model = part.take('backend.model', line)
    if (model !== undefined) said.push(`v.random ${named({ model })}`)
  }
  for (const part of root.parts('devices.watchdog')) {
    const watchdog = takeRows(part, [
      ['model', 'model', line],
      ['action', 'action', line],
    ])
    if (Object.hasOwn(watchdog, 'model')) said.push(`v.watchdog ${named(watchdog)}`)
  }
  for (const part of root.parts('devices.inputs')) {
    const input = takeRows(part, [
      ['type', 'type', line],
      ['bus', 'bus', line],
    ])
    if (Object.hasOwn(input, 'type')) said.push(`v.input ${named(input)}`)
  }
  for (const part of root.parts('devices.channels')) {
    if (part.text('type') !== 'unix' || part.text('target_type') !== 'virtio') continue
    const name = part.take('name', line)
    if (name === undefined) continue
    part.pass('type', 'unix')
    part.pass('target_type', 'virtio')
    part.pass('source', { mode: 'bind' })
    said.push(`v.channel ${named({ type: 'unix', target_type: 'virtio', target_name: name })}`)
  }
  return said
}
