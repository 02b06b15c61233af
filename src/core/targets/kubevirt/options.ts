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
} as const satisfies TargetOptions
