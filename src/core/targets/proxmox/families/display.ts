/** Screen, sound, serial ports and the tablet: `vga`, `audio0`, `serial0`, `tablet`. */
import type { UnknownRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import type { Reading } from '../reading.ts'
import { flag, formed, renamed, whole } from '../words/codec.ts'
import type { Pair } from '../words/property-list.ts'
import { heldAt } from '../words/words.ts'
import type { Writing } from '../writing.ts'
import { windowsVersion } from './guest-system.ts'

/** Their cards, and what the Domain has for each. */
const cards: Readonly<Record<string, UnknownRecord>> = {
  std: { model: 'vga' },
  cirrus: { model: 'cirrus' },
  vmware: { model: 'vmvga' },
  virtio: { model: 'virtio' },
  'virtio-gl': { model: 'virtio', accel3d: true },
  qxl: { model: 'qxl' },
  qxl2: { model: 'qxl' },
  qxl3: { model: 'qxl' },
  qxl4: { model: 'qxl' },
}

const memory = whole(4, 512)
const webdav = 'org.spice-space.webdav.0'
const agentOfSpice = 'com.redhat.spice.0'

export function readDisplay(reading: Reading): void {
  readTablet(reading)
  readSerial(reading)
  const list = reading.takeList('vga', 'type')
  const usual = isArm(reading) ? 'virtio' : 'std'
  const type =
    list?.takeAs('type', (text) =>
      /^(?:none|serial[0-3])$/.test(text) || Object.hasOwn(cards, text) ? text : undefined,
    ) ?? usual
  const card = ownValue(cards, type)
  if (type.startsWith('qxl')) addQxl(reading, type)
  else if (card !== undefined) {
    const mebibytes = /^(?:std|virtio)$/.test(type) ? list?.takeAs('memory', memory.read) : undefined
    reading.add('video', { ...card, ...(typeof mebibytes === 'number' ? { vram: mebibytes * 1024 } : {}) })
  }
  if (card !== undefined)
    addViewers(
      reading,
      type,
      list?.takeAs('clipboard', (text) => (text === 'vnc' ? true : undefined)) === true,
    )
  // `vga: none` and a terminal in its place are told apart by this alone.
  else if (type !== 'none') reading.keep('vga.type', type)
  if (list !== undefined) reading.keepLeft('vga', list)
  readSound(reading)
}

function isArm({ domain }: Reading): boolean {
  return heldAt(domain, ['os', 'arch']) === 'aarch64'
}

/** Windows gets a card for each screen, all others one with four; before QEMU 4.1 one with one. */
function addQxl(reading: Reading, type: string): void {
  const count = Number(/\d$/.exec(type)?.[0] ?? 1)
  const [, major = '99', minor = '0'] =
    /-(\d+)\.(\d+)$/.exec(String(heldAt(reading.domain, ['os', 'machine']))) ?? []
  const isOld = Number(major) < 4 || (major === '4' && minor === '0')
  if (windowsVersion(reading.ostype) > 0)
    for (let index = 0; index < count; index += 1)
      reading.add('video', { model: 'qxl', ...(index === 0 ? {} : { ram: 65_536, vram: 32_768 }) })
  else reading.add('video', isOld ? { model: 'qxl' } : { model: 'qxl', heads: 4 })
}

/** Their VNC is always there; a QXL is for SPICE, and on ARM each screen is. */
function addViewers(reading: Reading, type: string, hasClipboard: boolean): void {
  const isQxl = type.startsWith('qxl') || (isArm(reading) && type === 'virtio')
  const enhancements = reading.takeList('spice_enhancements', 'foldersharing')
  const streaming = enhancements?.takeAs('videostreaming', (text) =>
    /^(?:off|all|filter)$/.test(text) ? text : undefined,
  )
  const shares = isQxl && enhancements?.takeAs('foldersharing', flag.read) === true
  if (enhancements !== undefined) reading.keepLeft('spice_enhancements', enhancements)
  reading.add(
    'graphics',
    isQxl ? { type: 'spice', ...(streaming === undefined ? {} : { streaming }) } : { type: 'vnc' },
  )
  if (!isQxl && streaming !== undefined) reading.keep('spice_enhancements.videostreaming', streaming)
  if (type === 'virtio-gl') reading.add('graphics', { type: 'egl-headless' })
  if (hasClipboard)
    reading.add('channels', {
      type: 'qemu-vdagent',
      source: { clipboard: true },
      target_type: 'virtio',
      name: agentOfSpice,
    })
  else if (isQxl) reading.add('channels', { type: 'spicevmc', target_type: 'virtio', name: agentOfSpice })
  if (shares)
    reading.add('channels', {
      type: 'spiceport',
      source: { channel: webdav },
      target_type: 'virtio',
      name: webdav,
    })
}

function readTablet(reading: Reading): void {
  const said = reading.takeAs('tablet', flag.read)
  // SPICE brings its own pointer, and without a screen there is nothing to point at.
  const isNeeded = !/^(?:type=)?(?:qxl|none|serial)/.test(reading.peek('vga') ?? '')
  if (said ?? isNeeded) reading.add('inputs', { type: 'tablet', bus: 'usb' })
}

const soundCards = renamed({ 'ich9-intel-hda': 'ich9', 'intel-hda': 'ich6', AC97: 'ac97' })

function readSound(reading: Reading): void {
  const list = reading.takeList('audio0', 'device')
  const model = list?.takeAs('device', soundCards.read)
  if (list === undefined) return
  if (model !== undefined) {
    reading.add('sound', { model })
    const type =
      list.takeAs('driver', (text) => (text === 'spice' || text === 'none' ? text : undefined)) ?? 'spice'
    reading.add('audio', { id: 1, type })
  }
  reading.keepLeft('audio0', list)
}

const devicePath = formed(/^\/dev\/[\w./-]{1,200}$/)

function readSerial(reading: Reading): void {
  for (const { index, key, value } of reading.takeNumbered('serial', 3)) {
    if (value === 'socket') reading.add('serial', { type: 'pty', target: { port: index } })
    else if (devicePath.read(value) === undefined) reading.keep(key, value)
    else reading.add('serial', { type: 'dev', source: { path: value }, target: { port: index } })
    if (index === 0 && value === 'socket')
      reading.add('console', { type: 'pty', target: { type: 'serial', port: 0 } })
  }
  for (const { index, key, value } of reading.takeNumbered('parallel', 2)) {
    if (devicePath.read(value) === undefined) reading.keep(key, value)
    else reading.add('parallel', { type: 'dev', source: { path: value }, target: { port: index } })
  }
}

export function sayDisplay(writing: Writing): void {
  const { devices } = writing.domain
  const type = vgaOf(writing)
  const pairs: Pair[] = [['type', type]]
  const [card] = devices?.video ?? []
  const mebibytes = card?.vram === undefined ? undefined : memory.write(card.vram / 1024)
  if (mebibytes !== undefined && /^(?:std|virtio)$/.test(type)) pairs.push(['memory', mebibytes])
  if (
    devices?.channels?.some((one) => one.type === 'qemu-vdagent' && one.source?.clipboard === true) === true
  )
    pairs.push(['clipboard', 'vnc'])
  writing.sayList('vga', pairs, 'type')
  const streaming = devices?.graphics?.find((one) => one.type === 'spice')?.streaming
  const shares = devices?.channels?.some(({ name }) => name === webdav) === true
  writing.sayList(
    'spice_enhancements',
    type.startsWith('qxl')
      ? [
          ...(shares ? [['foldersharing', '1'] as const] : []),
          ...(streaming === undefined ? [] : [['videostreaming', streaming] as const]),
        ]
      : [],
  )
  const hasTablet = devices?.inputs?.some((one) => one.type === 'tablet' && one.bus === 'usb') === true
  if (hasTablet === /^(?:qxl|none|serial)/.test(type)) writing.say('tablet', hasTablet ? '1' : '0')
  saySound(writing)
  saySerial(writing)
}

function vgaOf(writing: Writing): string {
  const { devices } = writing.domain
  const [card] = devices?.video ?? []
  const kept = writing.ownValue('vga.type')
  if (card === undefined || card.model === 'none') {
    if (kept !== undefined && /^serial[0-3]$/.test(kept)) return kept
    // libvirt gives a screen only to whoever can look at it.
    if (card === undefined && (devices?.graphics ?? []).some((one) => one.type !== 'egl-headless'))
      return 'std'
    return card === undefined && (devices?.serial ?? []).length > 0 ? 'serial0' : 'none'
  }
  const exact = Object.entries(cards).find(
    ([, one]) => one['model'] === card.model && (one['accel3d'] ?? false) === (card.accel3d ?? false),
  )
  const screens = (devices?.video ?? []).filter(({ model }) => model === 'qxl').length
  if (card.model === 'qxl') return screens > 1 && screens <= 4 ? `qxl${screens}` : 'qxl'
  const alike = Object.entries(cards).find(([, one]) => one['model'] === card.model)
  return exact?.[0] ?? alike?.[0] ?? 'std'
}

function saySound(writing: Writing): void {
  const { sound = [], audio = [] } = writing.domain.devices ?? {}
  const device = soundCards.write(sound[0]?.model) ?? (sound[0] === undefined ? undefined : 'ich9-intel-hda')
  if (device === undefined) return
  const driver = audio[0]?.type === 'spice' || audio[0] === undefined ? 'spice' : 'none'
  writing.sayList('audio0', [
    ['device', device],
    ['driver', driver],
  ])
}

function saySerial(writing: Writing): void {
  const { serial = [], parallel = [] } = writing.domain.devices ?? {}
  for (const [index, { type, source, target }] of serial.entries()) {
    const port = target?.port ?? index
    if (port > 3) continue
    const device = type === 'dev' ? devicePath.write(source?.path) : 'socket'
    writing.say(`serial${port}`, device)
  }
  for (const [index, { source, target }] of parallel.entries()) {
    const port = target?.port ?? index
    if (port <= 2 && source?.path !== undefined && /^\/dev\/(?:parport\d+|usb\/lp\d+)$/.test(source.path))
      writing.say(`parallel${port}`, source.path)
  }
}
