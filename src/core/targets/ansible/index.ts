/** The door of ansible/: a playbook for the collection community.libvirt. */
import type { Target } from '../target.ts'
import { writeAnsible } from './write.ts'

export const ansible = {
  id: 'ansible',
  about: 'A playbook for Ansible with the collection community.libvirt: it defines the VM and starts it.',
  engine: 'libvirt',
  writer: { options: {}, write: writeAnsible },
} as const satisfies Target
