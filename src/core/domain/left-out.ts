/** What libvirt's schema allows under `<domain>` and the tables do not have: it is read, kept as it is and written back. */

/** Whose the elements are: `qemu` means kvm too. */
export type Hypervisor = 'qemu' | 'xen' | 'lxc' | 'bhyve' | 'vmware'

export interface LeftOut {
  /** Matches the paths as `domain/devices/disk/source@file`. */
  readonly paths: RegExp
  readonly hypervisor: Hypervisor
  readonly reason: string
}

export const leftOut: readonly LeftOut[] = [
  {
    paths: /^domain\/metadata/,
    hypervisor: 'qemu',
    reason: 'belongs to whoever wrote it; any XML may stand there',
  },
  {
    paths: /\/privateData$/,
    hypervisor: 'qemu',
    reason: 'libvirt’s own notes on a running VM, never in what virsh dumpxml prints',
  },
  {
    paths: /^domain\/devices\/smartcard\/target/,
    hypervisor: 'qemu',
    reason: 'allowed by the schema’s common form of character devices; libvirt does not read it',
  },
  {
    paths: /^domain\/devices\/parallel\/target(@type|\/model)|^domain\/devices\/(parallel|serial)@tty$/,
    hypervisor: 'qemu',
    reason: 'allowed by the schema’s common form of character devices; of the console alone',
  },
  { paths: /^domain\/bhyve:/, hypervisor: 'bhyve', reason: 'raw bhyve options' },
  { paths: /^domain\/xen:/, hypervisor: 'xen', reason: 'raw Xen options' },
  { paths: /^domain\/lxc:/, hypervisor: 'lxc', reason: 'namespaces of containers' },
  { paths: /^domain\/vmware:/, hypervisor: 'vmware', reason: 'where an ESX host keeps the VM' },
]

/** Paths that the tables have although no qemu or kvm domain can. */
const ofOthers: readonly (readonly [paths: RegExp, hypervisor: Hypervisor])[] = [
  [/^domain\/features\/(capabilities|privnet)/, 'lxc'],
  [/^domain\/idmap/, 'lxc'],
  [/^domain\/os\/init/, 'lxc'],
  [/^domain\/devices\/hostdev\/(ip|route)/, 'lxc'],
  [/^domain\/devices\/hostdev\/source\/(block|char|interface)$/, 'lxc'],
  [/^domain\/devices\/filesystem\/space_/, 'lxc'],
  [/^domain\/devices\/interface\/guest/, 'lxc'],
  [/^domain\/features\/(xen|viridian|hap)/, 'xen'],
  [/^domain\/bootloader/, 'xen'],
  [/\/backenddomain/, 'xen'],
  [/^domain\/devices\/controller@max(GrantFrames|EventChannels)/, 'xen'],
  [/^domain\/devices\/interface\/source@(switchid|portid|portgroupid|connectionid)/, 'vmware'],
  [/^domain\/devices\/interface\/mac@(check|type)/, 'vmware'],
  [/^domain\/devices\/graphics@(wait)/, 'bhyve'],
  [/^domain\/devices\/video\/driver@vgaconf/, 'bhyve'],
]

/** Whose a path is; `qemu` unless it is known to be another's. */
export function hypervisorOf(path: string): Hypervisor {
  const entry = leftOut.find(({ paths }) => paths.test(path))
  return entry?.hypervisor ?? ofOthers.find(([paths]) => paths.test(path))?.[1] ?? 'qemu'
}
