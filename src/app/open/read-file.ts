/** What a file from elsewhere is: domain XML, a vm.yml, a QEMU command line, a format of others, a link, an SSH key, or what is known about a host. */

import { type Design, type Finding, type HostFacts, hasErrors, hostFactsSchema, isRecord } from '../core.ts'
import type { Arrival, Choice } from '../dialogs.ts'
import { targetWorker } from '../elsewhere/target-worker.ts'
import { setChecker } from '../sets/set-worker.ts'
import { answerOf, type GivenUp, isGivenUp, type OpenedXml, runTextJob } from '../texts/index.ts'
import { t } from '../words/index.ts'
import { type KindOfText, kindOfText, type OtherFormat } from './kind-of-text.ts'

export interface ReadVms {
  readonly kind: 'vms'
  /** What it is: 'domain XML'. */
  readonly what: string
  readonly choices: readonly Choice[]
  readonly findings: readonly Finding[]
  /** True when the findings are shown before anything is opened, whatever they weigh. */
  readonly showsFindings?: boolean
}

export type ReadFile =
  | ReadVms
  | { readonly kind: 'host' | 'ssh-key' | 'error' | 'table' }
  /** The address of this page, or of another one of its kind, with a design in it. */
  | { readonly kind: 'link'; readonly fragment: string }

/**
 * Reads a text; what reads it is only loaded for a text of its kind.
 *
 * @param defaultName what a bare spec is called
 * @param host what lifting XML is done for
 */
export async function readFile(
  text: string,
  defaultName: string,
  host: HostFacts | undefined,
): Promise<ReadFile> {
  const kind = kindOfText(text)
  if (kind === 'link') return { kind, fragment: text.trim().slice(text.trim().indexOf('#')) }
  if (kind === 'ssh-key' || kind === 'error' || kind === 'table') return { kind }
  if (kind === 'xml') return await readXml(text, host)
  if (kind === 'argv') return await readCommandLine(text, defaultName, host)
  if (isOther(kind)) return await readOther(kind, text, defaultName, host)
  if (holdsHost(text)) return { kind: 'host' }
  const what = kind === 'json' ? 'JSON' : t`a vm.yml`
  const { readSpecs } = await import('./read-specs.ts')
  const { designs, findings } = readSpecs(text, { defaultName })
  const choices = designs.map((design): Choice => {
    const { name, spec } = design
    return {
      name,
      about: [spec.source?.kind?.replace('_', ' '), spec.ram].filter(Boolean).join(', '),
      // With something wrong in it, the text does not say the design.
      take: async () => ({ design, yaml: { text, vm: name, ...(hasErrors(findings) ? {} : { design }) } }),
    }
  })
  const whole = hasErrors(findings) ? undefined : await asSet(designs, defaultName)
  return { kind: 'vms', what, choices: [...(whole === undefined ? [] : [whole]), ...choices], findings }
}

/** Several VMs as one design and a table, where a table can say how they differ. */
async function asSet(designs: readonly Design[], defaultName: string): Promise<Choice | undefined> {
  const names = designs.map(({ name }) => name)
  if (names.length < 2) return undefined
  const outcome = await setChecker.ask('ofDesigns', { designs, name: commonStart(names) ?? defaultName })
  const set = outcome.kind === 'done' ? outcome.answer : undefined
  if (set === undefined) return undefined
  const { design, table } = set
  return {
    name: t`All ${names.length} as one design and a table`,
    about: t`${design.name}, with ${table.columns.join(', ')} in the table; comments stay in the file`,
    isSet: true,
    take: async () => ({ design, set: { table, names } }),
  }
}

/** What names begin with alike, without the number or the sign at its end: web of web-01 and web-02. */
function commonStart([first = '', ...others]: readonly string[]): string | undefined {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  const start = first.slice(0, length)
  const end = [...start].findLastIndex((sign) => !'-_.0123456789'.includes(sign)) + 1
  return end === 0 ? undefined : [...start].slice(0, end).join('')
}

async function readXml(text: string, host: HostFacts | undefined): Promise<ReadVms> {
  const what = t`domain XML`
  const listed = await runTextJob('list-domains', { text })
  if (isGivenUp(listed)) return nothingRead(what, listed)
  const { domains, findings } = listed
  const choices = domains.map(
    ({ name, about, source }): Choice => ({
      name,
      about,
      take: async () => {
        const opened = await runTextJob('open-xml', { text: domains.length === 1 ? text : source, host })
        return isGivenUp(opened) ? opened : opened && arrivalOf(opened)
      },
    }),
  )
  return { kind: 'vms', what, choices, findings }
}

async function readCommandLine(
  text: string,
  defaultName: string,
  host: HostFacts | undefined,
): Promise<ReadVms> {
  const what = t`a QEMU command line`
  const opened = await runTextJob('open-argv', { text, defaultName, host })
  if (isGivenUp(opened)) return nothingRead(what, opened)
  const { vms, findings } = opened
  const choices = vms.map(
    ({ design, about }): Choice => ({ name: design.name, about, take: async () => ({ design }) }),
  )
  return { kind: 'vms', what, choices, findings, showsFindings: findings.length > 0 }
}

/** A format of others. */
async function readOther(
  format: OtherFormat,
  text: string,
  defaultName: string,
  host: HostFacts | undefined,
): Promise<ReadVms> {
  const what = othersInWords[format]
  const opened = answerOf(await targetWorker.ask('read', { id: format, text, defaultName, host }))
  if (isGivenUp(opened)) return nothingRead(what, opened)
  const choices = opened.vms.map(
    ({ design, about }): Choice => ({ name: design.name, about, take: async () => ({ design }) }),
  )
  return { kind: 'vms', what, choices, findings: opened.findings, showsFindings: opened.findings.length > 0 }
}

const othersInWords: Readonly<Record<OtherFormat, string>> = {
  kubevirt: t`a manifest of KubeVirt`,
  proxmox: t`a configuration of Proxmox VE`,
  'virt-install': t`a command of virt-install`,
  quickemu: t`a configuration of quickemu`,
  vmx: t`a VM of VMware`,
  vbox: t`a VM of VirtualBox`,
  ovf: t`an appliance (OVF)`,
}

function isOther(kind: KindOfText | undefined): kind is OtherFormat {
  return kind !== undefined && Object.hasOwn(othersInWords, kind)
}

function nothingRead(what: string, { findings }: GivenUp): ReadVms {
  return { kind: 'vms', what, choices: [], findings }
}

function arrivalOf({ design, text, stored, findings }: OpenedXml): Arrival {
  const vm = design.name
  return {
    design,
    xml: { text, vm, design },
    ...(stored === undefined ? {} : { yaml: { text: stored, vm } }),
    findings,
  }
}

/** True when a text is about a host or the person there, not about VMs. */
export function holdsHost(text: string): boolean {
  const kind = kindOfText(text)
  return kind === 'host' || kind === 'ssh-key' || (kind === 'json' && isAboutHost(text))
}

/** A JSON map that has a key of HostFacts and no VM in it. */
function isAboutHost(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false
  try {
    const held: unknown = JSON.parse(text)
    return (
      isRecord(held) &&
      Object.keys(held).some((key) => key in hostFactsSchema.shape) &&
      !['source', 'vm', 'vms', 'libvirt_config', 'ram', 'disk_size'].some((key) => key in held)
    )
  } catch {
    return false
  }
}
