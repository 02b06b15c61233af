/** What the vCPUs can be near to: a NUMA node, or a graphics card that the guest is given. */

import {
  deviceName,
  formatCpuList,
  formatPciAddress,
  type HostTopology,
  type PciDevice,
  pciKind,
} from '../../core.ts'
import { t } from '../../words/index.ts'

export interface NearPlace {
  /** `anywhere`, `node 0`, or the address of the card. */
  readonly value: string
  readonly label: string
  readonly description?: string | undefined
  readonly disabledReason?: string | undefined
  /** Undefined for anywhere. */
  readonly node: number | undefined
}

/**
 * The places to choose from, a card first when its node is known: the first that can be chosen is the default.
 *
 * @param given the host's functions that the guest has
 */
export function nearPlaces(host: HostTopology, given: readonly PciDevice[]): readonly NearPlace[] {
  const cards = given
    .filter(({ class_code }) => pciKind(class_code) === 'gpu')
    .map((device): NearPlace => {
      const node = device.numa_node
      return {
        value: formatPciAddress(device.address),
        label: deviceName(device),
        description: node === undefined ? undefined : t`the guest’s GPU, on node ${node}`,
        disabledReason: node === undefined ? t`Its NUMA node is not known: the probe says it` : undefined,
        node,
      }
    })
  const nodes = host.nodes.map(
    ({ node, cpus }): NearPlace => ({
      value: t`node ${node}`,
      label: t`Node ${node}`,
      description: cpus.length === 0 ? undefined : t`host CPUs ${formatCpuList(cpus)}`,
      disabledReason: cpus.length === 0 ? t`It has memory and no CPU` : undefined,
      node,
    }),
  )
  const anywhere: NearPlace = { value: 'anywhere', label: t`Anywhere`, node: undefined }
  const known = cards.filter(({ disabledReason }) => disabledReason === undefined)
  const unknown = cards.filter(({ disabledReason }) => disabledReason !== undefined)
  return [...known, anywhere, ...unknown, ...nodes]
}
