/** The door of vagrant/: a Vagrantfile for the provider of libvirt. */
import { plainWriter } from '../plain/writer.ts'
import type { Target } from '../target.ts'
import { vagrantTarget } from './write.ts'

export const vagrant = {
  id: 'vagrant',
  about: 'A Vagrantfile for vagrant-libvirt. Its root disk is a box, which you name.',
  engine: 'libvirt',
  writer: plainWriter(vagrantTarget),
} as const satisfies Target
