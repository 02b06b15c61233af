/** The door of kubevirt/: manifests of VMs for KubeVirt and Harvester, written and read. */
import { beginsKubevirt } from '../../text/index.ts'
import type { Target } from '../target.ts'
import { options } from './options.ts'
import { readKubevirt } from './read.ts'
import { writeKubevirt } from './write.ts'
import { writeKubevirtSet } from './write-set.ts'

export const kubevirt = {
  id: 'kubevirt',
  about: 'Manifests for KubeVirt 1.9 on Kubernetes, or for Harvester: the VM, its disks, Secrets and ports.',
  writer: { options, write: writeKubevirt, writeSet: writeKubevirtSet },
  reader: { fits: beginsKubevirt, read: readKubevirt },
} as const satisfies Target
