/**
 * The formats of others that a design goes over to, or comes from. A target is a line here, one in targets/index.ts and a folder there.
 * Names alone, so that what only lists them loads no writer.
 */

/** How each is called where one of them is chosen. */
export const targetTitles = {
  terraform: 'Terraform and OpenTofu, for libvirt',
  proxmox: 'Proxmox VE',
  kubevirt: 'KubeVirt and Harvester',
  incus: 'Incus and LXD',
  'cloud-hypervisor': 'Cloud Hypervisor',
  openstack: 'OpenStack',
  vagrant: 'Vagrant, for libvirt',
  utm: 'UTM, on macOS',
  lima: 'Lima',
} as const

export type TargetId = keyof typeof targetTitles

export const targetIds: readonly TargetId[] = Object.keys(targetTitles).filter(isTargetId)

export function isTargetId(word: string): word is TargetId {
  return Object.hasOwn(targetTitles, word)
}
