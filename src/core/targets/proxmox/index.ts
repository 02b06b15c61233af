/** The door of proxmox/: scripts of `qm create` and configurations, written and read. */
import { nearestPositions } from '../../lift/index.ts'
import { beginsProxmox } from '../../text/index.ts'
import type { Target } from '../target.ts'
import { options } from './options.ts'
import { liftProxmox, readProxmox } from './read.ts'
import { writeProxmox } from './write.ts'
import { writeProxmoxSet } from './write-set.ts'

export const proxmox = {
  id: 'proxmox',
  about: 'A script of qm create for a node of Proxmox VE 9, and the configuration that comes of it.',
  writer: { options, write: writeProxmox, writeSet: writeProxmoxSet },
  reader: {
    fits: beginsProxmox,
    read: (text, defaultName, host) => {
      const { vms, findings } = readProxmox(text, defaultName, host)
      const read = new Map(vms.map((vm) => [liftProxmox(vm, host), vm.places]))
      const positions = new Map(
        [...read].map(([design, places]) => [design, nearestPositions(places, design, host)]),
      )
      return {
        designs: [...read.keys()],
        findings,
        positionOf: (design, path) => positions.get(design)?.(path),
      }
    },
  },
} as const satisfies Target
