/**
 * A Domain as libvirt keeps it. What it answers otherwise than it was told ends an apply with "Provider produced
 * inconsistent result after apply" (dmacvicar/terraform-provider-libvirt, issues 1319, 1326, 1327).
 */
import { withoutLive } from '../../compare/index.ts'
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'

export interface LeftToLibvirt {
  readonly path: Path
  /** What it is, as the beginning of a sentence goes on: 'the name of a device'. */
  readonly what: string
}

/** @returns the Domain without what libvirt says itself, and what that is */
export function keptDomain(domain: Domain): {
  readonly domain: Domain
  readonly left: readonly LeftToLibvirt[]
} {
  const defined = withoutLive(domain, true)
  const ofFirmware = withoutFirmwareFiles(defined.domain)
  const ofChannels = withoutChannelSockets(ofFirmware.domain)
  return { domain: ofChannels.domain, left: [...defined.left, ...ofFirmware.left, ...ofChannels.left] }
}

const fileWords = {
  loader: ['value', 'readonly', 'type', 'format'],
  nvram: ['template', 'template_format'],
} as const

/** libvirt chooses the files itself, and answers with those of its choice (issue 1327). */
function withoutFirmwareFiles(domain: Domain): {
  readonly domain: Domain
  readonly left: readonly LeftToLibvirt[]
} {
  const { os } = domain
  if (os?.firmware === undefined) return { domain, left: [] }
  const left: LeftToLibvirt[] = []
  const without = <T extends object>(held: T | undefined, key: keyof typeof fileWords): T | undefined => {
    if (held === undefined) return undefined
    const kept = { ...held }
    for (const word of fileWords[key])
      if (Object.hasOwn(held, word)) {
        left.push({ path: ['os', key, word], what: 'a file of the firmware' })
        Reflect.deleteProperty(kept, word)
      }
    return Object.keys(kept).length > 0 ? kept : undefined
  }
  const { loader, nvram, ...others } = os
  const keptLoader = without(loader, 'loader')
  const keptNvram = without(nvram, 'nvram')
  const kept = { ...(keptLoader && { loader: keptLoader }), ...(keptNvram && { nvram: keptNvram }) }
  return left.length === 0 ? { domain, left } : { domain: { ...domain, os: { ...others, ...kept } }, left }
}

/** Where libvirt makes the sockets of channels by itself; a path there is dropped (qemuDomainChrDefDropDefaultPath). */
const ownSockets = /^\/(?:var\/lib|var\/run|run)\/libvirt\/qemu\/channel\//

function withoutChannelSockets(domain: Domain): {
  readonly domain: Domain
  readonly left: readonly LeftToLibvirt[]
} {
  const channels = domain.devices?.channels
  if (channels === undefined) return { domain, left: [] }
  const left: LeftToLibvirt[] = []
  const kept = channels.map((channel, index) => {
    if (!ownSockets.test(String(channel.source?.path ?? ''))) return channel
    left.push({ path: ['devices', 'channels', index, 'source'], what: 'the socket of a channel' })
    const { source: _, ...others } = channel
    return others
  })
  if (left.length === 0) return { domain, left }
  return { domain: { ...domain, devices: { ...domain.devices, channels: kept } }, left }
}
