/** The door of vmx/: VMs of VMware, read. */
import { desktopTarget } from '../desktop/index.ts'
import { readVmx } from './read.ts'

export const vmx = desktopTarget(
  'vmx',
  'A .vmx of VMware Workstation, Player, Fusion or ESXi.',
  'lines such as memsize = "4096" and scsi0:0.fileName = "disk.vmdk"',
  readVmx,
)
