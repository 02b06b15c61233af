/** What all stages find about one design, put together in one place, so that whoever shows it shows the same. */
import { bundleFindings } from '../bundle/index.ts'
import { type CloudInit, renderCloudInit } from '../cloudinit/index.ts'
import { type Completed, complete } from '../complete/index.ts'
import { type Finding, formatPath, severities } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { type QemuCommand, renderArgv } from '../qemu/index.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import { reviewFindings } from '../review/index.ts'
import { checkDesign, otherHypervisor } from '../rules/index.ts'
import type { Design } from '../spec/index.ts'

/** What is there already when a design was written in all its forms. */
export interface Stages {
  /** Resolved for libvirt. */
  readonly resolved: Resolved
  /** What libvirt makes of `resolved`. */
  readonly completed: Completed
  /** Resolved for QEMU alone. */
  readonly resolvedForQemu: Resolved
  /** The command line of `resolvedForQemu`. */
  readonly command: QemuCommand
  readonly cloudInit: CloudInit
}

/**
 * Everything that is found about a design, for every target: `concerns` picks what one of them has to know.
 *
 * @param host undefined when nobody said anything about it
 * @returns each thing once, the worst first
 */
export function allFindings(
  design: Design,
  host: HostFacts | undefined,
  { resolved, completed, resolvedForQemu, command, cloudInit }: Stages = stagesOf(design, host),
): readonly Finding[] {
  const ofDesign = checkDesign(design, host, resolved, completed)
  // Of a domain for Xen or bhyve one finding says that it is only kept: no command, no bundle will be made of it.
  if (otherHypervisor(resolved.domain) !== undefined) return once(ofDesign)
  return once([
    ...ofDesign,
    ...resolvedForQemu.findings,
    ...command.findings,
    ...cloudInit.findings,
    ...bundleFindings(resolved),
    ...reviewFindings(design, resolved),
  ]).sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity))
}

function stagesOf(design: Design, host: HostFacts | undefined): Stages {
  const resolved = resolve(design, host, 'libvirt')
  const resolvedForQemu = resolve(design, host, 'qemu')
  return {
    resolved,
    completed: complete(resolved),
    resolvedForQemu,
    command: renderArgv(resolvedForQemu),
    cloudInit: renderCloudInit(design, host),
  }
}

/** The same thing said by two stages is one finding. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const { code, path, message, target } = finding
    const mark = JSON.stringify([code, formatPath(path), message, target])
    if (!seen.has(mark)) seen.set(mark, finding)
  }
  return [...seen.values()]
}
