/** What the files of a bundle have in common, worked out once. */
import type { Disk } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import { isWindows } from '../installer/index.ts'
import { ownFiles, type QemuCommand, renderArgv } from '../qemu/index.ts'
import { type NewDisk, type Resolved, resolve } from '../resolve/index.ts'
import { cpioArchive, seedImage } from '../seed/index.ts'
import type { Design } from '../spec/index.ts'
import { utf8Encode } from '../text/index.ts'
import { type Answers, placeholderHash, renderAnswers } from '../unattended/index.ts'
import type { AnswerImage } from './answer-image.ts'
import { rootDiskOf } from './needed-files.ts'
import { isPutInLater, type KeyPlan, keyPlan, placeholderKey } from './ssh-key.ts'
import { firstPort, loginName, type SshForward, sshForward } from './ssh-login.ts'
import { withStableMacs } from './stable-mac.ts'

export interface BundlePlan {
  /** As the author wrote it. */
  readonly design: Design
  /** With the connection that the VM runs on. */
  readonly host: HostFacts
  /** The same machine for both backends, with the placeholder where create.sh puts the key in. */
  readonly libvirt: Resolved
  readonly qemu: Resolved
  readonly command: QemuCommand
  readonly key: KeyPlan
  /** The port at which create.sh begins to look for a free one; undefined when the design says which. */
  readonly firstPort: number | undefined
  readonly forward: SshForward | undefined
  /** Who logs in; undefined when nothing tells. */
  readonly login: string | undefined
  readonly uri: 'qemu:///session' | 'qemu:///system'
  /** The disk that create.sh makes of the source. */
  readonly rootDisk: Disk | undefined
  /** The empty disks that it makes. */
  readonly newDisks: readonly NewDisk[]
  /** The paths of the sockets that QEMU listens at. */
  readonly sockets: readonly string[]
  /** The same machine when the system is installed; undefined when nothing is installed. */
  readonly installed:
    | { readonly libvirt: Resolved; readonly qemu: Resolved; readonly command: QemuCommand }
    | undefined
  /** The answer file, and its image. */
  readonly answers: (AnswerImage & { readonly written: Answers }) | undefined
  /** Whether create.sh makes a password up. */
  readonly makesPassword: boolean
  /** Whether it is Windows that is installed. */
  readonly windows: boolean
  /** Whether the VM has the seed as a disk. */
  readonly hasSeed: boolean
  /** Whether domain.xml holds the design, too. */
  readonly storesSpec: boolean
}

export function bundlePlan(design: Design, host: HostFacts | undefined, storesSpec = false): BundlePlan {
  const key = keyPlan(design, host)
  const facts: HostFacts = {
    ...host,
    ...(isPutInLater(key) ? { ssh_public_key: placeholderKey } : {}),
  }
  const port = wantsPort(design) ? firstPort(design.name) : undefined
  const complete = port === undefined ? design : withPort(design, port)
  const libvirt = withStableMacs(resolve(complete, facts, 'libvirt'))
  const qemu = withStableMacs(resolve(complete, facts, 'qemu'))
  const answers = answerImage(libvirt)
  const command = renderArgv(qemu)
  const disks = libvirt.domain.devices?.disks ?? []
  const newDisks = libvirt.newDisks.filter(({ file }) => disks.some(({ source }) => source?.file === file))
  return {
    design,
    host: libvirt.host,
    libvirt,
    qemu,
    command,
    key,
    firstPort: port,
    forward: sshForward(libvirt.domain),
    login: loginName(design),
    uri: libvirt.host.connection === 'system' ? 'qemu:///system' : 'qemu:///session',
    rootDisk: rootDiskOf(libvirt),
    newDisks,
    sockets: [
      ...new Set(
        ownFiles(command)
          .filter(({ kind }) => kind === 'socket')
          .map(({ file }) => file),
      ),
    ],
    installed: libvirt.installation === undefined ? undefined : whenInstalled(complete, facts),
    answers,
    makesPassword: answers?.written.files.some(({ text }) => text.includes(placeholderHash)) ?? false,
    windows: isWindows(design),
    hasSeed: disks.some(({ source }) => source?.file === libvirt.paths.seed),
    storesSpec,
  }
}

/** On its image; undefined when no installer reads one. */
function answerImage(resolved: Resolved): BundlePlan['answers'] {
  const written = renderAnswers(resolved)
  if (written === undefined) return undefined
  const files = written.files.map(({ name, text }) => ({ name, bytes: utf8Encode(text) }))
  return written.kind === 'preseed'
    ? { name: 'answers.cpio', bytes: cpioArchive(files), written }
    : { name: 'answers.iso', bytes: seedImage(files, written.label), written }
}

/** The design with its installer done. */
function whenInstalled(design: Design, facts: HostFacts): BundlePlan['installed'] {
  const { spec } = design
  const done: Design = { ...design, spec: { ...spec, installer: { ...spec.installer, done: true } } }
  const qemu = withStableMacs(resolve(done, facts, 'qemu'))
  return { libvirt: withStableMacs(resolve(done, facts, 'libvirt')), qemu, command: renderArgv(qemu) }
}

/** A port only leads anywhere through the network that forwards. */
function wantsPort({ spec: { ssh, network } }: Design): boolean {
  return ssh?.port_auto === true && (ssh.port ?? 0) === 0 && (network?.mode ?? 'user') === 'user'
}

function withPort(design: Design, port: number): Design {
  return { ...design, spec: { ...design.spec, ssh: { ...design.spec.ssh, port } } }
}
