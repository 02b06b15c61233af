/** The door of cloud-hypervisor/: the configuration that its API takes. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { cloudHypervisorTarget } from './write.ts'

export const cloudHypervisor = {
  id: 'cloud-hypervisor',
  about: 'A configuration for Cloud Hypervisor, for Linux without a screen, and the script that runs it.',
  engine: 'qemu',
  writer: plainWriter(cloudHypervisorTarget),
} as const satisfies Target
