/** What of a design is beside its machine, and what becomes of it on Proxmox VE. */
import type { Design } from '../../../spec/index.ts'
import { beyondMachine } from '../../beyond-machine.ts'
import type { Lack } from '../../lacks.ts'

const byBundle = 'Make the disk with create.sh of the bundle, and copy it to the path that import-from names.'

export function lacksBeside(design: Design): Lack[] {
  const { source, ssh, backend, snapshot = [], installer } = design.spec
  const lacks = beyondMachine(design)
  if (source?.kind === 'bootc' || source?.kind === 'bootstrap' || source?.kind === 'clone')
    lacks.push({ path: ['source'], message: 'No command of Proxmox VE makes this disk.', byHand: byBundle })
  if (source?.kind === 'cloud_image') {
    if (source.checksum_url !== undefined)
      lacks.push({
        path: ['source', 'checksum_url'],
        message:
          'The script compares the image with a checksum that the design says, not with the publisher’s file.',
        byHand: 'Say the checksum in source.checksum.',
      })
    if (source.cache !== undefined)
      lacks.push({
        path: ['source', 'cache'],
        message: 'The script keeps the image in /var/tmp.',
        byHand: 'Nothing is to be done.',
        severity: 'advice',
      })
  }
  if (installer !== undefined)
    lacks.push({
      path: ['installer'],
      message:
        'CDs have to lie on the node; the script copies them to its storage for ISO images, and answers nothing.',
      byHand: 'Fetch the ISO there, or install with the bundle.',
      inPart: true,
    })
  for (const [index, { name = '', mode, quiesce, from }] of snapshot.entries())
    if (
      !/^[a-z][\w-]{0,39}$/i.test(name) ||
      mode === 'external' ||
      quiesce !== undefined ||
      from !== undefined
    )
      lacks.push({
        path: ['snapshot', index],
        message: 'A snapshot of Proxmox VE is within the volume; it asks the guest agent by itself.',
        byHand: 'Nothing is to be done.',
        severity: 'advice',
        inPart: true,
      })
  if (ssh?.port !== undefined || ssh?.port_auto !== undefined)
    lacks.push({
      path: ['ssh'],
      message: 'There is no port of the node that leads to the guest.',
      byHand: 'Use the guest’s own address: `qm guest cmd ID network-get-interfaces` prints it.',
      inPart: true,
    })
  if (design.spec.libvirt?.memory_unit !== undefined)
    lacks.push({
      path: ['libvirt', 'memory_unit'],
      message: 'Memory is counted in MiB.',
      byHand: 'Nothing is to be done.',
      severity: 'advice',
    })
  if (backend !== undefined)
    lacks.push({
      path: ['backend'],
      message: 'Proxmox VE runs its VMs itself.',
      byHand: 'Nothing is to be done.',
      severity: 'advice',
    })
  return lacks
}
