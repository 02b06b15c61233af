/** What the readers of pasted texts give: one part of HostFacts for each thing that a paste holds. */
import type { Finding, Position } from '../finding.ts'
import type { HostFacts } from './facts.ts'

/** What a text can be. */
export type HostTextKind =
  | 'facts'
  | 'iommu-listing'
  | 'lspci'
  | 'iommu-groups'
  | 'lscpu'
  | 'lscpu-table'
  | 'lscpu-json'
  | 'cpuinfo'
  | 'nodeinfo'
  | 'thread-pairs'
  | 'lsusb'
  | 'lsusb-tree'
  | 'capabilities'
  | 'domcapabilities'
  | 'nodedev'
  | 'subuid'
  | 'subgid'
  | 'numactl'
  | 'meminfo'
  | 'os-release'
  | 'virsh-version'
  | 'pvesh'
  | 'proxmox'

/** One thing that a paste held. */
export interface HostTextSource {
  readonly kind: HostTextKind
  /** What printed it: `lspci -nnk`, `IOMMU listing`. */
  readonly title: string
  /** What was in it, in a few words: `14 functions, 2 graphics cards`. */
  readonly summary: string
  /** What it says about the host, and nothing else. */
  readonly facts: HostFacts
  /** Where it stands in the paste. */
  readonly position: Position
}

/** All that a paste held. */
export interface HostText {
  /** In the order of the paste. */
  readonly sources: readonly HostTextSource[]
  /** With positions in the paste. */
  readonly findings: readonly Finding[]
}
