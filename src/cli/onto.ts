/** `convert … --onto vm.yml`: an edited text put back into the vm.yml that it was made from. */
import {
  argvOf,
  type Design,
  type Domain,
  type Finding,
  type HostFacts,
  put,
  readArgv,
  readDomainXml,
  readSpecs,
  renderArgv,
  renderXmlText,
  resolve,
  type Target,
  updateSpecText,
  withoutLibvirtsOwn,
} from '../core/index.ts'
import type { InputFormat } from './input-formats.ts'
import type { Io } from './io.ts'
import { type Loaded, namesOf } from './load.ts'

/** A vm.yml with an edit in it. */
export interface PutText {
  readonly design: Design | undefined
  /** The vm.yml with the design in it, comments and all. */
  readonly text: string
  readonly findings: readonly Finding[]
}

/** What an edited text may be, beside a design of its own. */
interface EditedFormat {
  readonly target: Target
  readonly read: (text: string) => readonly { readonly name: string; readonly domain: Domain }[]
  /** The text that a design is shown as. */
  readonly show: (design: Design, host: HostFacts | undefined) => string
}

const editedFormats: Readonly<Partial<Record<InputFormat, EditedFormat>>> = {
  xml: {
    target: 'libvirt',
    read: (text) => readDomainXml(text).domains,
    show: (design, host) => renderXmlText(resolve(design, host).domain),
  },
  argv: {
    target: 'qemu',
    read: (text) =>
      readArgv(text, 'vm').commands.map(({ domain }) => ({ name: domain.name ?? 'vm', domain })),
    show: (design, host) => JSON.stringify(argvOf(renderArgv(resolve(design, host, 'qemu')))),
  },
}

/**
 * Puts what one input says into one VM of a vm.yml: the one of the same name, else the only one.
 *
 * @param loaded the input, read as a design of its own
 * @param text the input itself
 * @param onto the name of the vm.yml
 * @param vm the VM that is meant; findings: `onto.no-such-vm`, `onto.several`, and those of `put`
 */
export async function putOnto(
  loaded: Loaded,
  { text, format }: { readonly text: string; readonly format: InputFormat },
  { onto, vm }: { readonly onto: string; readonly vm: string | undefined },
  host: HostFacts | undefined,
  io: Io,
): Promise<PutText> {
  const read = await io.read(onto)
  if ('refused' in read) return failed('input.unreadable', `${onto} cannot be read: ${read.refused}`)
  const document = readSpecs(read.text, { defaultName: 'vm' })
  const [edited, another] = loaded.designs
  if (edited === undefined) return failed('onto.nothing', 'There is no VM in the edited text.')
  if (another !== undefined)
    return failed(
      'onto.several',
      `There are ${loaded.designs.length} VMs in the edited text: ${namesOf(loaded.designs)}. Keep the one that is to be put into ${onto}.`,
    )
  const { designs } = document
  const before = designs.find(({ name }) => name === (vm ?? edited.name)) ?? only(vm, designs)
  if (before === undefined)
    return failed(
      'onto.no-such-vm',
      `${onto} has no VM ${JSON.stringify(vm ?? edited.name)}; it has ${namesOf(designs)}. Say which is meant with --vm NAME.`,
    )
  const { design, findings } = putInto(before, edited, text, editedFormats[format], host)
  return { design, text: updateSpecText(document, design, { was: before.name }), findings }
}

function only(vm: string | undefined, designs: readonly Design[]): Design | undefined {
  return vm === undefined && designs.length === 1 ? designs[0] : undefined
}

function putInto(
  before: Design,
  edited: Design,
  text: string,
  format: EditedFormat | undefined,
  host: HostFacts | undefined,
): { readonly design: Design; readonly findings: readonly Finding[] } {
  const domain = format?.read(text)[0]?.domain
  if (format === undefined || domain === undefined) return { design: edited, findings: [] }
  const shown = format.read(format.show(before, host))[0]?.domain
  const own = shown === undefined ? undefined : withoutLibvirtsOwn(domain, shown)
  const { design, findings } = put(before, own?.domain ?? domain, host, { shown, target: format.target })
  return { design, findings: [...(own?.findings ?? []), ...findings] }
}

function failed(code: Finding['code'], message: string): PutText {
  return { design: undefined, text: '', findings: [{ code, severity: 'error', path: [], message }] }
}
