/** What clashes between the VMs of a set, and what they want together of one host. */
import type { Finding, Path } from '../finding.ts'
import { type HostFacts, hugePages } from '../host/index.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import { collide } from '../rules/index.ts'
import { formatSize, sizeInBytes } from '../table/index.ts'
import { oneOfEach, type PortClaim, portClaims } from './claims.ts'
import type { SetFinding, SetPlace } from './set.ts'
import type { SetVm } from './vms-of-set.ts'

interface Held {
  readonly vm: SetVm
  readonly resolved: Resolved
}

/** Who has something first, and where it is said. */
interface Claimant {
  readonly held: Held
  readonly path: Path | undefined
}

/**
 * Compares the VMs with one another: they are to run on one host at once. Codes `set.*`; each is said of the later row,
 * and names the VM that has it already.
 *
 * @param host what is said about memory needs it
 */
export function checkSet(vms: readonly SetVm[], host: HostFacts | undefined): readonly SetFinding[] {
  const all = vms.map((vm) => ({ vm, resolved: resolve(vm.design, host) }))
  return [...claimedTwice(all), ...portsTwice(all), ...memoryOf(all, host), ...hugePagesOf(all, host)]
}

function claimedTwice(all: readonly Held[]): readonly SetFinding[] {
  return oneOfEach.flatMap(({ code, severity, claims, advice }) => {
    const firstOf = new Map<string, Claimant>()
    return all.flatMap((held): SetFinding[] => {
      const found = new Map<string, SetFinding>()
      for (const { key, path, what } of claims(held.resolved)) {
        const first = firstOf.get(key)
        if (first === undefined) firstOf.set(key, { held, path })
        // Twice in one VM is for the rules about one.
        else if (first.held !== held && !found.has(key)) {
          const message = `${nameOf(held)} has ${what}, and so has ${nameOf(first.held)}. ${advice}`
          const finding: Finding = { code, severity, path: path ?? [], message }
          found.set(key, { ...finding, ...placeOf(held, path), other: placeOf(first.held, first.path) })
        }
      }
      return [...found.values()]
    })
  })
}

function nameOf({ vm }: Held): string {
  return `\`${vm.design.name}\``
}

/** @param path undefined for the name */
function placeOf({ vm }: Held, path: Path | undefined): SetPlace {
  return path === undefined ? { row: vm.row, column: vm.nameColumn } : placeInRow(vm, path)
}

/** A finding about the design of a row, at its cell where a cell said it. */
export function placedInRow(vm: SetVm, finding: Finding): SetFinding {
  return { ...finding, ...placeInRow(vm, finding.path) }
}

function placeInRow(vm: SetVm, path: Path): SetPlace {
  const column = vm.columnOf(path)
  return column === undefined ? { row: vm.row } : { row: vm.row, column }
}

interface HeldPorts extends PortClaim {
  readonly held: Held
  readonly order: number
}

/** In the order of the ports, each is compared with those that it may overlap. */
function portsTwice(all: readonly Held[]): readonly SetFinding[] {
  const claims = all
    .flatMap((held, order): HeldPorts[] =>
      portClaims(held.resolved).map((claim) => ({ ...claim, held, order })),
    )
    .sort((one, other) => one.first - other.first || one.order - other.order)
  const found = new Map<HeldPorts, SetFinding>()
  let open: HeldPorts[] = []
  for (const claim of claims) {
    open = open.filter(({ last }) => last >= claim.first)
    const other = open.find((one) => one.held !== claim.held && collide(one, claim))
    if (other !== undefined) {
      const [first, later] = other.order < claim.order ? [other, claim] : [claim, other]
      const message = `${nameOf(later.held)} wants ${portWords(later)} of the host for ${later.what}, and so does ${nameOf(first.held)} for ${first.what}. Give each VM ports of its own.`
      const finding: Finding = { code: 'set.port-twice', severity: 'error', path: later.path, message }
      if (!found.has(later))
        found.set(later, {
          ...finding,
          ...placeInRow(later.held.vm, later.path),
          other: placeInRow(first.held.vm, first.path),
        })
    }
    open.push(claim)
  }
  return claims.toSorted((one, other) => one.order - other.order).flatMap((claim) => found.get(claim) ?? [])
}

function portWords({ first, last }: PortClaim): string {
  return first === last ? `port ${first}` : `ports ${first}-${last}`
}

function memoryOf(all: readonly Held[], host: HostFacts | undefined): readonly SetFinding[] {
  const kib = (host?.numa ?? []).reduce((sum, { memory_kib: memory = 0 }) => sum + memory, 0)
  const wanted = all.reduce(
    (sum, { resolved }) => sum + (sizeInBytes(resolved.domain.memory?.value ?? '', 1024) ?? 0),
    0,
  )
  if (kib === 0 || wanted <= kib * 1024) return []
  const message = `The ${all.length} VMs have ${formatSize(wanted)} of memory together, and the host has ${formatSize(kib * 1024)}. Give them less, or do not run all at once.`
  return [{ code: 'set.memory', severity: 'warning', path: ['ram'], message }]
}

/** What the pools have in all, since what is free changes with each VM that starts. */
function hugePagesOf(all: readonly Held[], host: HostFacts | undefined): readonly SetFinding[] {
  const wanted = new Map<
    string,
    { readonly sizeKib: number; readonly total: number; readonly where: string; needed: number }
  >()
  for (const { resolved } of all)
    for (const { node, sizeKib, needed, total } of hugePages(host, resolved.domain)?.needs ?? []) {
      if (total === undefined) continue
      const key = `${node ?? ''}/${sizeKib}`
      const where = node === undefined ? '' : ` on node ${node}`
      const sum = wanted.get(key) ?? { sizeKib, total, where, needed: 0 }
      sum.needed += needed
      wanted.set(key, sum)
    }
  return [...wanted.values()]
    .filter(({ needed, total }) => needed > total)
    .map(({ sizeKib, total, needed, where }) => {
      const message = `The VMs need ${needed} huge pages of ${sizeKib} KiB together${where}, and there are ${total}. Set more aside, or do not run all at once.`
      return {
        code: 'set.hugepages',
        severity: 'warning',
        path: ['libvirt', 'memory_backing', 'hugepages'],
        message,
      }
    })
}
