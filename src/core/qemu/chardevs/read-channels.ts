/** Ports of virtio-serial controllers and forwards to a chardev. The way back of channels.ts and consoles.ts. */
import { type OptionInHand, type Reading, takeSeat } from '../reading/index.ts'
import { readChardev, takeChardev } from './read-chardev.ts'

export function readChannels(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'virtserialport')) {
    const held = takeChardev(reading, option)
    if (held === undefined) continue
    reading.add(
      'channels',
      {
        ...held.end,
        target_type: 'virtio',
        name: option.take('name'),
        ...takeSeat(reading, option),
      },
      [option, ...held.options],
    )
  }
  for (const option of reading.unread('netdev')) readGuestForwards(reading, option)
}

export function readConsoles(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'virtconsole')) {
    const held = takeChardev(reading, option)
    if (held === undefined) continue
    reading.add(
      'console',
      {
        ...held.end,
        target: { type: 'virtio' },
        ...takeSeat(reading, option),
      },
      [option, ...held.options],
    )
  }
}

const guestForward = /^tcp:([\d.]+):(\d+)-chardev:(.+)$/

/** `guestfwd=tcp:10.0.2.1:4600-chardev:ID`, once for each; a command in place of a chardev stays. */
function readGuestForwards(reading: Reading, option: OptionInHand): void {
  if (option.peek('type') !== 'user') return
  const isOne = (key: string) => key === 'guestfwd' || /^guestfwd\.\d+(?:\.str)?$/.test(key)
  const found = option.rest.filter(([key]) => isOne(key)).map(([, value]) => guestForward.exec(value))
  if (found.length === 0 || found.includes(null)) return
  const held = found.map((match) => ({ match, end: readChardev(reading, match?.[3]) }))
  if (held.some(({ end }) => end === undefined || end.options.some(({ rest }) => rest.length > 0))) return
  option.takeAll('guestfwd')
  for (const { match, end } of held) {
    if (end === undefined || match === null) continue
    reading.add(
      'channels',
      {
        ...end.end,
        target_type: 'guestfwd',
        target_address: match[1],
        target_port: Number(match[2]),
      },
      end.options,
    )
  }
  // libvirt makes a network for each channel, which has nothing else to say.
  const id = option.peek('id')
  const isNamed = reading.options.some((one) => one.peek('netdev') === id)
  if (!isNamed && option.rest.every(([key]) => key === 'type' || key === 'id')) option.finish()
}
