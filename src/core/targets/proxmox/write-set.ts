/** A set on Proxmox VE: one script for all, and what it runs in a folder for each VM. */
import { createAll, inFolders } from '../in-folders.ts'
import type { SetJob, TargetFile } from '../target.ts'

export function writeProxmoxSet(job: SetJob): readonly TargetFile[] {
  return [createAll(job, 'on this node, as root', true), ...inFolders(job.vms)]
}
