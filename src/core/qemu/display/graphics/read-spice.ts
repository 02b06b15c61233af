import { type OptionInHand, type Reading, takeProperties } from '../../reading/index.ts'
import type { Graphics } from './graphics-decisions.ts'
import { takePassword } from './read-password.ts'
import { addressOf } from './read-vnc.ts'
import { certificates } from './spice.ts'
import { spiceProperties } from './spice-properties.ts'

type Draft = { -readonly [Key in keyof Graphics]: Graphics[Key] }
type Channel = NonNullable<Graphics['channels']>[number]

const channelNames = [
  'main',
  'display',
  'inputs',
  'cursor',
  'playback',
  'record',
  'smartcard',
  'usbredir',
] as const

/** @returns whether there was one */
export function readSpice(reading: Reading, words: { readonly keymap?: string }): boolean {
  const [option, ...more] = reading.unread('spice')
  // QEMU makes one of several, in which the later ones win.
  if (option === undefined || more.length > 0) return false
  const item: Draft = { type: 'spice', keymap: words.keymap }
  if (!takePlace(option, item)) return false
  takePlainPassword(reading, option, item)
  option.drop('x509-dir', certificates)
  takeChannels(option, item)
  Object.assign(item, takeProperties(option, spiceProperties))
  option.drop('seamless-migration')
  if (option.takeBoolean('gl') === true) item.gl = { enable: 'yes', rendernode: option.take('rendernode') }
  reading.add('graphics', item, [option])
  return true
}

/** False when it listens nowhere that can be said. */
function takePlace(option: OptionInHand, item: Draft): boolean {
  if (option.takeBoolean('unix') === true) {
    item.listen = [{ type: 'socket', socket: option.take('addr') }]
    option.drop('port', '0')
    return true
  }
  const port = option.takeNumber('port') ?? 0
  const tlsPort = option.takeNumber('tls-port') ?? 0
  if (port === 0 && tlsPort === 0) {
    item.listen = [{ type: 'none' }]
    option.drop('addr')
    return true
  }
  if (port > 65535 || tlsPort > 65535) return false
  if (port > 0) item.port = port
  if (tlsPort > 0) item.tls_port = tlsPort
  item.listen = [{ type: 'address', address: addressOf(option.take('addr')) }]
  return true
}

function takePlainPassword(reading: Reading, option: OptionInHand, item: Draft): void {
  const isOpen = option.takeBoolean('disable-ticketing') === true
  item.passwd = option.take('password')
  takePassword(reading, option, item)
  if (isOpen || item.passwd !== undefined || option.peek('password-secret') !== undefined) return
  reading.findings.push({
    code: 'argv.differs',
    severity: 'advice',
    path: [],
    message:
      'SPICE waits for a password that the command line does not hold, and libvirt asks for none without passwd: say it.',
  })
}

/** Channels that nobody knows leave the whole option as it is. */
function takeChannels(option: OptionInHand, item: Draft): void {
  const channels: Channel[] = []
  for (const [key, mode] of [
    ['tls-channel', 'secure'],
    ['plaintext-channel', 'insecure'],
  ] as const) {
    const names = option.rest.filter(([name]) => name === key).map(([, value]) => value)
    const known = names.flatMap((name) => channelNames.find((one) => one === name) ?? [])
    const others = names.filter((name) => !channelNames.some((one) => one === name))
    if (!others.every((name) => name === 'default')) continue
    option.takeAll(key)
    if (others.length > 0) item.default_mode = mode
    for (const name of known) channels.push({ name, mode })
  }
  if (channels.length > 0) item.channels = channels
}
