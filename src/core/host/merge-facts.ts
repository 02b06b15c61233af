/** One HostFacts out of what several texts said. */
import type { Finding } from '../finding.ts'
import type { HostEmulator, HostFacts, HostNumaNode } from './facts.ts'
import { formatPciAddress } from './pci-address.ts'
import type { PciDevice } from './pci-device.ts'
import { known } from './readers/reader.ts'
import { joinUsb, withPorts } from './usb-merge.ts'

/**
 * Puts parts together: lists by what their items are (PCI address, USB port, number of the CPU or node), everything
 * else by key. What comes later wins; an item that knows more keeps what it knows, and no item is taken away.
 * @param parts in the order in which they came
 * @returns the facts, and findings (warnings) where two parts cannot be of one machine: `host.merge.conflict`
 */
export function mergeHostFacts(parts: readonly HostFacts[]): {
  readonly facts: HostFacts
  readonly findings: readonly Finding[]
} {
  const merger = new Merger()
  let facts: HostFacts = {}
  for (const part of parts) facts = merger.merge(facts, part)
  return { facts: withGroups(withPorts(facts)), findings: merger.findings }
}

class Merger {
  readonly findings: Finding[] = []

  merge(before: HostFacts, later: HostFacts): HostFacts {
    this.compare('processor', before.cpu?.model, later.cpu?.model, ['cpu', 'model'])
    // Most texts leave out the CPUs that are off.
    const count = (facts: HostFacts) =>
      facts.cpu?.threads?.filter(({ online }) => online !== false).length.toString()
    this.compare('number of CPUs', count(before), count(later), ['cpu', 'threads'])
    this.compare('architecture', before.arch, later.arch, ['arch'])
    const merged: HostFacts = {
      ...plain(before, later),
      ...listOf(
        'pci',
        before,
        later,
        (device) => formatPciAddress(device.address),
        (old, next) => this.pci(old, next),
      ),
      ...listOf('pci_groups', before, later, ({ address }) => address),
      ...joinUsb(before, later),
      ...listOf('usb_ports', before, later, ({ bus, device }) => `${bus}/${device}`),
      ...listOf('mdevs', before, later, ({ uuid }) => uuid.toLowerCase()),
      ...listOf('numa', before, withoutWholeHost(before, later), ({ node }) => String(node), joinNode),
      ...listOf('hugetlbfs', before, later, ({ path }) => path),
      ...listOf('render_nodes', before, later, ({ path }) => path),
      ...listOf('block_devices', before, later, ({ name, path }) => name ?? path),
      ...listOf(
        'network_devices',
        before,
        later,
        ({ name }) => name,
        (old, next) => ({
          ...old,
          ...next,
          kind: next.kind === 'other' ? old.kind : next.kind,
        }),
      ),
      ...listOf('networks', before, later, ({ name }) => name),
      ...listOf('pools', before, later, ({ name }) => name),
      ...listOf('emulators', before, later, ({ arch }) => arch, joinEmulator),
      ...listOf('firmware', before, later, ({ path, vars }) => `${path} ${vars}`),
    }
    const cpu = joinCpu(before, later)
    return cpu === undefined ? merged : { ...merged, cpu }
  }

  private pci(old: PciDevice, next: PciDevice): PciDevice {
    const ids = (device: PciDevice) => `${device.vendor_id}:${device.device_id}`
    const address = formatPciAddress(next.address)
    if (ids(old) !== ids(next))
      this.conflict(`At ${address} stands ${ids(old)} in one text and ${ids(next)} in another`, ['pci'])
    return {
      ...old,
      ...next,
      // libvirt and the probe may not know names; libvirt's tests have classes of all ones.
      class_code: next.class_code === 'ffff' ? old.class_code : next.class_code,
      class_name: next.class_name === '' ? old.class_name : next.class_name,
      name: next.name === '' ? old.name : next.name,
    }
  }

  private compare(
    what: string,
    old: string | undefined,
    next: string | undefined,
    path: readonly string[],
  ): void {
    if (old === undefined || next === undefined || old === next) return
    this.conflict(`The ${what} is ${old} in one text and ${next} in another`, path)
  }

  /** Named ten times at most: two machines differ in every device. */
  private conflict(what: string, path: readonly string[]): void {
    if (this.findings.length >= 10) return
    const message = `${what}: these are of two machines, or the machine has changed. The later one counts; drop the text that is wrong.`
    this.findings.push({ code: 'host.merge.conflict', severity: 'warning', path, message })
  }
}

