/** What is known of one part of a paste: which reader it has, and facts of the right form from it. */
import { type Finding, formatPath } from '../finding.ts'
import { parseXml } from '../xml/index.ts'
import { checkHostFacts, pathOfIssue } from './check-facts.ts'
import type { LineKind } from './line-kind.ts'
import { readCapabilities } from './readers/capabilities.ts'
import { readCpuinfo } from './readers/cpuinfo.ts'
import { readDomCapabilities } from './readers/domcapabilities.ts'
import { readGroupMembers } from './readers/group-members.ts'
import { readIdRanges } from './readers/id-ranges.ts'
import { readHostJson } from './readers/json.ts'
import { readLscpu } from './readers/lscpu.ts'
import { readLscpuParsable, readLscpuTable } from './readers/lscpu-table.ts'
import { readLspciRecords } from './readers/lspci-records.ts'
import { readLsusb, readLsusbTree } from './readers/lsusb.ts'
import { readMeminfo, readNumactl } from './readers/memory.ts'
import { readNodedev } from './readers/nodedev.ts'
import { readPciText } from './readers/pci-text.ts'
import { readProxmoxSummary } from './readers/proxmox-summary.ts'
import { readPveshTable } from './readers/pvesh.ts'
import type { HostLine, ReaderResult } from './readers/reader.ts'
import { readThreadPairs } from './readers/thread-pairs.ts'
import { readOsRelease, readVersions } from './readers/versions.ts'

/** Elements that libvirt prints for a host. */
const rootElements = {
  capabilities: readCapabilities,
  domainCapabilities: readDomCapabilities,
  device: readNodedev,
} as const

export type RootElement = keyof typeof rootElements

/** Whether libvirt prints such an element for a host. */
export function isRootElement(name: string): name is RootElement {
  return Object.hasOwn(rootElements, name)
}

/** @param kind `{` for JSON, else the element that the document begins with */
export function readDocument(kind: RootElement | '{', body: string): ReaderResult {
  return wellFormed(kind === '{' ? readHostJson(body) : readXmlText(kind, body))
}

function readXmlText(name: RootElement, body: string): ReaderResult {
  const { root, findings } = parseXml(body.trimStart())
  if (root !== undefined) return rootElements[name](root)
  const kind =
    name === 'domainCapabilities' ? 'domcapabilities' : name === 'device' ? 'nodedev' : 'capabilities'
  return { kind, title: `<${name}>`, summary: 'not read', facts: {}, findings }
}

/** @param command that printed the lines, as far as the prompt above says; '' when there is none */
export function readLines(kind: LineKind, lines: readonly HostLine[], command: string): ReaderResult {
  return wellFormed(readBlock(kind, lines, command))
}

function readBlock(kind: LineKind, lines: readonly HostLine[], command: string): ReaderResult {
  switch (kind) {
    case 'pci':
      return readPciText(lines)
    case 'lspci-records':
      return readLspciRecords(lines)
    case 'groups':
      return readGroupMembers(lines)
    case 'lscpu':
      return readLscpu(lines)
    case 'cpuinfo':
      return readCpuinfo(lines)
    case 'lscpu-table':
      return readLscpuTable(lines)
    case 'lscpu-parsable':
      return readLscpuParsable(lines)
    case 'lsusb':
      return readLsusb(lines)
    case 'lsusb-tree':
      return readLsusbTree(lines)
    case 'id-ranges':
      return readIdRanges(lines, idFileOf(lines, command))
    case 'numactl':
      return readNumactl(lines)
    case 'meminfo':
      return readMeminfo(lines)
    case 'os-release':
      return readOsRelease(lines)
    case 'versions':
      return readVersions(lines)
    case 'pvesh':
      return readPveshTable(lines)
    case 'proxmox':
      return readProxmoxSummary(lines)
    case 'thread-pairs':
      return readThreadPairs(lines)
  }
}

/** Which of the two files it is: the command says so, or the name that grep puts in front. */
function idFileOf(lines: readonly HostLine[], command: string): 'subuid' | 'subgid' | undefined {
  const said = `${command} ${lines[0]?.text.slice(0, 20) ?? ''}`
  const users = said.includes('subuid')
  const groups = said.includes('subgid')
  return users === groups ? undefined : users ? 'subuid' : 'subgid'
}

/** What a command printed is checked as a file of facts is: a name with a line break in it is none. */
function wellFormed(result: ReaderResult): ReaderResult {
  const { facts = {}, issues } = checkHostFacts(result.facts)
  if (issues.length === 0) return result
  const findings = issues.map((issue): Finding => {
    const path = pathOfIssue(issue)
    const message = `${formatPath(path)} ${issue.message}; it is left out.`
    return { code: 'host.facts.form', severity: 'warning', path, message }
  })
  return { ...result, facts, findings: [...result.findings, ...findings] }
}
