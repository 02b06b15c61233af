/** What only libvirt does, and a command line of QEMU can't say. */
import type { Finding, Path } from '../../finding.ts'
import { sameValue } from '../../lift/index.ts'
import { valueAt } from '../../path.ts'
import { type QemuCommand, quietPlaces, renderArgv } from '../../qemu/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import type { Lack } from '../lacks.ts'

const letLibvirt = 'Or let libvirt run the VM.'

export interface CommandWithLacks {
  readonly command: QemuCommand
  readonly lacks: readonly Lack[]
  /** All else that there is to say about the command. */
  readonly findings: readonly Finding[]
}

/** @param placeOf from a place of the Domain to that of the design */
export function commandWithLacks(resolved: Resolved, placeOf: (path: Path) => Path): CommandWithLacks {
  // Without origins, findings name places of the Domain, from where all of a device that resolve makes is found.
  const command = renderArgv({ ...resolved, origins: [] })
  const findings = command.findings.map((one) => ({ ...one, path: placeOf(domainPath(one)) }))
  const leftOut = findings
    .filter(isLack)
    .map(({ path, message, severity }): Lack => ({ path, message, severity, byHand: letLibvirt }))
  const quiet = quietPlaces(resolved.domain).flatMap(({ path, why }): Lack[] => {
    const place = placeOf(path)
    // What resolve says by itself is nobody's loss.
    const isSaid = sameValue(valueAt(resolved.design.spec, place), valueAt(resolved.domain, path))
    return isSaid ? [{ path: place, message: why, byHand: letLibvirt, severity: 'advice' }] : []
  })
  return { command, lacks: [...leftOut, ...quiet], findings: findings.filter((one) => !isLack(one)) }
}

/** Whether a part of the design is not in the command, or otherwise. */
function isLack({ code }: Finding): boolean {
  return code === 'qemu.unsupported' || code === 'qemu.differs'
}

function domainPath({ path }: Finding): Path {
  return path.slice(1)
}