/** Puts the groups of sysfs at the functions whose group nobody else said. */
function withGroups(facts: HostFacts): HostFacts {
  if (facts.pci === undefined || facts.pci_groups === undefined) return facts
  const groups = new Map(facts.pci_groups.map(({ address, iommu_group: group }) => [address, group]))
  const pci = facts.pci.map((device) =>
    device.iommu_group === undefined
      ? { ...device, ...known('iommu_group', groups.get(formatPciAddress(device.address))) }
      : device,
  )
  return { ...facts, pci }
}

/** Everything that is no list of things: maps by key, the rest as it was said last. */
function plain(before: HostFacts, later: HostFacts): HostFacts {
  const unread = [...new Set([...(before.unread ?? []), ...(later.unread ?? [])])]
  const words = [...new Set([...(before.bridge_allowed ?? []), ...(later.bridge_allowed ?? [])])]
  return {
    ...before,
    ...later,
    ...known('user', joined(before.user, later.user)),
    ...known('paths', joined(before.paths, later.paths)),
    ...known('kernel', joined(before.kernel, later.kernel)),
    ...known('boot', joined(before.boot, later.boot)),
    ...known('programs', joined(before.programs, later.programs)),
    ...(before.bridge_allowed === undefined && later.bridge_allowed === undefined
      ? {}
      : { bridge_allowed: words }),
    ...(before.unread === undefined && later.unread === undefined ? {} : { unread }),
  }
}

function joined<T extends object>(old: T | undefined, next: T | undefined): T | undefined {
  return old === undefined || next === undefined ? (next ?? old) : { ...old, ...next }
}

type ListKey = {
  [K in keyof HostFacts]-?: NonNullable<HostFacts[K]> extends readonly object[] ? K : never
}[keyof HostFacts]
type Item<K extends ListKey> = NonNullable<HostFacts[K]>[number]

/** One list by the identity of its items; items keep their first place. */
function listOf<K extends ListKey>(
  key: K,
  before: HostFacts,
  later: HostFacts,
  identity: (item: Item<K>) => string,
  join: (old: Item<K>, next: Item<K>) => Item<K> = (old, next) => ({ ...old, ...next }),
): { readonly [key in K]?: Item<K>[] } {
  const old: readonly Item<K>[] | undefined = before[key]
  const next: readonly Item<K>[] | undefined = later[key]
  const result: { [key in K]?: Item<K>[] } = {}
  if (old === undefined && next === undefined) return result
  const items = new Map<string, Item<K>>()
  for (const item of [...(old ?? []), ...(next ?? [])]) {
    const id = identity(item)
    const known = items.get(id)
    items.set(id, known === undefined ? item : join(known, item))
  }
  result[key] = [...items.values()]
  return result
}

/** A node without CPUs is all memory of the host (/proc/meminfo), and says nothing where there are several nodes. */
function withoutWholeHost(before: HostFacts, later: HostFacts): HostFacts {
  if (later.numa === undefined || (before.numa ?? []).length < 2) return later
  return { ...later, numa: later.numa.filter(({ cpus }) => cpus !== undefined) }
}

function joinNode(old: HostNumaNode, next: HostNumaNode): HostNumaNode {
  const pools = new Map((old.huge_pages ?? []).map((pool) => [pool.size_kib, pool]))
  for (const pool of next.huge_pages ?? []) pools.set(pool.size_kib, { ...pools.get(pool.size_kib), ...pool })
  return { ...old, ...next, ...(pools.size === 0 ? {} : { huge_pages: [...pools.values()] }) }
}

function joinEmulator(old: HostEmulator, next: HostEmulator): HostEmulator {
  const union = (key: 'machines' | 'domain_types') => {
    const words = [...new Set([...(old[key] ?? []), ...(next[key] ?? [])])]
    return words.length === 0 ? {} : { [key]: words }
  }
  return { ...old, ...next, ...union('machines'), ...union('domain_types') }
}

function joinCpu(before: HostFacts, later: HostFacts): HostFacts['cpu'] {
  if (before.cpu === undefined || later.cpu === undefined) return later.cpu ?? before.cpu
  // lscpu counts cores over the host, /proc/cpuinfo over the socket: a text of fewer CPUs must not mix the two.
  const old = before.cpu.threads ?? []
  const next = later.cpu.threads ?? []
  const [less, more] = next.length < old.length ? [next, old] : [old, next]
  const threads = new Map(less.map((thread) => [thread.cpu, thread]))
  for (const thread of more) threads.set(thread.cpu, { ...threads.get(thread.cpu), ...thread })
  const sorted = [...threads.values()].sort((a, b) => a.cpu - b.cpu)
  return { ...before.cpu, ...later.cpu, ...(sorted.length === 0 ? {} : { threads: sorted }) }
}
