/** A set as one configuration: `for_each` over what differs, or resources of its own for each VM where more does. */
import { hclName, hclText } from '../../text/index.ts'
import type { FilesOfSet, SetJob } from '../target.ts'
import { addressOf, headParts, mapLiterals } from './blocks.ts'
import { block, field, interpolation } from './expression.ts'
import { eachOf } from './for-each.ts'
import { type HclBlock, writeHcl } from './hcl.ts'
import { head } from './head.ts'
import type { options } from './options.ts'
import { configurationOf } from './write.ts'

export function writeTerraformSet({ name, vms, host, choices }: SetJob<typeof options>): FilesOfSet {
  const all = vms.map(({ design, folder, files }) => {
    const made = configurationOf({ design, host, choices })
    // What lies beside the configuration is in the folder of the VM.
    const beside = files.filter((file) => file.name !== 'main.tf')
    const names = new Set(beside.map((file) => file.name))
    const blocks = [...made.made.blocks, made.made.block].map((one) =>
      mapLiterals(one, (text) => inFolder(text, folder, names)),
    )
    return { folder, blocks, beside, ...made }
  })
  const [first] = all
  if (first === undefined) return { files: [] }
  const { base, rest } = withoutBase(
    all.map(({ blocks }) => blocks),
    name,
  )
  const each = eachOf(
    rest,
    all.map(({ folder }) => folder),
  )
  const system = all.find(({ resolved }) => resolved.host.connection === 'system')?.resolved
  const about = system ?? first.resolved
  const before = head(
    { ...about, design: { ...about.design, name } },
    first.made.version,
    all.some(({ hasVolumes }) => hasVolumes),
  )
  const { text } = writeHcl([
    ...before,
    ...base,
    ...(each ??
      labelled(
        rest,
        all.map(({ folder }) => folder),
      )),
  ])
  return {
    files: [
      { name: 'main.tf', about: 'all resources of all VMs', language: 'hcl', text },
      ...all.flatMap(({ folder, beside }) =>
        beside.map((file) => ({ ...file, name: `${folder}/${file.name}` })),
      ),
    ],
  }
}

const beside = `"${interpolation('abspath(path.module)')}/`

const template = `templatefile("${interpolation('path.module')}/`

function inFolder(text: string, folder: string, files: ReadonlySet<string>): string {
  const start = [beside, template].find((one) => text.startsWith(one))
  const file = start === undefined ? '' : (/^[\w.-]+/.exec(text.slice(start.length))?.[0] ?? '')
  const said = hclText(folder)
  if (start === undefined || said === undefined || !files.has(file)) return text
  return `${start}${said.slice(1, -1)}/${text.slice(start.length)}`
}

const baseHead = 'resource "libvirt_volume" "base"'

/** One image is fetched once for all VMs that stand on it. */
function withoutBase(
  all: readonly (readonly HclBlock[])[],
  name: string,
): { readonly base: readonly HclBlock[]; readonly rest: readonly (readonly HclBlock[])[] } {
  const bases = all.map((blocks) => blocks.find((one) => one.head === baseHead))
  const named = bases.map((one) => one && JSON.stringify(withName(one, '""')))
  const [first] = bases
  if (first === undefined || named.some((one) => one !== named[0])) return { base: [], rest: all }
  const shared = withName(first, hclText(`${name}-base`) ?? '"base"')
  return { base: [shared], rest: all.map((blocks) => blocks.filter((one) => one.head !== baseHead)) }
}

/** The places of the design say nothing of a volume that several have. */
function withName(one: HclBlock, name: string): HclBlock {
  return {
    ...one,
    body: one.body.map((inner) =>
      'head' in inner || inner.name !== 'name'
        ? inner
        : field('name', { kind: 'literal', text: name, path: [] }),
    ),
  }
}

/** Resources of each VM under names of their own. */
function labelled(all: readonly (readonly HclBlock[])[], folders: readonly string[]): readonly HclBlock[] {
  const taken = new Set<string>()
  return all.flatMap((blocks, index) => {
    const wanted = hclName(folders[index] ?? '')
    let vm = wanted
    for (let number = 2; taken.has(vm); number += 1) vm = `${wanted}-${number}`
    taken.add(vm)
    const own = new Set(blocks.map((one) => addressOf(one.head)))
    return blocks.map((one) => {
      const renamed = mapLiterals(one, (text) => {
        const [, address = '', type = '', label = ''] =
          /^((libvirt_\w+)\.([\w-]+))\.(?:path|id)$/.exec(text) ?? []
        return own.has(address) ? `${type}.${vm}_${label}${text.slice(address.length)}` : text
      })
      const [, type = '', label = ''] = headParts(one.head)
      const isDomain = type === 'libvirt_domain'
      return block(`resource "${type}" "${isDomain ? vm : `${vm}_${label}`}"`, one.path, renamed.body)
    })
  })
}
