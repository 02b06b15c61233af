/** The ways to start one VM: each has a verdict of its own. */
export const startWays = ['libvirt-session', 'libvirt-system', 'qemu'] as const
export type StartWay = (typeof startWays)[number]

/** What a person calls them. */
export const startWayNames: Readonly<Record<StartWay, string>> = {
  'libvirt-session': 'libvirt session',
  'libvirt-system': 'libvirt system',
  qemu: 'QEMU by hand',
}
