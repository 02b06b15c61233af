/** A set on Proxmox VE: one script for all, and what it runs in a folder for each VM. */
import { createAll, inFolders } from '../in-folders.ts'
import type { FilesOfSet, SetJob } from '../target.ts'

export function writeProxmoxSet(job: SetJob): FilesOfSet {
  return { files: [createAll(job, 'on this node, as root', true), ...inFolders(job.vms)] }
}
