/** Networks that QEMU carries itself in place of passt, where it can do the same. */
import type { Completed } from '../complete/index.ts'
import type { Domain, Item } from '../domain/index.ts'
import { formatPath } from '../finding.ts'
import { type QemuCommand, renderArgv } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'

type Interface = Item<NonNullable<Domain['devices']>['interfaces']>

/**
 * The command with its user networks on QEMU's own slirp. A network of which slirp can say less than passt stays as it is.
 *
 * @param command the one that libvirt would run
 */
export function withSlirp(resolved: Resolved, completed: Completed, command: QemuCommand): QemuCommand {
  const { interfaces = [] } = completed.domain.devices ?? {}
  const onPasst = interfaces.flatMap((one, index) =>
    (one.type ?? 'user') === 'user' && one.backend?.type === 'passt' ? [index] : [],
  )
  if (onPasst.length === 0) return command
  const known = new Set(command.findings.map(keyOf))
  const tried = (domain: Domain, moved: readonly number[]): Moved | undefined => {
    const changed = onSlirp(domain, new Set(moved))
    const line = renderArgv(resolved, { ...completed, domain: changed })
    return line.findings.every((finding) => known.has(keyOf(finding))) ? { domain: changed, line } : undefined
  }
  // Mostly all of them can go, and the line is written for each keystroke: one by one only where they can't.
  const best =
    tried(completed.domain, onPasst) ??
    onPasst.reduce<Moved | undefined>(
      (before, index) => tried(before?.domain ?? completed.domain, [index]) ?? before,
      undefined,
    )
  return best === undefined ? command : { ...best.line, findings: command.findings }
}

interface Moved {
  readonly domain: Domain
  readonly line: QemuCommand
}

function keyOf({ path, message }: QemuCommand['findings'][number]): string {
  return `${formatPath(path)}\n${message}`
}

function onSlirp(domain: Domain, moved: ReadonlySet<number>): Domain {
  const interfaces = domain.devices?.interfaces?.map(
    (one, index): Interface =>
      moved.has(index) ? { ...one, backend: { ...one.backend, type: 'default' } } : one,
  )
  return { ...domain, devices: { ...domain.devices, ...(interfaces === undefined ? {} : { interfaces }) } }
}
