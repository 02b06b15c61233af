/** The door of terraform/: configurations for the provider dmacvicar/libvirt. */
import type { Target } from '../target.ts'
import { options } from './options.ts'
import { writeTerraform } from './write.ts'
import { writeTerraformSet } from './write-set.ts'

export const terraform = {
  id: 'terraform',
  about:
    'A configuration for OpenTofu and Terraform with the provider dmacvicar/libvirt: its disks and the VM.',
  engine: 'libvirt',
  writer: { options, write: writeTerraform, writeSet: writeTerraformSet },
} as const satisfies Target
