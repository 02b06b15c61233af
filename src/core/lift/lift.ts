/**
 * The way back: from a Domain to the shortest VmSpec that resolves to it again. Everything is said first; then each
 * shorter way of saying it is tried, and kept when the Domain stays the same.
 */
import type { Domain } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { resolve } from '../resolve/index.ts'
import { type Design, type VmSpec, withoutDefaults } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { pruned } from './prune.ts'
import { missingFrom, sameValue } from './same-value.ts'
import { shorterWays } from './shorter-ways.ts'

/**
 * The shortest design that resolves to this Domain.
 *
 * @param host the host that resolve will be given too; defaults depend on it
 * @param said what the design says in any case, since it is not in the Domain
 */
export function lift(domain: Domain, host: HostFacts | undefined, said: Said = {}): Design {
  const { name = 'imported', ...libvirt } = domain
  const target: Domain = { ...domain, name }
  // Texts and links leave defaults out, so that what is left has to be the same Domain.
  const resolved = (spec: VmSpec) =>
    resolve({ name, spec: withoutDefaults({ ...spec, ...said }) }, host).domain
  const check = (spec: VmSpec) => withLeftOut(spec, target, resolved)
  const explicit: VmSpec = {
    source: { kind: 'imported', libvirt_name: name },
    libvirt: { ...libvirt, devices: { ...noDefaultDevices, ...libvirt.devices } },
  }
  let spec = check(explicit) ?? explicit
  for (const way of shorterWays) {
    const shorter = way(spec)
    if (shorter) spec = check(shorter) ?? spec
  }
  return { name, spec: { ...pruned(withoutUndefined(spec), target, resolved), ...said } }
}

/** The same for a Domain that was read from a command line: QEMU runs it, without libvirt. */
export function liftForQemu(domain: Domain, host: HostFacts | undefined): Design {
  return lift(domain, host, { backend: 'qemu' })
}

type Said = Pick<VmSpec, 'backend' | 'guest' | 'nested'>

/** An empty list says that there is none; without it resolve would add one. */
const noDefaultDevices = { interfaces: [], serial: [], console: [] } as const

/**
 * The spec together with what resolve must not add.
 *
 * @returns undefined when it does not resolve to the target whatever is left out
 */
function withLeftOut(spec: VmSpec, target: Domain, resolved: (spec: VmSpec) => Domain): VmSpec | undefined {
  const { leave_out: _, ...libvirt } = spec.libvirt ?? {}
  const bare: VmSpec = { ...spec, libvirt }
  const now = resolved(bare)
  if (sameValue(now, target)) return bare
  const added = missingFrom(target, now)
  if (added.length === 0) return undefined
  const candidate: VmSpec = { ...bare, libvirt: { ...libvirt, leave_out: added.map(formatPath) } }
  return sameValue(resolved(candidate), target) ? candidate : undefined
}

function withoutUndefined(spec: VmSpec): VmSpec {
  const said = (held: unknown): unknown => {
    if (Array.isArray(held)) return held.map(said)
    if (!isRecord(held)) return held
    const entries = Object.entries(held).filter(([, value]) => value !== undefined)
    return Object.fromEntries(entries.map(([key, value]) => [key, said(value)]))
  }
  const cleaned = said(spec)
  return isRecord(cleaned) ? cleaned : spec
}
