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
  const known = new Set(command.findings.map(keyOf))
  let best = { domain: completed.domain, command }
  for (const [index, one] of interfaces.entries()) {
    if ((one.type ?? 'user') !== 'user' || one.backend?.type !== 'passt') continue
    const onSlirp = { ...one, backend: { ...one.backend, type: 'default' as const } }
    const domain = withInterface(best.domain, index, onSlirp)
    const changed = renderArgv(resolved, { ...completed, domain })
    if (changed.findings.every((finding) => known.has(keyOf(finding)))) best = { domain, command: changed }
  }
  return { ...best.command, findings: command.findings }
}

function keyOf({ path, message }: QemuCommand['findings'][number]): string {
  return `${formatPath(path)}\n${message}`
}

function withInterface(domain: Domain, at: number, changed: Interface): Domain {
  const interfaces = domain.devices?.interfaces?.map((one, index) => (index === at ? changed : one))
  return { ...domain, devices: { ...domain.devices, interfaces } }
}
