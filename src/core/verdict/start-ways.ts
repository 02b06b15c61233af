/** The ways to start one VM: each has a verdict of its own. */
export const startWays = ['libvirt-session', 'libvirt-system', 'qemu'] as const
export type StartWay = (typeof startWays)[number]

/** What a person calls them. */
export const startWayNames: Readonly<Record<StartWay, string>> = {
  'libvirt-session': 'libvirt, as you (session)',
  'libvirt-system': 'libvirt of the system',
  qemu: 'QEMU by hand',
}
