/** Port forwards of slirp and of passt to those of the Domain. The way back of port-forwards.ts and passt.ts. */
import type { Interface, Item } from '../../domain/index.ts'

type PortForward = Item<Interface['port_forwards']>
type Range = Item<PortForward['ranges']>

/** The address that slirp hands to the first guest. */
const slirpGuest = '10.0.2.15'

/**
 * `tcp::2222-:22`, `tcp:127.0.0.1:8080-10.0.2.15:80`.
 *
 * @returns undefined when one of them is nothing that the Domain can say
 */
export function readSlirpForwards(texts: readonly string[]): PortForward[] | undefined {
  const forwards: PortForward[] = []
  for (const text of texts) {
    const match = /^(tcp|udp)?:([\d.]*):(\d{1,5})-([\d.]*):(\d{1,5})$/.exec(text)
    if (match === null) return undefined
    const [, proto, address = '', start, guest = '', to] = match
    if (guest !== '' && guest !== slirpGuest) return undefined
    if (!isPort(start) || !isPort(to)) return undefined
    add(forwards, proto === 'udp' ? 'udp' : 'tcp', address === '' ? '0.0.0.0' : address, {
      start: Number(start),
      to: start === to ? undefined : Number(to),
    })
  }
  return forwards
}

/** 0 has QEMU choose a port, which a Domain cannot say. */
function isPort(digits: string | undefined): boolean {
  const port = Number(digits)
  return port >= 1 && port <= 65_535
}

/** Forwards of one address stand together. */
function add(forwards: PortForward[], proto: 'tcp' | 'udp', address: string, range: Range): void {
  const last = forwards.at(-1)
  if (last?.proto === proto && last.address === address)
    forwards[forwards.length - 1] = { ...last, ranges: [...(last.ranges ?? []), range] }
  else forwards.push({ proto, address, ranges: [range] })
}

/** The forwards among passt's arguments: `--tcp-ports 127.0.0.1/2222:22`. passt(1). */
export function readPasstForwards(words: readonly string[]): PortForward[] {
  const forwards: PortForward[] = []
  for (const [index, word] of words.entries()) {
    const proto = /^(?:-t|--tcp-ports)$/.test(word)
      ? 'tcp'
      : /^(?:-u|--udp-ports)$/.test(word)
        ? 'udp'
        : undefined
    const match =
      proto === undefined
        ? null
        : /^(?:([^/%]*)(?:%([^/]*))?\/)?([\d,:~-]+|all)$/.exec(words[index + 1] ?? '')
    if (proto === undefined || match === null) continue
    const [, address, dev, ports = ''] = match
    forwards.push({
      proto,
      address: address === '' ? undefined : address,
      dev,
      ranges: ports === 'all' ? undefined : ports.split(',').map(readPasstRange),
    })
  }
  return forwards
}

/** `2222:22`, `5000-5010:6000-6010`, `~5003`. */
function readPasstRange(text: string): Range {
  const [here = '', there] = text.replace(/^~/, '').split(':')
  const [start, end] = here.split('-').map(Number)
  const to = there === undefined ? undefined : Number(there.split('-')[0])
  return { start, end, to: to === start ? undefined : to, exclude: text.startsWith('~') ? true : undefined }
}
