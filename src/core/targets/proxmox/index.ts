/** Proxmox VE, in both directions. */
export { beginsProxmox } from './begins.ts'
export { liftProxmox, type ProxmoxDocument, type ReadProxmoxVm, readProxmox } from './read.ts'
