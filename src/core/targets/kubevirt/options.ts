/** What a person may choose. */
import type { TargetOptions } from '../target.ts'

export const options = {
  cluster: {
    help: 'What the cluster is.',
    words: {
      kubevirt: 'KubeVirt 1.9 with CDI: disks by dataVolumeTemplates',
      harvester: 'Harvester 1.8: disks by its own claims, images by their id there',
    },
  },
  set: {
    help: 'What several VMs become.',
    ofSets: true,
    words: {
      list: 'A list of all VMs, each with its own name',
      pool: 'One VirtualMachinePool, where they differ in their names alone',
    },
  },
} as const satisfies TargetOptions
