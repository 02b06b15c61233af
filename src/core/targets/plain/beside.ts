/** What of a design is beside its machine, and what becomes of it where files are all that there is. */
import type { Finding } from '../../finding.ts'
import { isSecret, sensitiveThings } from '../../link/index.ts'
import { valueAt } from '../../path.ts'
import type { Design } from '../../spec/index.ts'
import type { TargetId } from '../../target-ids.ts'
import { beyondMachine } from '../beyond-machine.ts'
import type { Lack } from '../lacks.ts'
import { noWork } from '../reason.ts'

export interface Beside {
  /** Whether the files fetch an image, or name one that is fetched. */
  readonly image: 'fetched' | 'not'
  /** Whether a checksum that the design says is compared. */
  readonly checksum: boolean
  /** Whether cloud-init is told all that it is told here. */
  readonly cloudInit: boolean
  readonly autostart: boolean
  /** Whether ports of the host lead to the guest. */
  readonly forwards: boolean
  /** How one takes a snapshot there, as a sentence. */
  readonly snapshot: string
}

export function lacksBeside({ spec, ...design }: Design, name: string, beside: Beside): Lack[] {
  const lacks = [...beyondMachine({ ...design, spec }), ...sourceLacks(spec.source, name, beside)]
  if (spec.installer !== undefined)
    lacks.push({
      path: ['installer'],
      message:
        'CDs have to be where they are named: nothing is fetched or answered, and no kernel taken out of one.',
      byHand: 'Install with the bundle, and take its disk along.',
      inPart: true,
    })
  for (const index of (spec.snapshot ?? []).keys())
    lacks.push({
      path: ['snapshot', index],
      message: `A snapshot is none of what is written for ${name}.`,
      byHand: beside.snapshot,
    })
  if (spec.ssh?.port_auto !== undefined)
    lacks.push({
      path: ['ssh', 'port_auto'],
      message: 'Nothing looks for a free port.',
      byHand: 'Say a port in ssh.port.',
      inPart: true,
    })
  if (!beside.forwards && spec.ssh?.port !== undefined)
    lacks.push({
      path: ['ssh', 'port'],
      message: 'No port of the host leads to the guest.',
      byHand: 'Use the guest’s own address.',
    })
  if (!beside.autostart && spec.autostart !== undefined)
    lacks.push({
      path: ['autostart'],
      message: `${name} has no word for a start with the host.`,
      byHand: 'Start it by a unit of systemd, or what the host has in its place.',
    })
  if (!beside.cloudInit)
    for (const path of [['cloud_init'], ['ssh'], ['source', 'base_user']])
      if (valueAt(spec, path) !== undefined)
        lacks.push({
          path,
          message: `${name} tells cloud-init its own words.`,
          byHand: 'Say them as it wants them: its own user, mounts and scripts.',
        })
  const needless = [
    { path: ['libvirt', 'memory_unit'], message: 'Memory is said in units of its own.' },
    { path: ['backend'], message: `${name} runs its VMs itself.` },
  ]
  for (const { path, message } of needless)
    if (valueAt(spec, path) !== undefined) lacks.push({ path, message, byHand: noWork, severity: 'advice' })
  return lacks
}

function sourceLacks(source: Design['spec']['source'], name: string, { image, checksum }: Beside): Lack[] {
  if (source === undefined || source.kind === 'imported') return []
  if (source.kind !== 'cloud_image' || image === 'not')
    return [
      {
        path: ['source'],
        message: `Nothing that is written for ${name} makes this disk.`,
        byHand: 'Make it with create.sh of the bundle, and take it along.',
      },
    ]
  const lacks: Lack[] = []
  if (!checksum && source.checksum !== undefined)
    lacks.push({
      path: ['source', 'checksum'],
      message: 'The image is taken as it comes.',
      byHand: 'Fetch it, and compare it with sha256sum.',
    })
  if (source.checksum_url !== undefined)
    lacks.push({
      path: ['source', 'checksum_url'],
      message: 'The image is compared with no file of its publisher’s.',
      byHand: 'Say the checksum in source.checksum.',
    })
  if (source.cache !== undefined)
    lacks.push({
      path: ['source', 'cache'],
      message: 'The image is kept where the script runs.',
      byHand: noWork,
      severity: 'advice',
    })
  return lacks
}

/** What is secret and stands in the files. */
export function secretFindings({ spec }: Design, target: TargetId, { cloudInit }: Beside): Finding[] {
  const { source, cloud_init, libvirt } = spec
  const { description, qemu_arguments } = libvirt ?? {}
  const said = { source, libvirt: { description, qemu_arguments }, ...(cloudInit ? { cloud_init } : {}) }
  return sensitiveThings(said)
    .filter(isSecret)
    .map(({ what, shown, path }): Finding => {
      const message = `${what}, ${shown}: it stands in the files in plain text. Keep them to yourself.`
      return { code: `${target}.secret` as const, severity: 'warning', path, message, target }
    })
}
