/** How one logs in from the host. */
import { guestDistro, loginOf } from '../cloudinit/index.ts'
import type { Domain } from '../domain/index.ts'
import { isUnattended, usualUser } from '../installer/index.ts'
import type { Design } from '../spec/index.ts'
import { withGuestWords } from '../systems/index.ts'
import { sha256, utf8Encode } from '../text/index.ts'

/** A forward that leads to the guest's SSH. */
export interface SshForward {
  readonly address: string
  readonly port: number
}

/** The first TCP forward to port 22. */
export function sshForward({ devices }: Domain): SshForward | undefined {
  for (const { port_forwards: forwards } of devices?.interfaces ?? [])
    for (const { proto, address, ranges } of forwards ?? [])
      for (const { start, end, to, exclude } of ranges ?? []) {
        if (start === undefined || proto === 'udp' || exclude === true) continue
        const port = start + 22 - (to ?? start)
        if (port >= start && port <= (end ?? start))
          return { address: address === undefined || address === '0.0.0.0' ? '127.0.0.1' : address, port }
      }
  return undefined
}

/** Users that cloud images make by themselves, by a word of the image's address or distribution. */
const usersOfImages = {
  ubuntu: 'ubuntu',
  debian: 'debian',
  fedora: 'fedora',
  rocky: 'rocky',
  alma: 'almalinux',
  centos: 'cloud-user',
  rhel: 'cloud-user',
  opensuse: 'opensuse',
  arch: 'arch',
  alpine: 'alpine',
} as const

/** Who logs in; undefined when nothing tells. */
export function loginName(design: Design): string | undefined {
  const login = loginOf(design)
  if (login.kind !== 'image') return login.name
  if (isUnattended(design)) return design.spec.cloud_init?.users?.[0]?.name ?? usualUser
  const { source } = withGuestWords(design.spec)
  if (source?.kind === 'bootc') return 'root'
  const words = `${source?.distro ?? ''} ${source?.url ?? ''} ${guestDistro(design) ?? ''}`.toLowerCase()
  return Object.entries(usersOfImages).find(([key]) => words.includes(key))?.[1]
}

/** Where the search for a free port begins: each VM has its own, so that two of them seldom meet. */
export function firstPort(name: string): number {
  return 22_000 + (Number.parseInt(sha256(utf8Encode(name)).slice(0, 8), 16) % 8000)
}
