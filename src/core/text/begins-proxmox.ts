/** Whether a text is a configuration of Proxmox VE, told without reading it: small enough for whoever only wants to know. */

/** Keys that no vm.yml and nothing of a host begins a line with. */
const keys =
  /^(?:agent|balloon|bios|boot|bootdisk|cicustom|ciuser|cores|efidisk0|hostpci\d+|hotplug|ide\d|ipconfig\d+|kvm|machine|memory|meta|net\d+|numa|onboot|ostype|sata\d|scsi\d+|scsihw|serial\d|smbios1|sockets|startup|tpmstate0|usb\d+|vcpus|vga|virtio\d+|virtiofs\d|vmgenid): /gm

/** Those that a line of vm.yml never has. */
const telling =
  /^(?:(?:ide|sata|scsi|virtio)\d+: \S+[:/,]|net\d+: \S|ostype: (?:l2[46]|w\w+|other|solaris)\s*$|scsihw: \S|vmgenid: [\da-f01]|smbios1: |efidisk0: |hostpci\d+: )/m

const looksAt = 64 * 1024

/** True for `ID.conf`, the print of `qm config`, and a script with `qm create`. */
export function beginsProxmox(text: string): boolean {
  const start = text.slice(0, looksAt)
  if (/^\s*</.test(start)) return false
  if (/(?:^|[\s;&/])qm\s+create\s+\S+\s+(?:\\\s*)?-/m.test(start)) return true
  const found = new Set(start.match(keys) ?? [])
  return telling.test(start) && (found.size >= 2 || start.trim().split('\n').length <= 2)
}
