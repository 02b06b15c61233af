/** Channels between host and guest. libvirt manual, Channel. */
import type { Devices, Item } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, idOf, leftOut, report } from '../build/index.ts'
import { type Decisions, placeDecisions, quiet, written } from '../decisions/index.ts'
import { options } from '../words/options.ts'
import { device, emitPairs, place } from '../writing/index.ts'
import { type Chardev, chardevDecisions, renderChardev } from './chardev.ts'

export type Channel = Item<Devices['channels']>

export const channelDecisions: Decisions<Channel> = {
  ...chardevDecisions,
  path: written,
  target_type: written,
  name: written,
  target_state: quiet('What libvirt reports of a running VM.'),
  target_address: written,
  target_port: written,
  ...placeDecisions,
}

/** Every channel is a port of a virtio-serial controller, but for those that are an address of a user network. */
export function renderChannels(build: Build): void {
  for (const [index, channel] of (build.devices.channels ?? []).entries()) {
    const path = ['devices', 'channels', index]
    const { target_type: target = 'virtio' } = channel
    if (target === 'xen') {
      leftOut(build, path, 'The channel is left out: it belongs to Xen.')
      continue
    }
    const id = idOf(build, channel.alias, `channel${index}`, path)
    const name = target === 'virtio' ? (channel.name ?? nameOf(channel.type)) : undefined
    const socketName = `${(name ?? `channel${index}`).replaceAll('/', '_')}.sock`
    if (!renderChardev(build, withSource(channel), `char${id}`, socketName, path)) continue
    if (target === 'guestfwd') renderGuestForward(build, channel, id, path)
    else
      device(build, 'virtserialport', path, place(build, channel.address), { chardev: `char${id}`, id, name })
  }
}

/** The socket may be said by its path alone. */
function withSource(channel: Channel): Chardev {
  const { path } = channel
  return path === undefined ? channel : { ...channel, source: { ...channel.source, path } }
}

/** The name that the agent in the guest looks for. */
export function nameOf(type: string | undefined): string | undefined {
  return type === 'spicevmc' || type === 'qemu-vdagent' ? 'com.redhat.spice.0' : undefined
}

/** `tcp:10.0.2.1:4600-chardev:charchannel0`. QEMU manual, -netdev user (guestfwd). */
export function guestForward(channel: Channel, chardev: string): string {
  return `tcp:${channel.target_address ?? ''}:${channel.target_port ?? ''}-chardev:${chardev}`
}

/**
 * libvirt makes a user network of its own for the channel, which no card is connected to: nothing in the guest could
 * reach it. So the forward stands with the first user network there is.
 */
function renderGuestForward(build: Build, channel: Channel, id: string, path: Path): void {
  const forward = guestForward(channel, `char${id}`)
  const at = build.arguments.findIndex(
    ({ option, value }) => option === '-netdev' && value?.startsWith('user,') === true,
  )
  const network = build.arguments[at]
  if (network === undefined) {
    emitPairs(build, '-netdev', path, 'user', { id, guestfwd: forward })
    report(
      build,
      'qemu.differs',
      path,
      'No card is on a user network, so that the guest can’t reach the channel: add an interface of type user.',
      'warning',
    )
  } else
    build.arguments[at] = {
      ...network,
      value: `${network.value ?? ''},${options('', { guestfwd: forward })}`,
    }
}
