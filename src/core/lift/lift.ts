/**
 * The way back: from a Domain to the shortest VmSpec that resolves to it again. Everything is said first; then each
 * shorter way of saying it is tried, and kept when the Domain stays the same.
 */
import type { Domain } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { resolve } from '../resolve/index.ts'
import type { Design, VmSpec } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { pruned } from './prune.ts'
import { missingFrom, sameValue } from './same-value.ts'
import { shorterWays } from './shorter-ways.ts'

/**
 * The shortest design that resolves to this Domain.
 *
 * @param host the host that resolve will be given too; defaults depend on it
 */
export function lift(domain: Domain, host: HostFacts | undefined): Design {
  const { name = 'imported', ...libvirt } = domain
  const target: Domain = { ...domain, name }
  const check = (spec: VmSpec) => withLeftOut(name, spec, target, host)
  const explicit: VmSpec = {
    source: { kind: 'imported', libvirt_name: name },
    libvirt: { ...libvirt, devices: { ...noDefaultDevices, ...libvirt.devices } },
  }
  let spec = check(explicit) ?? explicit
  for (const way of shorterWays) {
    const shorter = way(spec)
    if (shorter) spec = check(shorter) ?? spec
  }
  const resolved = (shorter: VmSpec) => resolve({ name, spec: shorter }, host).domain
  return { name, spec: pruned(withoutUndefined(spec), target, resolved) }
}

/** The same for a Domain that was read from a command line: QEMU runs it, without libvirt. */
export function liftForQemu(domain: Domain, host: HostFacts | undefined): Design {
  const { name, spec } = lift(domain, host)
  return { name, spec: { ...spec, backend: 'qemu' } }
}

/** An empty list says that there is none; without it resolve would add one. */
const noDefaultDevices = { interfaces: [], serial: [], console: [] } as const

/**
 * The spec together with what resolve must not add.
 *
 * @returns undefined when it does not resolve to the target whatever is left out
 */
function withLeftOut(
  name: string,
  spec: VmSpec,
  target: Domain,
  host: HostFacts | undefined,
): VmSpec | undefined {
  const { leave_out: _, ...libvirt } = spec.libvirt ?? {}
  const bare: VmSpec = { ...spec, libvirt }
  const resolved = resolve({ name, spec: bare }, host).domain
  if (sameValue(resolved, target)) return bare
  const added = missingFrom(target, resolved)
  if (added.length === 0) return undefined
  const candidate: VmSpec = { ...bare, libvirt: { ...libvirt, leave_out: added.map(formatPath) } }
  return sameValue(resolve({ name, spec: candidate }, host).domain, target) ? candidate : undefined
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
