/** What cloud-init and installers are told: an image of our own beside the configuration, or the provider's. */
import { renderCloudInit } from '../../cloudinit/index.ts'
import type { Finding } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { seedImage } from '../../seed/index.ts'
import { hclTextOfLines, utf8Encode } from '../../text/index.ts'
import { placeholderHash, renderAnswers } from '../../unattended/index.ts'
import type { Lack } from '../lacks.ts'
import type { TargetFile } from '../target.ts'
import { block, field, literal, textField } from './expression.ts'
import type { HclBlock, HclField } from './hcl.ts'
import { type Volume, volume } from './volumes.ts'

export interface Seed {
  readonly volumes: readonly Volume[]
  readonly files: readonly TargetFile[]
  readonly lacks: readonly Lack[]
  readonly findings: readonly Finding[]
  /** Whether what cloud-init is told stands in the configuration, and so in the state. */
  readonly isInState: boolean
}

const nothing: Seed = { volumes: [], files: [], lacks: [], findings: [], isInState: false }

/** @param byProvider whether the provider makes the image; guests may not read it (its issues 1197 and 1329) */
export function seedOf(resolved: Resolved, host: HostFacts | undefined, byProvider: boolean): Seed {
  const { design, domain, paths } = resolved
  const cloudInit = renderCloudInit(design, host)
  const isThere = domain.devices?.disks?.some(({ source }) => source?.file === paths.seed) === true
  if (!isThere || cloudInit.files.length === 0) return { ...nothing, findings: cloudInit.findings }
  const block = byProvider ? providersSeed(resolved, cloudInit.files) : undefined
  if (block !== undefined)
    return {
      ...nothing,
      volumes: [cloudInitVolume(paths.seed, block)],
      findings: cloudInit.findings,
      isInState: true,
    }
  const files = cloudInit.files.map(({ name, text }) => ({ name, bytes: utf8Encode(text) }))
  return {
    ...nothing,
    volumes: [ownImage(paths.seed, 'seed')],
    files: [{ name: 'seed.iso', about: 'what cloud-init is told, as a CD', bytes: seedImage(files) }],
    findings: cloudInit.findings,
  }
}

/** An image that lies beside the configuration. */
function ownImage(file: string, label: 'seed' | 'answers'): Volume {
  const url = `"$\{abspath(path.module)}/${label}.iso"`
  const path = label === 'seed' ? ['cloud_init'] : ['installer', 'unattended']
  return volume(file, { label, name: `${label}.iso`, path, url })
}

const fields = { 'user-data': 'user_data', 'meta-data': 'meta_data', 'network-config': 'network_config' }

/** The image that the provider makes; 0.9 wants it put into a volume by hand. */
function cloudInitVolume(file: string, cloudInit: HclBlock): Volume {
  const wish = { label: 'seed', name: 'seed.iso', path: ['cloud_init'] }
  return { ...volume(file, { ...wish, url: 'libvirt_cloudinit_disk.seed.path' }), cloudInit }
}

/** Undefined when HCL can't say one of the texts: there is no seed then that says the same. */
function providersSeed(
  { design }: Resolved,
  files: readonly { readonly name: keyof typeof fields; readonly text: string }[],
): HclBlock | undefined {
  const path = ['cloud_init']
  const said = files.map(({ name, text }): HclField | undefined => {
    const written = hclTextOfLines(text)
    return written === undefined ? undefined : field(fields[name], literal(written, path))
  })
  const all = said.filter((one) => one !== undefined)
  if (all.length < said.length) return undefined
  const name = textField('name', `${design.name}-seed`, path)
  return block('resource "libvirt_cloudinit_disk" "seed"', path, [name, ...all])
}

/** What the installer is told, and what of an installation only create.sh of the bundle does. */
export function answersOf(resolved: Resolved): Seed {
  const { installation } = resolved
  if (installation === undefined) return nothing
  const answers = renderAnswers(resolved)
  const { answersFile } = installation
  const lacks: Lack[] = []
  if (installation.boot !== undefined)
    lacks.push({
      path: ['installer', 'unattended'],
      message: 'The provider takes no kernel out of a CD, which this installer is started with.',
      byHand: `Install with the bundle, or take ${installation.boot.kernelFile} and ${installation.boot.initrdFile} out of it by hand.`,
    })
  for (const { path, checksum } of installation.media)
    if (checksum.value !== undefined)
      lacks.push({
        path: [...path.slice(0, -1), 'checksum'],
        message: 'The provider compares no CD with a checksum.',
        byHand: 'Fetch the CD, compare it with sha256sum, and say its path in place of the address.',
      })
  if (answers?.files.some(({ text }) => text.includes(placeholderHash)) === true)
    lacks.push({
      path: ['installer', 'unattended'],
      message: 'The password is made up by create.sh of the bundle; here nobody has one.',
      byHand: 'Log in with an SSH key, or install with the bundle.',
    })
  const findings = answers?.findings ?? []
  if (answers === undefined || answersFile === undefined) return { ...nothing, lacks, findings }
  const files = answers.files.map(({ name, text }) => ({ name, bytes: utf8Encode(text) }))
  const image = seedImage(files, answers.label)
  return {
    ...nothing,
    lacks,
    findings,
    volumes: [ownImage(answersFile, 'answers')],
    files: [{ name: 'answers.iso', about: 'what the installer is told, as a CD', bytes: image }],
  }
}
