/**
 * The formats of others that a design goes over to, or comes from. A target is a line here, one in targets/index.ts and a folder there.
 * Names alone, so that what only lists them loads no writer.
 */

/** How each is called where one of them is chosen. */
export const targetTitles = {
  terraform: 'Terraform and OpenTofu, for libvirt',
  proxmox: 'Proxmox VE',
  kubevirt: 'KubeVirt and Harvester',
  'virt-install': 'virt-install, as a command',
  incus: 'Incus and LXD',
  ansible: 'Ansible, a playbook for libvirt',
  nixvirt: 'NixOS, a module for NixVirt',
  virsh: 'virsh define, as one paste',
  systemd: 'systemd, a unit for QEMU alone',
  openstack: 'OpenStack',
  'cloud-hypervisor': 'Cloud Hypervisor',
  vagrant: 'Vagrant, for libvirt',
  utm: 'UTM, on macOS',
  lima: 'Lima',
  quickemu: 'quickemu',
  vmx: 'VMware',
  vbox: 'VirtualBox',
  ovf: 'OVF and OVA',
} as const

export type TargetId = keyof typeof targetTitles

/** What people leave from: these are read, and nothing is written in them. */
const readOnly = ['quickemu', 'vmx', 'vbox', 'ovf'] as const satisfies readonly TargetId[]

export type ReadOnlyTargetId = (typeof readOnly)[number]

export const targetIds: readonly TargetId[] = Object.keys(targetTitles).filter(isTargetId)

/** Those that a design can be written in. */
export const writtenTargetIds: readonly TargetId[] = targetIds.filter(
  (id) => !readOnly.some((one) => one === id),
)

export function isTargetId(word: string): word is TargetId {
  return Object.hasOwn(targetTitles, word)
}
