/** The door of openstack/: a flavor, an image and a server. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { openstackTarget } from './write.ts'

export const openstack = {
  id: 'openstack',
  about:
    'A flavor and an image with their properties for OpenStack, and the commands that make a server of them.',
  engine: 'libvirt',
  writer: plainWriter(openstackTarget),
} as const satisfies Target
