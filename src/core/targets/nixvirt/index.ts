/** The door of nixvirt/: modules of NixOS and Home Manager for NixVirt. */
import type { Target } from '../target.ts'
import { writeNixvirt } from './write.ts'

export const nixvirt = {
  id: 'nixvirt',
  about: 'A module for NixOS or Home Manager with NixVirt, which defines the VM by its XML.',
  engine: 'libvirt',
  writer: { options: {}, write: writeNixvirt },
} as const satisfies Target
