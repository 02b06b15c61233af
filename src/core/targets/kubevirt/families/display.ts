/** Screen, sound, keyboard and console: `domain.devices`. VNC is there with the card, on a socket that virtctl opens. */
import { type Reading, ways } from '../reading.ts'
import { flag, same, text } from '../words/codec.ts'
import { heldAt } from '../words/tree.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const videoModel = same('virtio', 'vga', 'bochs', 'ramfb')
const soundModel = same('ich9', 'ac97')
const input = [says('type', 'type', same('tablet')), says('bus', 'bus', same('usb', 'virtio'))]

export function readDisplay(reading: Reading): void {
  const { vm } = reading
  const has = (key: string) => vm.takeAs([...ways.devices, key], flag.read) !== false
  if (has('autoattachGraphicsDevice')) {
    // pkg/virt-launcher/virtwrap/converter: bochs with UEFI, vga without.
    const usual = heldAt(reading.domain, ['os', 'firmware']) === 'efi' ? 'bochs' : 'vga'
    const model = vm.takeAs([...ways.devices, 'video', 'type'], videoModel.read) ?? usual
    reading.add('video', { model })
    reading.add('graphics', { type: 'vnc' })
  }
  if (has('autoattachSerialConsole')) {
    reading.add('serial', { type: 'pty', target: { port: 0 } })
    reading.add('console', { type: 'pty', target: { type: 'serial', port: 0 } })
  }
  reading.add('channels', {
    type: 'unix',
    name: 'org.qemu.guest_agent.0',
    target_type: 'virtio',
    source: { mode: 'bind' },
  })
  readSound(reading)
  const way = [...ways.devices, 'inputs']
  for (const hand of vm.takeItems(way)) {
    const said = readWords(input, hand)
    const name = String(hand.peek(['name']))
    const usual = `input${reading.devices['inputs']?.length ?? 0}`
    reading.add('inputs', { type: 'tablet', bus: 'usb', ...said, ...reading.aliasOf(name, usual) })
    reading.keepItem(way, name, hand)
  }
}

function readSound(reading: Reading): void {
  const way = [...ways.devices, 'sound']
  const { vm } = reading
  const name = vm.takeAs([...way, 'name'], text.read)
  if (name === undefined) return
  const model = vm.takeAs([...way, 'model'], soundModel.read) ?? 'ich9'
  reading.add('sound', { model, ...reading.aliasOf(name, 'sound') })
}

export function sayDisplay(writing: Writing): void {
  const {
    video = [],
    graphics = [],
    sound = [],
    inputs = [],
    serial = [],
    console = [],
  } = writing.domain.devices ?? {}
  const hasScreen = graphics.length > 0 || video.some(({ model }) => model !== 'none')
  if (!hasScreen) writing.sayDevice('autoattachGraphicsDevice', false)
  else {
    const model = videoModel.write(video[0]?.model) ?? (video[0]?.model === undefined ? undefined : 'virtio')
    writing.sayDevice('video.type', model)
  }
  if (serial.length + console.length === 0) writing.sayDevice('autoattachSerialConsole', false)
  const [card] = sound
  if (card !== undefined)
    writing.sayDevice('sound', {
      name: writing.nameFor(card.alias?.name, 'sound'),
      model: soundModel.write(card.model) ?? 'ich9',
    })
  for (const [index, one] of inputs.entries()) {
    if (one.type !== 'tablet') continue
    const said = sayWords(input, { ...one, bus: one.bus ?? 'usb' })
    writing.addDevice('inputs', { name: writing.nameFor(one.alias?.name, `input${index}`), ...said }, [
      'devices',
      'inputs',
      index,
    ])
  }
}
