/** Whether a share is one of virtiofs. */
import type { Filesystem } from '../domain/index.ts'

/** A share with a socket is one too: somebody else runs its virtiofsd. */
export function isVirtiofs(share: Filesystem): boolean {
  return share.driver?.type === 'virtiofs' || share.source?.socket !== undefined
}
