import { firstPort, firstWebsocket } from '../../../complete/index.ts'
import { type Reading, takeWord } from '../../reading/index.ts'
import { takeAudiodev } from '../sound/audio-names.ts'
import type { Graphics } from './graphics-decisions.ts'
import { takePassword } from './read-password.ts'

type Draft = { -readonly [Key in keyof Graphics]: Graphics[Key] }

/**
 * Reads `-vnc`, and `-display vnc=…`, which is the same.
 *
 * @returns whether there was one
 */
export function readVnc(reading: Reading, words: { readonly keymap?: string }): boolean {
  const options = [
    ...reading.unread('vnc'),
    ...reading.unread('display').filter((option) => option.peek('vnc') !== undefined),
  ]
  let isFirst = true
  for (const option of options) {
    const place = placeOf(option.peek('vnc') ?? '')
    if (place === undefined) continue
    option.take('vnc')
    const item: Draft = { type: 'vnc', port: place.port, listen: [place.listen] }
    const websocket = option.peek('websocket')
    if (websocket === 'on' && place.port !== undefined) {
      option.take('websocket')
      item.websocket = place.port - firstPort + firstWebsocket
    } else item.websocket = option.takeNumber('websocket')
    item.share_policy = takeWord(option, ['allow-exclusive', 'force-shared', 'ignore'], 'share')
    item.power_control = option.takeBoolean('power-control')
    option.drop('password', 'off')
    option.drop('id')
    takePassword(reading, option, item)
    item.audio = takeAudiodev(reading, option)
    if (isFirst) item.keymap = words.keymap
    isFirst = false
    reading.add('graphics', item, [option])
  }
  return !isFirst
}

interface Place {
  readonly port: number | undefined
  readonly listen: NonNullable<Graphics['listen']>[number]
}

/** `HOST:N`, `[ADDRESS]:N`, `unix:PATH` and `none`; a connection to a viewer is none of libvirt's. */
function placeOf(text: string): Place | undefined {
  if (text === 'none') return { port: undefined, listen: { type: 'none' } }
  if (text.startsWith('unix:')) return { port: undefined, listen: { type: 'socket', socket: text.slice(5) } }
  const [, bracketed, bare, digits] = /^(?:\[([^\]]+)\]|([^:[\]]*)):(\d{1,5})$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const port = firstPort + Number(digits)
  if (port > 65535) return undefined
  return { port, listen: { type: 'address', address: addressOf(bracketed ?? bare) } }
}

/** QEMU listens everywhere when no address is said, libvirt on this host alone. */
export function addressOf(text: string | undefined): string {
  return text === undefined || text === '' ? '0.0.0.0' : text
}
