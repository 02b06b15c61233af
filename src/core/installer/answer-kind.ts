/** Which answer file an installer reads, by the system that is installed. */
import type { Design } from '../spec/index.ts'

export type AnswerKind = 'preseed' | 'autoinstall' | 'kickstart' | 'autounattend'

/** The beginning of a system’s id, and what the installer of that family reads. */
const families: readonly (readonly [prefix: string, kind: AnswerKind])[] = [
  ['debian-', 'preseed'],
  ['ubuntu-', 'autoinstall'],
  ['fedora-', 'kickstart'],
  ['rhel-', 'kickstart'],
  ['rocky-', 'kickstart'],
  ['almalinux-', 'kickstart'],
  ['centos-', 'kickstart'],
  ['windows-', 'autounattend'],
]

/** The answer file of a system; undefined for one whose installer reads none that is known here. */
export function answerKindOfGuest(guest: string | undefined): AnswerKind | undefined {
  return families.find(([prefix]) => guest?.startsWith(prefix))?.[1]
}

/** True for a system that has to be given drivers for virtio. */
export function isWindows({ spec }: Design): boolean {
  return answerKindOfGuest(spec.guest) === 'autounattend'
}

/** True when the installer is told by a file what cloud-init would be told, now or when it was run. */
export function isUnattended({ spec: { installer } }: Design): boolean {
  return installer?.unattended?.enabled === true
}

/** The answer file that is written; undefined when none is, or when nothing tells which. */
export function answerKind(design: Design): AnswerKind | undefined {
  const { installer, guest } = design.spec
  if (!isUnattended(design) || installer?.done === true) return undefined
  const said = installer?.unattended?.answers ?? 'auto'
  return said === 'auto' ? answerKindOfGuest(guest) : said
}

/** What the CD with the answers is called: each installer looks for its own. */
export const answerLabels: Readonly<Record<AnswerKind, string>> = {
  preseed: 'PRESEED',
  // cloud-init, NoCloud; Ubuntu, Providing autoinstall configuration.
  autoinstall: 'CIDATA',
  // Anaconda, Boot options, inst.ks: a volume with this label is looked at without any option.
  kickstart: 'OEMDRV',
  // Windows Setup looks for autounattend.xml at the root of every drive, whatever it is called.
  autounattend: 'UNATTEND',
}

/** Who logs in to a system that was installed, when the design names nobody. */
export const usualUser = 'user'
