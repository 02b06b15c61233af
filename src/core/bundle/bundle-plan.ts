/** What the files of a bundle have in common, worked out once. */
import type { Domain } from '../domain/index.ts'
import { defaultHost, type HostFacts } from '../host/index.ts'
import { type Resolved, resolve } from '../resolve/index.ts'
import type { Design } from '../spec/index.ts'
import { isPutInLater, type KeyPlan, keyPlan, placeholderKey } from './ssh-key.ts'
import { firstPort, loginName, type SshForward, sshForward } from './ssh-login.ts'
import { withStableMacs } from './stable-mac.ts'

type Disk = NonNullable<NonNullable<Domain['devices']>['disks']>[number]

export interface BundlePlan {
  /** As the author wrote it. */
  readonly design: Design
  readonly host: HostFacts
  /** The same machine for both backends, with the placeholder where create.sh puts the key in. */
  readonly libvirt: Resolved
  readonly qemu: Resolved
  readonly key: KeyPlan
  /** The port at which create.sh begins to look for a free one; undefined when the design says which. */
  readonly firstPort: number | undefined
  readonly forward: SshForward | undefined
  /** Who logs in; undefined when nothing tells. */
  readonly login: string | undefined
  readonly uri: 'qemu:///session' | 'qemu:///system'
  /** The disk that create.sh makes. */
  readonly rootDisk: Disk | undefined
  /** Whether the VM has the seed as a disk. */
  readonly hasSeed: boolean
}

export function bundlePlan(design: Design, host: HostFacts | undefined): BundlePlan {
  const key = keyPlan(design, host)
  const facts: HostFacts = {
    ...(host ?? defaultHost),
    ...(isPutInLater(key) ? { ssh_public_key: placeholderKey } : {}),
  }
  const port = wantsPort(design) ? firstPort(design.name) : undefined
  const complete = port === undefined ? design : withPort(design, port)
  const libvirt = withStableMacs(resolve(complete, facts, 'libvirt'))
  const disks = libvirt.domain.devices?.disks ?? []
  return {
    design,
    host: facts,
    libvirt,
    qemu: withStableMacs(resolve(complete, facts, 'qemu')),
    key,
    firstPort: port,
    forward: sshForward(libvirt.domain),
    login: loginName(design),
    uri: facts.connection === 'system' ? 'qemu:///system' : 'qemu:///session',
    rootDisk:
      design.spec.source?.kind === 'imported'
        ? undefined
        : disks.find(({ source }) => source?.file === libvirt.paths.disk),
    hasSeed: disks.some(({ source }) => source?.file === libvirt.paths.seed),
  }
}

/** A port only leads anywhere through the network that forwards. */
function wantsPort({ spec: { ssh, network } }: Design): boolean {
  return ssh?.port_auto === true && (ssh.port ?? 0) === 0 && (network?.mode ?? 'user') === 'user'
}

function withPort(design: Design, port: number): Design {
  return { ...design, spec: { ...design.spec, ssh: { ...design.spec.ssh, port } } }
}
