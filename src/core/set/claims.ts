/** What only one VM of a host can have: each is a line of the table, with how a design says that it wants it. */
import { fileNameOf } from '../bundle/index.ts'
import type { Path, Severity } from '../finding.ts'
import type { Resolved } from '../resolve/index.ts'
import { forwardsOf, type HostPorts, hostdevIdentity, specPath } from '../rules/index.ts'
import { isRecord } from '../table/index.ts'
import { cpusOf } from '../text/index.ts'
import type { SetFinding } from './set.ts'

/** One thing that a VM wants for itself. */
export interface Claim {
  /** Two claims of one key clash. */
  readonly key: string
  /** In the design; undefined for the name, which stands outside. */
  readonly path: Path | undefined
  /** As a sentence has it: 'the MAC address 52:54:00:12:34:56'. */
  readonly what: string
}

export interface OneOfEach {
  readonly code: SetFinding['code']
  readonly severity: Severity
  claims(resolved: Resolved): Iterable<Claim>
  /** What is to be done, as a sentence. */
  readonly advice: string
}

export const oneOfEach: readonly OneOfEach[] = [
  {
    code: 'set.name-twice',
    severity: 'error',
    advice: 'Give each VM a name of its own.',
    // Each has its folder and its files by that name.
    claims: ({ design: { name } }) => [
      { key: fileNameOf(name), path: undefined, what: `the name ${fileNameOf(name)}` },
    ],
  },
  {
    code: 'set.mac-twice',
    severity: 'error',
    advice: 'Give each card an address of its own, or leave it out and libvirt makes one up.',
    *claims(resolved) {
      for (const [index, { mac }] of (resolved.domain.devices?.interfaces ?? []).entries())
        if (mac?.address !== undefined)
          yield {
            key: mac.address.toLowerCase(),
            path: specPath(resolved, ['devices', 'interfaces', index, 'mac', 'address']),
            what: `the MAC address ${mac.address}`,
          }
    },
  },
  {
    code: 'set.uuid-twice',
    severity: 'error',
    advice: 'Leave it out, and libvirt makes one up.',
    claims: (resolved) => {
      const { uuid } = resolved.domain
      if (uuid === undefined || uuid === '') return []
      const key = uuid.replace(/[^0-9a-f]/gi, '').toLowerCase()
      return [{ key, path: specPath(resolved, ['uuid']), what: `the UUID ${uuid}` }]
    },
  },
  {
    code: 'set.address-twice',
    severity: 'error',
    advice: 'Give each guest an address of its own.',
    claims: staticAddresses,
  },
  {
    code: 'set.device-twice',
    severity: 'error',
    advice: 'A device is with one guest at a time: give it to one of them.',
    *claims(resolved) {
      for (const [index, hostdev] of (resolved.domain.devices?.hostdevs ?? []).entries()) {
        const key = hostdevIdentity(hostdev)
        if (key !== undefined)
          yield {
            key,
            path: specPath(resolved, ['devices', 'hostdevs', index]),
            what: 'the same device of the host',
          }
      }
    },
  },
  {
    code: 'set.disk-twice',
    severity: 'error',
    advice: 'Two guests that write to one disk destroy it: give each its own, or make it read-only.',
    claims: writtenFiles,
  },
  {
    code: 'set.pin-shared',
    severity: 'warning',
    advice: 'They take turns there: give each vCPU a CPU of its own.',
    *claims(resolved) {
      for (const [index, { cpuset }] of (resolved.domain.cputune?.vcpupin ?? []).entries()) {
        const cpu = cpusOf(cpuset ?? '')?.only
        if (cpu !== undefined)
          yield {
            key: String(cpu),
            path: specPath(resolved, ['cputune', 'vcpupin', index, 'cpuset']),
            what: `a vCPU pinned to CPU ${cpu} of the host`,
          }
      }
    },
  },
]

/** Guests behind a user network are each in a network of their own, where an address may be the same. */
function* staticAddresses({ design, domain }: Resolved): Iterable<Claim> {
  const cards = domain.devices?.interfaces ?? []
  if (cards.every(({ type }) => type === 'user')) return
  const ethernets = design.spec.cloud_init?.network?.ethernets
  if (!isRecord(ethernets)) return
  for (const [card, held] of Object.entries(ethernets)) {
    const addresses: unknown = isRecord(held) ? held['addresses'] : undefined
    if (!Array.isArray(addresses)) continue
    for (const [index, said] of addresses.entries()) {
      // netplan: a text, or a map of one key that is the address.
      const text: unknown = isRecord(said) ? Object.keys(said)[0] : said
      if (typeof text !== 'string') continue
      const address = text.replace(/\/.*$/s, '').toLowerCase()
      yield {
        key: address,
        path: ['cloud_init', 'network', 'ethernets', card, 'addresses', index],
        what: `the static address ${address}`,
      }
    }
  }
}

function* writtenFiles(resolved: Resolved): Iterable<Claim> {
  const { devices, os } = resolved.domain
  for (const [index, disk] of (devices?.disks ?? []).entries()) {
    const { device = 'disk', readonly, shareable, source } = disk
    if (device === 'cdrom' || readonly === true || shareable === true) continue
    const { pool, volume } = source ?? {}
    const key = source?.file ?? source?.dev ?? (volume === undefined ? undefined : `${pool ?? ''}/${volume}`)
    if (key !== undefined)
      yield { key, path: specPath(resolved, ['devices', 'disks', index, 'source']), what: `the disk ${key}` }
  }
  const nvram = os?.nvram?.value ?? os?.nvram?.source?.file
  if (nvram !== undefined)
    yield {
      key: nvram,
      path: specPath(resolved, ['os', 'nvram']),
      what: `the variables of the firmware in ${nvram}`,
    }
}

/** Ports of the host that a VM listens at. */
export interface PortClaim extends HostPorts {
  readonly path: Path
  readonly what: string
}

/** Forwards into the guest, and screens that have a port of their own. */
export function portClaims(resolved: Resolved): readonly PortClaim[] {
  const forwards = forwardsOf(resolved.design)
  const screens = (resolved.domain.devices?.graphics ?? []).flatMap(
    ({ port, tls_port: tls, listen }, index) => {
      const [first] = listen ?? []
      const address = first?.address ?? '127.0.0.1'
      const keys = { port, tls_port: tls }
      return Object.entries(keys).flatMap(([key, held]): PortClaim[] => {
        const number = Number(held ?? -1)
        if (!(number > 0)) return []
        const path = specPath(resolved, ['devices', 'graphics', index, key])
        return [
          { proto: 'tcp', address, dev: undefined, first: number, last: number, path, what: 'the screen' },
        ]
      })
    },
  )
  return [...forwards, ...screens]
}
