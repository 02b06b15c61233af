/**
 * A configuration for provider 0.8, which has few fields: the volumes and what it has to know are said, and a stylesheet
 * puts the domain itself in place of the provider's. docs/resources/domain.md of v0.8.3, "Altering libvirt's generated XML".
 */
import { domain as elements, withNamespace } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import { elementTree, sizeInBytes } from '../../table/index.ts'
import { hclName } from '../../text/index.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import { block, field, literal, textField } from './expression.ts'
import { type HclField, writeHcl } from './hcl.ts'
import type { ForProvider } from './provider.ts'
import { homeName, stylesheet } from './stylesheet.ts'
import { volumeBlock08 } from './volume-block.ts'
import type { Volume } from './volumes.ts'

const fileName = 'domain.xslt.tftpl'

export function byStylesheet(resolved: Resolved, volumes: readonly Volume[]): ForProvider {
  const { design, domain } = resolved
  const placeOf = designPlace(resolved)
  const { disks, fields, blocks } = disksOf(design.name, volumes)
  const { text, lines, unsaid } = stylesheet(elementTree('domain', elements, withNamespace(domain)), disks)
  const made = block(
    `resource "libvirt_domain" "${hclName(design.name)}"`,
    [],
    [
      textField('name', design.name, ['name']),
      ...(domain.type === 'kvm' ? [] : [textField('type', domain.type ?? '', ['type'])]),
      field('vcpu', literal(String(domain.vcpu?.value ?? 1), ['vcpu'])),
      field('memory', literal(String(mebibytesOf(domain.memory?.value)), ['memory'])),
      ...fields,
      ...(design.spec.autostart === true ? [field('autostart', literal('true', []))] : []),
      field('running', literal('true', [])),
      block('xml', [], [field('xslt', literal(template, []))]),
      block('lifecycle', [], [field('ignore_changes', literal(`[${readBack.join(', ')}]`, []))]),
    ],
  )
  const written = writeHcl([made])
  return {
    block: made,
    version: '~> 0.8.3',
    blocks,
    domain: { text: written.text, lines: written.lines.map(placeOf) },
    files: [
      {
        name: fileName,
        about: 'the stylesheet that makes the domain',
        language: 'xml',
        text,
        lines: lines.map((path) => (path.length === 0 ? path : placeOf(path))),
      },
    ],
    lacks: [...unsaid.map((path) => notComposed(placeOf(path))), ...sizesOfSources(volumes)],
  }
}

const template = `templatefile("$\{path.module}/${fileName}", { ${homeName} = pathexpand("~") })`

/** What the provider reads of a domain and then finds otherwise than said: each would make it a new one. */
const readBack = [
  'arch',
  'boot_device',
  'cmdline',
  'console',
  'cpu',
  'description',
  'disk',
  'emulator',
  'filesystem',
  'firmware',
  'graphics',
  'initrd',
  'kernel',
  'machine',
  'memory',
  'network_interface',
  'nvram',
  'tpm',
  'vcpu',
  'video',
]

/** The disks that the provider makes, and where each is in its domain; its own image for cloud-init is the last one. */
function disksOf(vm: string, volumes: readonly Volume[]) {
  const disks = new Map<string, string>()
  const fields: (HclField | ReturnType<typeof block>)[] = []
  const blocks = volumes.flatMap(({ file, resource, wishes, cloudInit }) => {
    if (cloudInit !== undefined) {
      disks.set(file, "/domain/devices/disk[serial='cloudinit']")
      fields.push(field('cloudinit', literal('libvirt_cloudinit_disk.seed.id', ['cloud_init'])))
      const pool = field('pool', literal('var.pool', cloudInit.path))
      return [{ ...cloudInit, body: [...cloudInit.body.slice(0, 1), pool, ...cloudInit.body.slice(1)] }]
    }
    const path: Path = wishes.at(-1)?.path ?? []
    fields.push(block('disk', path, [field('volume_id', literal(`${resource}.id`, path))]))
    disks.set(file, `/domain/devices/disk[${disks.size + 1}]`)
    return wishes.map((wish) => volumeBlock08(vm, wish))
  })
  return { disks, fields, blocks }
}

function mebibytesOf(size: string | undefined): number {
  return Math.floor((sizeInBytes(size ?? '', 1024) ?? 0) / 1024 ** 2)
}

function notComposed(path: Path): Lack {
  return {
    path,
    message:
      'Terraform can’t say this text: it has text in its composed form only (NFC), and none of stylesheets.',
    byHand: 'Write it otherwise.',
  }
}

function sizesOfSources(volumes: readonly Volume[]): Lack[] {
  return volumes
    .flatMap(({ wishes }) => wishes)
    .filter(({ url, bytes }) => url !== undefined && bytes !== undefined)
    .map(() => ({
      path: ['disk_size'],
      message: 'Provider 0.8 makes what has a source as large as that.',
      byHand:
        'qemu-img resize makes the image larger before; or take a qcow2 disk, which stands on the image.',
    }))
}
